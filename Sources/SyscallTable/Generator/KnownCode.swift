extension GeneratorSource {
    /// The fingerprints of the files of every generator whose output is known to be what is made here, data left out.
    static let knownCode: [String: Set<UInt64>] = [
        "config.lua": [0xc5fbd4ac2908ad72],
        "core/freebsd-syscall.lua": [0xedf9aca56e25aa9e],
        "core/scarg.lua": [0xa1cc927e9b3c8f3b],
        "core/scret.lua": [0x7603b6572118fc44],
        "core/syscall.lua": [0x7a8ae4cf24429ba1],
        "main.lua": [0x9623d407384ef8b6],
        "scripts/init_sysent.lua": [0xca1827a697bad4de],
        "scripts/libsys_h.lua": [0xe4e970e4041f80e9],
        "scripts/syscall_h.lua": [0x8c0287737adecb3a],
        "scripts/syscall_mk.lua": [0x2219aaa04a0033a0],
        "scripts/syscalls.lua": [0xe0457da7ed7ae31a],
        "scripts/syscalls_map.lua": [0x83d070f60294cf5a],
        "scripts/sysproto_h.lua": [0x63d16340044b729f],
        "scripts/systrace_args.lua": [0xc732f05f46020fed],
        "tools/generator.lua": [0xb3d26a51dc0af759],
        "tools/util.lua": [0x6ac7685e7a72692b],
    ]

    /// The fingerprints of every `makesyscalls.lua` whose output is known to be what is made here, data left out.
    static let knownLua: Set<UInt64> = [
        0x48c3ab138479b2a2,  // 13.2
        0xabc9c423b1f60e2,  // 14-CURRENT of 2022
    ]

    /// The fingerprints of every `makesyscalls.sh` whose output is known to be what is made here.
    static let knownScripts: Set<UInt64> = [
        0x2088ca64fc6b12aa,  // FreeBSD 9-CURRENT of 2010
        0x4e614c5ee97fab59,  // 9.1
        0xe4cba6157891098,  // 9.3
        0x2e8d1c36341fb151,  // 10-CURRENT of 2011
        0x6f050078f9da7a56,  // 10.1
        0xbc10372f90aab2f,  // 10.2
        0x74a83b023bac4ed1,  // 10.4
        0x66c8119efa3f3fa0,  // 11.0
        0x54973f79ada1e298,  // 12.1
        0xf29a2f127297b648,  // stable/12 of 2019
        0x1d2e470d5bb6a175,  // 13-CURRENT of 2019
    ]
}
