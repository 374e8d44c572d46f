import SyscallSyntax

/// The editions, each by its difference from the one before it.
///
/// This is the place to read what FreeBSD 12, 13, 14 and 15 do differently. Releases of the shell era differ among
/// themselves too; what differs is read from the script that a tree carries, see ``Generator/reading(script:path:)``.
extension Particulars {
    /// `sys/kern/makesyscalls.sh` of FreeBSD 12.
    static let shell = Particulars(
        master: MasterRules(
            form: .continued(joinsPrototypes: true),
            annotations: .sal,
            pointerResults: false,
            firstKindDecides: true,
            ranges: true,
            commentFields: 7,
            countsNumbers: true,
            copiesDirectives: true,
            fixedAlternatives: true,
            abiHeaders: false
        ),
        configuration: ConfigurationRules(
            dialect: .shell, compatSets: false, refusesUnknownFlags: false, capabilities: .fileOverConfiguration
        ),
        projection: .none,
        format: CompanionFormat(
            isModular: false,
            namesFields: false,
            tag: "@generated",
            identification: true,
            createdFrom: false,
            includesCompatOptions: false,
            makefileTitle: "FreeBSD system call object files.",
            prototypeIncludes: [
                "sys/signal.h", "sys/acl.h", "sys/cpuset.h", "sys/domainset.h", "sys/_ffcounter.h", "sys/_semaphore.h",
                "sys/ucontext.h", "sys/wait.h",
            ],
            word: "register_t",
            plainPrefixes: ["freebsd", "linux", "ibcs2", "xenix", "cloudabi"],
            flagsOfNoStandard: true,
            historicLevels: [3, 4, 6],
            trace: TraceFormat(
                describer: "systrace_entry_setargdesc",
                results: true,
                stripsRestrict: true,
                userland: true,
                semun: true,
                directives: true,
                countsArguments: false
            )
        )
    )

    /// `sys/tools/makesyscalls.lua` of FreeBSD 13.
    static let lua13: Particulars = {
        var edition = shell
        edition.master.form = .joined
        edition.master.pointerResults = true
        edition.master.firstKindDecides = false
        edition.master.commentFields = 6
        edition.configuration.dialect = .lua13
        edition.configuration.refusesUnknownFlags = true
        edition.configuration.capabilities = .configurationElseFile
        edition.projection = .suffix
        edition.format.namesFields = true
        edition.format.plainPrefixes = ["freebsd", "linux", "cloudabi"]
        return edition
    }()

    /// `sys/tools/makesyscalls.lua` of FreeBSD 14.
    static let lua14: Particulars = {
        var edition = lua13
        edition.master.annotations = .contains
        edition.master.abiHeaders = true
        edition.configuration.dialect = .lua
        edition.configuration.compatSets = true
        edition.projection = .full
        edition.format.word = "syscallarg_t"
        edition.format.plainPrefixes = ["freebsd", "linux"]
        edition.format.trace.countsArguments = true
        return edition
    }()

    /// `sys/tools/syscalls/main.lua` of FreeBSD 15.
    static let modular: Particulars = {
        var edition = lua14
        edition.master.form = .block
        edition.master.commentFields = nil
        edition.master.countsNumbers = false
        edition.master.copiesDirectives = false
        edition.master.fixedAlternatives = false
        edition.configuration.refusesUnknownFlags = false
        edition.configuration.capabilities = .none
        edition.format.isModular = true
        edition.format.identification = false
        edition.format.prototypeIncludes = [
            "sys/types.h", "sys/signal.h", "sys/cpuset.h", "sys/domainset.h", "sys/_ffcounter.h", "sys/_semaphore.h",
            "sys/ucontext.h", "sys/wait.h",
        ]
        return edition
    }()
}

extension Generator {
    /// The data of `sys/kern/makesyscalls.sh` of FreeBSD 12.
    public static let shell = Generator(
        edition: .shell,
        defaults: [
            "sysnames": "syscalls.c",
            "syshdr": "../sys/syscall.h",
            "sysmk": "../sys/syscall.mk",
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
            "capabilities_conf": "capabilities.conf",
            "os_id_keyword": "FreeBSD",
            "ptr_intptr_t_cast": "intptr_t",
            "compat_set": "native",
            "mincompat": "0",
        ],
        abiFlags: [],
        wideTypes: [],
        compatSets: ["native": levels(4, 6, 7, 10, 11)],
        kinds: ["STD", "OBSOL", "UNIMPL", "NODEF", "NOARGS", "NOPROTO", "NOSTD", "NOTSTATIC"],
        particulars: .shell
    )

    /// The data of `sys/tools/makesyscalls.lua` of FreeBSD 13.
    public static let lua13: Generator = {
        var generator = shell
        generator.edition = .lua
        generator.particulars = .lua13
        generator.abiFlags = [
            AbiFlag(name: "long_size", patterns: patterns("_Contains[a-z_]*_long_")),
            AbiFlag(name: "pointer_args", patterns: []),
            AbiFlag(name: "pointer_size", patterns: patterns("_Contains[a-z_]*_ptr_")),
            AbiFlag(name: "time_t_size", patterns: patterns("_Contains[a-z_]*_timet_/")),
        ]
        generator.compatSets = ["native": levels(4, 6, 7, 10, 11, 12)]
        generator.kinds.formUnion(["RESERVED", "CAPENABLED"])
        return generator
    }()

    /// The data of `sys/tools/makesyscalls.lua` of FreeBSD 14.
    public static let lua14: Generator = {
        var generator = lua13
        generator.particulars = .lua14
        generator.defaults.merge(modular.defaults.filter { $0.key.hasPrefix("abi_") }) { old, _ in old }
        generator.abiFlags = modular.abiFlags
        generator.wideTypes = modular.wideTypes
        generator.compatSets = ["native": levels(4, 6, 7, 10, 11, 12, 13)]
        generator.kinds.insert("SYSMUX")
        return generator
    }()

    private static func levels(_ releases: Int...) -> [CompatOption] {
        [CompatOption(definition: "COMPAT_43", level: 3, flag: "COMPAT", prefix: "o", description: "old")]
            + releases.compactMap { CompatOption(standard: "FREEBSD\($0)") }
    }

    private static func patterns(_ sources: String...) -> [LuaPattern] {
        sources.compactMap(LuaPattern.init)
    }
}
