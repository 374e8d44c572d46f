import Findings

/// The rules of `sysent supersede`, with which an interface changes and the old one stays.
enum SupersessionDocumentation {
    static let all: [RuleDocumentation] = [
        RuleDocumentation(
            "unsupported-kind",
            .error,
            checks: "A call whose interface is superseded is of kind STD, with an argument structure of its own name.",
            matters: """
                The generator makes a function of an older interface for COMPATnn alone: a call that a module brings, or \
                whose structure has another name, has nothing that could be kept under the option.
                """,
            example: "mapper is NOSTD. Add the new interface as a call of another name by 'sysent add'.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unsupported-level",
            .error,
            checks:
                "The generator knows the kind COMPATnn of the last release that shipped the old interface, or can learn it.",
            matters: """
                The kinds of sys/tools/makesyscalls.lua and sys/tools/syscalls are data, and get a line. Those of \
                sys/kern/makesyscalls.sh (up to FreeBSD 12) are code in a dozen places.
                """,
            example: """
                A 12.1 tree without COMPAT12. Add the level to makesyscalls.sh by hand, or give --compat-level 11 where \
                the interface of 11 is the same.
                """,
            exceptions: "Never."
        ),
        RuleDocumentation(
            "other-caller",
            .error,
            checks: "Nobody but the tables calls the functions of an interface that is superseded.",
            matters: """
                They are compiled with the option COMPAT_FREEBSDnn from then on. A kernel without it would not link.
                """,
            example: """
                sys/compat/linux/linux_misc.c calls sys_lamp. Let it call kern_lamp, and supersede the call then.
                """,
            exceptions: "Never. Comments do not count."
        ),
        RuleDocumentation(
            "old-wrapper",
            .error,
            checks: "No function of the library stands in front of the stub of an interface that is superseded.",
            matters: """
                Programs reach that function, and not the call. Which interface it shall have for old programs, and under \
                which version, only its author can say.
                """,
            example: """
                lib/libc/sys/lamp.c, or lamp in INTERPOSED of lib/libsys/Makefile.sys. Keep what the function does for old \
                programs under another name with __sym_compat, then supersede the call.
                """,
            exceptions: "Never."
        ),
        RuleDocumentation(
            "symbol-version-taken",
            .error,
            checks: "The old symbol of a call whose interface is superseded has another version than the new one gets.",
            matters: "A library cannot have one name twice in one version.",
            example: """
                getrandom is in FBSD_1.8, the newest version of the branch. If no release has shipped it, change the \
                interface where it is; else give the new one another name, or add a version to lib/libc/Versions.def.
                """,
            exceptions: "A symbol of the private version: nothing that was linked elsewhere has it."
        ),
        RuleDocumentation(
            "incomplete-forward-compatibility",
            .warning,
            checks:
                "On a kernel that has the old interface alone, the function of --forward-compat does what the new one does.",
            matters: """
                New programs are run on older kernels: jails that build ports, a system between installworld and a reboot. \
                What the old interface cannot do fails with ENOSYS there.
                """,
            example: """
                lamp got an argument flags: on an older kernel it fails unless flags is zero. UPDATING says so; tell \
                portmgr@ where ports use it.
                """,
            exceptions: "An obscure call, for which people can be asked to install the kernel first."
        ),
    ]
}
