import Findings

/// The rules of the verbs that look something up or change a tree.
enum ChangeDocumentation {
    static let all: [RuleDocumentation] = [
        RuleDocumentation(
            "unknown-table",
            .error,
            checks: "A name given by --table means a table of the tree.",
            matters: "There is nothing to work on.",
            example: "--table freebsd23. 'sysent tables' lists them.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "ambiguous-table",
            .error,
            checks: "A name given by --table means one table.",
            matters: "Which one is meant cannot be guessed.",
            example: "--table linux where there are amd64/linux and arm64/linux.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-companion",
            .error,
            checks: "A name given by --stdout means a companion.",
            matters: "There is nothing to print.",
            example: "--stdout syscall.hh.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-call",
            .error,
            checks: "A name or number means a call of the tree.",
            matters: "There is nothing to show.",
            example: "'sysent show opne'.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-rule",
            .error,
            checks: "A name given to 'explain' or by --rule means a rule.",
            matters: "A misspelt name would check nothing and look like a clean tree.",
            example: "--rule number-gaps. 'sysent explain' lists the names.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "malformed-baseline",
            .error,
            checks: "A baseline file is one that --write-baseline wrote.",
            matters: "Findings that are known could not be told from new ones.",
            example: "The file was cut off. Write it anew and review the difference.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "already-widened",
            .error,
            checks: "A table that is widened has no band of its own yet.",
            matters: "Two bands of one kind cannot be told apart later.",
            example: "Take the first band back by 'sysent narrow', and widen by the sum.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "band-collides",
            .error,
            checks: "The numbers of a new band are free.",
            matters: "Rows that exist keep their numbers for ever.",
            example: "--at names a number that a call has.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "band-in-conditional",
            .error,
            checks: "A band stands in no arm of a conditional.",
            matters: "Whether the slots exist would depend on the kernel's options.",
            example: "Edit such a band by hand.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "malformed-label",
            .error,
            checks: "A band's label is one line of text.",
            matters: "It becomes a comment in the master.",
            example: "A label with a line feed.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "no-band",
            .error,
            checks: "There is a band with the numbers that were named.",
            matters: "There is nothing to take back.",
            example: "'sysent list --loadable' shows the bands.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "no-slots",
            .error,
            checks: "A band has at least one slot.",
            matters: "There would be nothing to add.",
            example: "--slots 0.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "rows-behind-band",
            .error,
            checks: "A band that is taken back ends the table.",
            matters: "The rows behind it would change their numbers, which are compiled into programs.",
            example: "Turn its rows into RESERVED instead.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "stock-band",
            .error,
            checks: "The band that modules of the release expect stays.",
            matters: "Modules that were built for the release would find no slot.",
            example: "'sysent narrow' on a tree that was never widened.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "nothing-to-do",
            .error,
            checks: "A change changes something.",
            matters: "An empty patch helps nobody.",
            example: "The change is in the tree already.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "read-only-tree",
            .error,
            checks: "A tree that is written to can be written to.",
            matters: "The sample is built in, and a revision is history.",
            example: "--in-place together with --onto.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "read-only",
            .error,
            checks: "A file that is changed may be written to.",
            matters: "Its owner did not want it to be changed.",
            example: "A companion with mode 0444.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "stale-edit",
            .error,
            checks: "A file that is changed is as it was when the change was worked out.",
            matters: "Somebody else's work would be lost.",
            example: "An editor saved the master meanwhile. Run the command again.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "changed-underneath",
            .error,
            checks: "No directory changes while files are written.",
            matters: "The files could land elsewhere.",
            example: "A checkout ran at the same time. Run the command again.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "same-file",
            .error,
            checks: "Two paths of a change are two files.",
            matters: "The second result would overwrite the first.",
            example: "Two names of one file by a hard link.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "write-failed",
            .error,
            checks: "Files can be written.",
            matters: "Nothing was changed: all temporary files are written before the first is renamed.",
            example: "The disk is full.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "partly-written",
            .error,
            checks: "All files of a change were renamed.",
            matters: "Each file is old or new and never short, but the set is mixed.",
            example: "Run the same command again; it writes the rest.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "write-unconfirmed",
            .error,
            checks: "The system confirms what was written.",
            matters: "A power failure now could undo it.",
            example: "A file system that reports an error late.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "cannot-write",
            .error,
            checks: "What belongs to a patch series can be written.",
            matters: "The series is unchanged.",
            example: "A patch directory without write permission.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "output",
            .error,
            checks: "Standard output can be written to.",
            matters: "A result that nobody received is no success.",
            example: "Output into a full disk.",
            exceptions: "Never."
        ),
    ]
}
