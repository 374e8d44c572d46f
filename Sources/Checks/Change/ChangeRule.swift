import Findings

/// A rule that only a change can violate. It runs where a base is named, and is silent elsewhere.
protocol ChangeRule: Rule {
    /// The places at which the change from the base to `tree` violates the rule.
    ///
    /// - Throws: a `Refusal` when a file that the rule must look at cannot be read.
    func findings(of change: TreeChange, in tree: CheckedTree) throws(Refusal) -> [Finding]
}

extension ChangeRule {
    /// What ``findings(of:in:)`` says, where there is a base.
    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let change = tree.change else { return [] }
        return try findings(of: change, in: tree)
    }
}
