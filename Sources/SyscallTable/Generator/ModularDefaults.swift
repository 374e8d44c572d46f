extension Generator {
    /// The data of the generator of FreeBSD 15.1 (`sys/tools/syscalls`).
    public static let modular = Generator(
        edition: .modular,
        defaults: [
            "sysnames": "syscalls.c",
            "syshdr": "../sys/syscall.h",
            "sysmk": "/dev/null",
            "syssw": "init_sysent.c",
            "systrace": "systrace_args.c",
            "sysproto": "../sys/sysproto.h",
            "libsysmap": "/dev/null",
            "libsys_h": "/dev/null",
            "sysproto_h": "_SYS_SYSPROTO_H_",
            "syscallprefix": "SYS_",
            "switchname": "sysent",
            "namesname": "syscallnames",
            "abi_func_prefix": "",
            "abi_type_suffix": "",
            "abi_long": "long",
            "abi_u_long": "u_long",
            "abi_semid_t": "semid_t",
            "abi_size_t": "size_t",
            "abi_ptr_array_t": "",
            "abi_headers": "",
            "abi_intptr_t": "intptr_t",
            "ptr_intptr_t_cast": "intptr_t",
            "compat_set": "native",
            "mincompat": "0",
        ],
        abiFlags: [
            AbiFlag(
                name: "long_size",
                patterns: ["_Contains[a-z_]*_long_", "^long [a-z0-9_]+$", "long [*]", "size_t [*]"].compactMap(
                    LuaPattern.init)
            ),
            AbiFlag(name: "pair_64bit", patterns: wide),
            AbiFlag(name: "pointer_args", patterns: []),
            AbiFlag(name: "pointer_size", patterns: ["_Contains[a-z_]*_ptr_", "[*][*]"].compactMap(LuaPattern.init)),
            AbiFlag(name: "time_t_size", patterns: ["_Contains[a-z_]*_timet_"].compactMap(LuaPattern.init)),
        ],
        wideTypes: wide,
        compatSets: [
            "native": [
                CompatOption(definition: "COMPAT_43", level: 3, flag: "COMPAT", prefix: "o", description: "old")
            ] + [4, 6, 7, 10, 11, 12, 13, 14].compactMap { CompatOption(standard: "FREEBSD\($0)") }
        ],
        kinds: [
            "STD", "OBSOL", "RESERVED", "UNIMPL", "NODEF", "NOARGS", "NOPROTO", "NOSTD", "CAPENABLED", "NOLIB",
            "NORETURN",
            "NOTSTATIC", "SYSMUX",
        ],
        particulars: .modular
    )

    private static let wide = ["^dev_t[ ]*$", "^id_t[ ]*$", "^off_t[ ]*$"].compactMap(LuaPattern.init)
}
