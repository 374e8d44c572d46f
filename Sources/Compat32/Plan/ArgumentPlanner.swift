import Findings

/// Decides for each argument what 32-bit programs make of it, and how the entry points hand it on.
struct ArgumentPlanner {
    let call: CallInterface
    let tree: CompatTree
    let limits: [String: String]
    let types: TypeTable
    let projects: Bool
    var elements: ElementPlanner
    /// Why the call cannot be planned.
    var problems: [Finding] = []
    /// What is doubtful.
    var doubts: [Finding] = []

    typealias Verdict = CompatPlan.Verdict

    init(_ call: CallInterface, _ tree: CompatTree, limits: [String: String]) {
        self.call = call
        self.tree = tree
        self.limits = limits
        types = TypeTable(declarations: tree.declarations)
        elements = ElementPlanner(tree)
        projects = tree.projects
    }

    /// The verdict on `argument`, and how it is passed; `nil` after a problem.
    mutating func plan(_ argument: CallInterface.Argument) -> (verdict: Verdict, parameter: Parameter)? {
        let type = DeclaredType(argument.type)
        let outcome =
            if type.stars.isEmpty { value(argument, type) } else { pointer(argument, type, type.pointee ?? type) }
        guard let outcome else { return nil }
        if !call.returns, outcome.passing.needsMemory {
            _ = refuse("unsupported-argument", argument, "a call that does not return cannot free what was copied")
            return nil
        }
        let parameter = Parameter(argument: argument, type: type, passing: outcome.passing)
        let verdict = Verdict(
            name: argument.name, type: argument.type, passage: outcome.passage, rule: outcome.rule,
            place: outcome.place)
        return (verdict, parameter)
    }

    struct Outcome {
        let passage: CompatPlan.Passage
        let passing: Passing
        let rule: String
        let place: Location?
    }

    mutating func refuse(
        _ rule: String, _ argument: CallInterface.Argument, _ message: String, at place: Location? = nil,
        notes: [Note] = []
    ) -> Outcome? {
        let subject = "argument '\(argument.name)' of \(call.name): \(message)"
        problems.append(Finding(.error, rule, at: place, subject, notes: notes))
        return nil
    }
}
