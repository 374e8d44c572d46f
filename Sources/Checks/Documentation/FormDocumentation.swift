import Findings

/// The rules about the form of masters, configurations and lists.
enum FormDocumentation {
    static let all: [RuleDocumentation] = [
        RuleDocumentation(
            "malformed-entry",
            .error,
            checks: "An entry has the form that this release's generator reads.",
            matters: "The generator stops, or takes the words for something else.",
            example: "The opening brace stands on a line of its own.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "malformed-number",
            .error,
            checks: "The first word of an entry is a number, or a range of two.",
            matters: "The row could not be placed.",
            example: "'4O2 AUE_NULL STD', with a letter O.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "malformed-name",
            .error,
            checks: "Names are identifiers of C.",
            matters: "The companions would not compile.",
            example: "'int re-ad(void);'.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "malformed-prototype",
            .error,
            checks: "The braces of an entry hold one declaration of a function.",
            matters: "Argument structure and prototype are made of it.",
            example: "'int read(int fd' without an end.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "malformed-argument",
            .error,
            checks: "Every argument has a type and a name.",
            matters: "The argument structure needs both.",
            example: "'int read(int, void *buf)'.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "malformed-comment",
            .error,
            checks: "The words that go into a comment of the companions do not end it.",
            matters: "The rest of the comment would be compiled.",
            example: "'77 AUE_NULL OBSOL vadvise */'.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "malformed-directive",
            .error,
            checks: "A preprocessor line of an older master begins in the first column and ends with its line.",
            matters: "The generator takes another line for part of an entry.",
            example: "'  #ifdef'.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "swallowed-line",
            .error,
            checks: "No comment of an older master ends in a backslash.",
            matters: "The generator joins the next line to the comment and drops it: a call is gone, silently.",
            example: "'; see below \\' above a row. Take the backslash out.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "malformed-setting",
            .error,
            checks: "Every line of a syscalls.conf is 'key=value', as this release's generator reads it.",
            matters: "A line that is read otherwise sets something else, or nothing.",
            example: "'sysnames = 'a.c'' in a release whose shell sources the file.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "shell-substitution",
            .error,
            checks: "No value of a syscalls.conf has to be computed by a shell.",
            matters: """
                A configuration is data here and never executed, so its table cannot be made. Older generators run \
                what stands there.
                """,
            example: "capenabled=`cat list`. Write the list itself.",
            exceptions: "The one released idiom is understood; other trees may need theirs written out."
        ),
        RuleDocumentation(
            "malformed-capability",
            .warning,
            checks: "Every line of a capabilities.conf is the name of a call.",
            matters: "A line with anything else enables nothing.",
            example: "'read write' on one line, where the generator takes one name a line.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "missing-field",
            .error,
            checks: "An entry has number, audit event, kinds, and what its kinds ask for.",
            matters: "The generator stops or shifts the words.",
            example: "'42 STD { int pipe(void); }' without an audit event.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "field-order",
            .error,
            checks: "Audit event and kinds stand in this order.",
            matters: "Each would be taken for the other.",
            example: "'42 STD AUE_PIPE {'.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "missing-brace",
            .error,
            checks: "The braces of an entry are closed where the generator looks for it.",
            matters: "Everything that follows would be part of the entry.",
            example: "A closing brace that was lost in a merge.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "missing-paren",
            .error,
            checks: "The parentheses of a declaration are closed.",
            matters: "The arguments could not be told from what follows.",
            example: "'int read(int fd;'.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "stray-text",
            .error,
            checks: "Every line of a master belongs to something.",
            matters: "Text that belongs to nothing is most often an entry that an edit has cut in two.",
            example: "An argument on a line behind the closing brace.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "unterminated-entry",
            .error,
            checks: "An entry ends before the file does.",
            matters: "The last call of the table would be lost.",
            example: "A file that ends within braces.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "trailing-space",
            .error,
            checks: "Nothing stands behind the ');' and '}' that end a declaration.",
            matters: "This release's generator refuses white space there.",
            example: "'); ' with a blank. Take it out.",
            exceptions: "Never; the generator itself, or the compiler behind it, stops or goes wrong here."
        ),
        RuleDocumentation(
            "not-utf8",
            .error,
            checks: "A master is text in UTF-8.",
            matters: "Bytes of another encoding go into the companions as they are.",
            example: "A name in a comment in Latin-1.",
            exceptions: "Trees whose compilers do not mind; convert the file all the same."
        ),
        RuleDocumentation(
            "nul-byte",
            .error,
            checks: "No file that a table is made of has a NUL byte.",
            matters: "The generators of different releases end the line there, or do not.",
            example: "A file that an interrupted write has filled up.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "carriage-return",
            .error,
            checks: "Lines end in a line feed alone.",
            matters: "The carriage return becomes part of the last word: no kind and no call has such a name.",
            example: "A file that was edited on another system. Convert it.",
            exceptions: "Never."
        ),
    ]
}
