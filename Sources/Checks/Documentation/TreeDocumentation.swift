import Findings

/// The rules about trees: which tables they have, and which files belong to them.
enum TreeDocumentation {
    static let all: [RuleDocumentation] = [
        RuleDocumentation(
            "no-tables",
            .error,
            checks: "The tree has a system-call table.",
            matters: "There is nothing to work on.",
            example: "--tree names a directory above or below the source tree.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "missing-table",
            .warning,
            checks: "Every directory of _sysent_dirs has a table.",
            matters: "'make sysent' stops there.",
            example: "A directory was moved, and Makefile.inc1 still names the old place.",
            exceptions: "Trees that are unpacked in part."
        ),
        RuleDocumentation(
            "unresolved-path",
            .error,
            checks: "The paths by which a makefile names a table's master and configuration can be worked out.",
            matters: "A table whose files are named by variables that only make knows would be passed over in silence.",
            example:
                "SYSENT_FILE=${SOMEWHERE}/syscalls.master. Name the file by ${SYSDIR}, or below the directory.",
            exceptions: "A makefile whose variable is set elsewhere, for a directory that makes no table."
        ),
        RuleDocumentation(
            "no-native-table",
            .error,
            checks: "The tree has the native table that the verb works on.",
            matters: "Bands and calls of the other tables follow it.",
            example: "sys/kern is not part of the checkout.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-generator",
            .warning,
            checks: "The generator that the tree carries is one whose output Sysent is known to reproduce.",
            matters: "Its data are read and used, but code that nobody has compared could write other bytes.",
            example: "A tree with a patch to sys/tools/syscalls. Compare once by 'sysent generate --check'.",
            exceptions: "The patch changes nothing that is written."
        ),
        RuleDocumentation(
            "output-collision",
            .error,
            checks: "No two companions are one file, and none is a file that tables are made of.",
            matters: "One would overwrite the other.",
            example: "Two tables without a syscalls.conf in one directory.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "output-outside-tree",
            .error,
            checks: "The outputs that a configuration names lie inside the tree.",
            matters: "A configuration must not decide about files elsewhere.",
            example: "sysnames='../../../etc/passwd'.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "input-outside-tree",
            .error,
            checks: "The inputs that a configuration names lie inside the tree.",
            matters: "A configuration must not decide about files elsewhere.",
            example: "capabilities_conf='/etc/x'.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "outside-tree",
            .error,
            checks: "No symbolic link on the way to a file leaves the tree.",
            matters: "What is read or written would not be part of the tree.",
            example: "sys/kern is a link to another checkout.",
            exceptions: "Never; name the other tree by --tree."
        ),
        RuleDocumentation(
            "missing-tree",
            .error,
            checks: "There is a source tree.",
            matters: "There is nothing to work on.",
            example: "Run it below a source tree, name one by --tree, or try --sample.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "missing-directory",
            .error,
            checks: "A revision has the directory that is worked on.",
            matters: "There is nothing to read.",
            example: "--tree names a directory that was added later than the revision.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "missing-file",
            .error,
            checks: "A file that is needed is there.",
            matters: "The work cannot be done without it.",
            example: "A configuration names a capabilities.conf that does not exist.",
            exceptions: "Trees that are unpacked in part."
        ),
        RuleDocumentation(
            "is-a-directory",
            .error,
            checks: "What is read is a file.",
            matters: "A directory stands where a file is needed.",
            example: "A directory called syscalls.master.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "not-a-directory",
            .error,
            checks: "What is entered is a directory.",
            matters: "A file stands where a directory is needed.",
            example: "--output names a file.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "not-a-regular-file",
            .error,
            checks: "What is read or written is an ordinary file.",
            matters: "Opening a device or a pipe can block, or have an effect.",
            example: "A pipe called syscalls.master.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unreadable-file",
            .error,
            checks: "A file that is needed can be read.",
            matters: "The work cannot be done without it; 'check' goes on with the rest and ends with 2.",
            example: "A file without read permission.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "dangling-link",
            .error,
            checks: "A symbolic link leads to something.",
            matters: "There is nothing to read or to write.",
            example: "A link to a file that was moved.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "no-such-directory",
            .error,
            checks: "The directory in which a command works exists.",
            matters: "The command cannot be started.",
            example: "A directory that was removed meanwhile.",
            exceptions: "Never."
        ),
    ]
}
