import Findings

/// The rules of plans for a boot check.
enum BootDocumentation {
    static let all: [RuleDocumentation] = [
        RuleDocumentation(
            "malformed-pattern",
            .error,
            checks: "The pattern of a marker, or of what a conversation waits for, can be read.",
            matters: "A pattern that means something else than was thought finds nothing, or everything.",
            example: "'pattern: \"[0-9\"' lacks a bracket.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-state",
            .error,
            checks: "A state that a marker wants to find is one that another marker leads to.",
            matters: "The marker could never be found, and the boot would wait for it until its deadline.",
            example: "'from: logged-in', and no marker has 'to: logged-in'.",
            exceptions: "Never."
        ),
    ]
}
