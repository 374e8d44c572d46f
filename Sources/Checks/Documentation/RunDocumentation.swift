import Findings

/// The rules about what allows findings: comments in masters, and the project file.
enum RunDocumentation {
    static let all: [RuleDocumentation] = [
        RuleDocumentation(
            "malformed-suppression",
            .warning,
            checks: """
                A comment '; sysent: …' in a master reads 'allow RULE reason', names a rule that exists, and stands \
                directly above an entry. A suppression of the project file names a rule that exists.
                """,
            matters: """
                A comment that allows nothing looks as if it did; and an exception without a reason cannot be \
                reviewed.
                """,
            example: """
                '; sysent: allow missing-manual' lacks a reason. Write '; sysent: allow missing-manual documented as \
                acl_get_file(3)'.
                """,
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unused-suppression",
            .warning,
            checks: """
                Every comment '; sysent: allow RULE reason', and every suppression of the project file, keeps a \
                finding of the rule from counting. For the project file, which may serve several branches, it is a \
                note.
                """,
            matters: "An exception that outlives its cause hides the next fault of that row.",
            example: "The page was written, and the comment that allows its absence still stands there. Take it out.",
            exceptions: """
                When the check runs without what the rule needs, as missing-syzkaller does without --syzkaller. A \
                comment about a rule that needs --base is looked at with --base alone, and only where the base has not \
                got the comment: there it was for an earlier change, and allows nothing any more.
                """
        ),
        RuleDocumentation(
            "malformed-project",
            .error,
            checks: """
                The project file, .sysent.yml at the tree's root, is YAML and holds what a project file holds: a list \
                'suppressions', each with a rule, a reason, and perhaps a path and a call.
                """,
            matters: """
                A key that nobody knows is most often one that was misspelt. To read over it would mean that what the \
                project has decided does not hold, and that nobody is told.
                """,
            example: "'supressions:' in the first line. The finding names the keys that there are.",
            exceptions: "A file for a later Sysent, which knows more keys."
        ),
    ]
}
