import Findings

/// The rules of `sysent add`.
enum AdditionDocumentation {
    static let all: [RuleDocumentation] = decisions + names + places

    /// What a user has to say.
    private static let decisions: [RuleDocumentation] = [
        RuleDocumentation(
            "missing-option",
            .error,
            checks: "Every decision about a new call that the tree cannot answer has been taken.",
            matters: """
                Whether a call is audited, whether capability mode allows it, which rights a descriptor needs: a default \
                would be a decision that nobody has taken.
                """,
            example: "'sysent add' without --audit. The message names the option.",
            exceptions: "Never; --skip PLACE leaves out a place together with what it asks for."
        ),
        RuleDocumentation(
            "malformed-option",
            .error,
            checks: "The value of an option has the form that its help shows.",
            matters: "What is meant cannot be guessed.",
            example: "--rights CAP_READ without the name of the argument.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "malformed-intent",
            .error,
            checks: "The trailer Sysent-Intent of a patch is one that a verb of this program wrote.",
            matters: "What the patch was to do cannot be done again on another base.",
            example: "'Sysent-Intent: add' whose prototype was cut off.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "input-too-large",
            .error,
            checks: "A declaration that is read from a file or from standard input has at most a million bytes.",
            matters: "It is not a declaration.",
            example: "--prototype-file /dev/zero.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-place",
            .error,
            checks: "A name given by --skip is a place of a call.",
            matters: "A misspelt name would leave nothing out.",
            example: "--skip manpage. The message lists the places.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-argument",
            .error,
            checks: "A name given by --rights is that of an argument which can be a descriptor.",
            matters: "The rights would be checked nowhere.",
            example: "--rights df=CAP_READ for a call whose argument is called fd.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-right",
            .error,
            checks: "A capability right given by --rights is defined in sys/sys/capsicum.h.",
            matters: "The kernel would not compile.",
            example: "--rights fd=CAP_REED.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "private-namespace",
            .note,
            checks: "The symbol of a call that is added to a system other than FreeBSD has a version of its own.",
            matters: """
                FreeBSD's versions are FreeBSD's to fill: a program that is linked to a downstream's symbol in FBSD_1.9 would \
                claim to run on FreeBSD.
                """,
            example: "TYPE=\"NextBSD\" in sys/conf/newvers.sh. --upstream says that the call is FreeBSD's.",
            exceptions: "A tree that only bears another name and follows FreeBSD; choose by --upstream or --namespace."
        ),
    ]

    /// What is taken, or has the wrong form.
    private static let names: [RuleDocumentation] = [
        RuleDocumentation(
            "call-exists",
            .error,
            checks: "A call that is added is not there yet.",
            matters: "Two calls of one name cannot be told apart.",
            example: "'sysent add' of openat. 'sysent add --review openat' says what it lacks.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "number-taken",
            .error,
            checks: "The number of a new call is free, or kept for it.",
            matters: "Numbers are compiled into programs: one that had a meaning keeps it.",
            example: "--number 3 where 3 is read. The message names the next free one.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "moved-call",
            .warning,
            checks: "A call has one number in the newer and in the older branch when stubs are made.",
            matters: "A stub of the newer number would need the name that the older one has.",
            example: "getgroups, 595 in the newer branch and 79 in the older one. Merge the call itself.",
            exceptions: "Programs that are never built against the newer branch."
        ),
        RuleDocumentation(
            "malformed-audit-event",
            .error,
            checks: "An audit event is AUE_ and a name in capitals.",
            matters: "The name becomes a macro of the kernel and a key of audit_event(5).",
            example: "--audit lamp instead of --audit AUE_LAMP.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-audit-class",
            .error,
            checks: "The classes of a new audit event are those of contrib/openbsm/etc/audit_class.",
            matters: "An event of a class that does not exist cannot be selected.",
            example: "--audit-class fx.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-namespace",
            .error,
            checks: "The version of a new symbol is defined in lib/libc/Versions.def, or is a later one than those.",
            matters: "A symbol of a version that does not exist is dropped from the library.",
            example: "--namespace FBSD_2.0. The message lists the versions.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-type",
            .warning,
            checks: "A header knows the types of the declaration that is added to it.",
            matters: "A program that includes the header alone would not compile.",
            example: "cpuset_t in a header that includes nothing. Include what defines it.",
            exceptions: "A header that gets the type from another one that it includes."
        ),
        RuleDocumentation(
            "already-defined",
            .error,
            checks: "The functions of a new call have names that no other function has.",
            matters: "The kernel would not link.",
            example:
                "kern_lamp in sys/sys/syscallsubr.h, for something else. Give the call another name, or leave the place out.",
            exceptions: "Never."
        ),
    ]

    /// Where something is to go.
    private static let places: [RuleDocumentation] = [
        RuleDocumentation(
            "missing-header",
            .error,
            checks: "The header that declares a new call is there.",
            matters: "What a new header holds besides is its author's to say.",
            example: "--header sys/lamp.h in a tree without sys/sys/lamp.h. Make it first.",
            exceptions: "Never; --no-header leaves the declaration out."
        ),
        RuleDocumentation(
            "no-place",
            .error,
            checks: "A file that is to hold something of a new call has a list or a region for it.",
            matters: "A line in the wrong place compiles and does nothing, or does not compile.",
            example: "A header without __BEGIN_DECLS and without a guard.",
            exceptions: "Never; --skip PLACE leaves the place out."
        ),
        RuleDocumentation(
            "overlapping-edits",
            .error,
            checks: "No two changes of a plan are made to the same bytes.",
            matters: "One of them would be lost.",
            example: "A file with a form that none of the places expected. Report it.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "missing-row",
            .warning,
            checks: "A call has a row of its number in the 32-bit master as well, where that is a file of its own.",
            matters: "32-bit programs get ENOSYS, or another call.",
            example:
                "'lamp' at 584 of sys/kern/syscalls.master, and UNIMPL at 584 of sys/compat/freebsd32/syscalls.master.",
            exceptions: "Calls that 32-bit programs cannot have."
        ),
        RuleDocumentation(
            "uncompiled-handler",
            .warning,
            checks: "The C file that defines a handler is named by one of sys/conf/files and its kin.",
            matters: "config(8) does not compile it, and the kernel does not link.",
            example: "'kern/kern_lamp.c standard' is missing in sys/conf/files.",
            exceptions: "Handlers of modules."
        ),
        RuleDocumentation(
            "incomplete-wrapper",
            .warning,
            checks: """
                A call of the list INTERPOSED has its C file in lib/libc/sys, and a slot both in the table and among the \
                numbers, or in neither.
                """,
            matters: "The library does not build, or the threads library replaces another function.",
            example: "SLOT(lamp, __sys_lamp) in interposing_table.c without INTERPOS_lamp in libc_private.h.",
            exceptions: "Never."
        ),
    ]
}
