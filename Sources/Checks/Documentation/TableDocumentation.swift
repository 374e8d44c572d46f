import Findings

/// The rules about numbers, names, kinds and conditionals: what must hold of rows before a table can be made.
enum TableDocumentation {
    static let all: [RuleDocumentation] = [
        RuleDocumentation(
            "number-gap",
            .error,
            checks: "Every row has the number that follows the row ahead of it.",
            matters: """
                The switch table is an array without indices. Behind a gap every handler stands at another place \
                than its number says, and programs call the wrong function.
                """,
            example: "602 is followed by 604. Give the row 603, or fill the gap with a RESERVED row.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "number-order",
            .error,
            checks: "Rows stand in the order of their numbers.",
            matters: """
                The switch table is written in file order; a row out of order moves its handler, and those behind \
                it, to other numbers.
                """,
            example: "Rows 12 and 11 have changed places. Put them back.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "duplicate-number",
            .error,
            checks: "A number is given to one row only, in each arm of a conditional.",
            matters: """
                Two rows of one number make the table one row longer than its numbers; every later \
                handler is moved by one.
                """,
            example: "Two branches both added their call as 599. Give the second the next free number.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "number-too-large",
            .error,
            checks: "No number is above 32767.",
            matters: "ktrace(2) and the audit trail record a call's number in 16 bits.",
            example: "A vendor band at 40000. Choose numbers that follow the table's end.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "table-too-large",
            .error,
            checks: "The table as a whole has no more rows than its numbers can name.",
            matters: "A range with a slip in it would make companions of many megabytes.",
            example: "'100-10000000 UNIMPL'.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "duplicate-name",
            .error,
            checks: "No two rows define the same SYS_ symbol, unless no kernel can have both.",
            matters: """
                The header defines the symbol twice. The compiler complains, or the later definition \
                wins quietly.
                """,
            example: "A second 'read'. Rename one of the two.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "duplicate-argument",
            .error,
            checks: "The arguments of a call have different names.",
            matters: "The argument structure would have two members of one name.",
            example: "'int fd, void *buf, int fd'.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "unknown-kind",
            .error,
            checks: "Each word of the third column is a kind that this release's generator knows.",
            matters: "The generator stops, without a line number, after it has emptied its first output.",
            example: "'STD|CAPENABELD'. Correct the spelling.",
            exceptions: "A tree whose own generator knows more kinds: they are read from it."
        ),
        RuleDocumentation(
            "conflicting-kinds",
            .error,
            checks: "The kinds of a row do not contradict one another.",
            matters: "The generator looks at one of them, and which one depends on the release.",
            example: "'STD|COMPAT11'. A call is either present or of an older release.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-compat-level",
            .error,
            checks: "A compat row is of a level that the table's compat set has.",
            matters: "The generator stops in the middle of its first file.",
            example: "COMPAT15 in a tree whose compat set ends at 14.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "unknown-compat-set",
            .error,
            checks: "'compat_set' in a syscalls.conf names a set that the generator has.",
            matters: "Without the set no compat row can be made.",
            example: "compat_set='nativ'.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "unknown-abi-flag",
            .error,
            checks: "'abi_flags' in a syscalls.conf names flags that the generator knows.",
            matters: """
                A misspelt flag has no effect: arguments that differ between the ABIs are passed on as they are.
                """,
            example: "abi_flags='long_sise|pointer_size'.",
            exceptions: "A warning in releases whose generator ignores the flag as well."
        ),
        RuleDocumentation(
            "missing-prototype",
            .error,
            checks: "A row whose companions declare a function has a declaration in braces.",
            matters: "Prototype and stub could not be written.",
            example: "'42 AUE_NULL STD pipe' without braces.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "wide-argument",
            .warning,
            checks: "No argument that a 32-bit table passes on in one piece has a 64-bit type.",
            matters: """
                A 32-bit program passes such an argument in two registers. A table that does not split it hands the \
                kernel half of it, and moves every later argument.
                """,
            example: """
                rpctls_syscall(uint64_t socookie). Add the type to util.is64bitType, or list the call in \
                syscall_no_abi_change with a reason.
                """,
            exceptions: """
                The handler of the 32-bit ABI may put the halves together by itself; released trees \
                have such calls.
                """
        ),
        RuleDocumentation(
            "unknown-audit-event",
            .warning,
            checks: "sys/bsm/audit_kevents.h defines the event of every row.",
            matters: "The switch table does not compile, or the event is one that the trail cannot name.",
            example: "AUE_PDWIAT. Correct it, or define the event.",
            exceptions: "The header of another branch."
        ),
        RuleDocumentation(
            "unbalanced-conditional",
            .error,
            checks: "Every #if of a master has its #endif.",
            matters: "The preprocessor lines are copied into the companions, which then do not compile.",
            example: "An #endif was lost in a merge.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "unequal-arms",
            .error,
            checks: "The arms of a conditional take the same numbers.",
            matters: """
                The table would have another number of rows in each kernel, and the rows behind it other places.
                """,
            example: "Two rows behind #ifdef PAD64_REQUIRED and one behind #else. Fill up with UNIMPL.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "dropped-directive",
            .error,
            checks: "A preprocessor line stands where the generator copies it.",
            matters: "The generator drops the line; what it encloses would be compiled always.",
            example: "#ifdef ahead of the first row of a master for FreeBSD 15.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "directive-before-range",
            .error,
            checks: "No preprocessor line stands directly ahead of a range.",
            matters: "The generator repeats the line for each number of the range.",
            example: "#ifdef ahead of '400-410 RESERVED'.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "range-not-allowed",
            .error,
            checks: "Only rows that are no calls take a range of numbers.",
            matters: "One handler cannot stand at several places under one name.",
            example: "'10-12 AUE_NULL STD {'.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "no-entries",
            .error,
            checks: "A master has rows.",
            matters: "There is no table to make.",
            example: "A master of comments only.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "empty-file",
            .error,
            checks: "A master is not empty.",
            matters: "An interrupted write leaves an empty file; companions made of it would be empty too.",
            example: "Restore the file.",
            exceptions: "Never."
        ),
    ]
}
