import Findings

/// The rules about comments that allow findings.
enum RunDocumentation {
    static let all: [RuleDocumentation] = [
        RuleDocumentation(
            "malformed-suppression",
            .warning,
            checks: """
                A comment '; sysent: …' in a master reads 'allow RULE reason', names a rule that exists, and stands \
                directly above an entry.
                """,
            matters: """
                                A comment that allows nothing looks as if it did; and an exception without a reason \
                cannot be reviewed.
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
            checks: "Every comment '; sysent: allow RULE reason' keeps a finding of the rule from counting.",
            matters: "An exception that outlives its cause hides the next fault of that row.",
            example: "The page was written, and the comment that allows its absence still stands there. Take it out.",
            exceptions: """
                                When the check runs without what the rule needs, as missing-syzkaller does without \
                --syzkaller. A comment about a rule that needs --base is looked at with --base alone, and only where the \
                base has not got the comment: there it was for an earlier change, and allows nothing any more.
                """
        ),
    ]
}
