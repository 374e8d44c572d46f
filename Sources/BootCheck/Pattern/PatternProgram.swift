/// A pattern as a machine of many states at once.
struct PatternProgram: Sendable {
    /// What a state does.
    enum Step: Sendable {
        case bytes(ByteSet, next: Int)
        case split(Int, Int)
        case start(next: Int)
        case end(next: Int)
        case match
    }

    private(set) var steps: [Step] = []
    private(set) var entry = 0

    private static let sizeLimit = 20_000

    init(_ node: PatternNode) throws(PatternError) {
        guard Self.size(node) <= Self.sizeLimit else { throw PatternError(message: "the pattern is too large") }
        self.init(unchecked: node)
    }

    init(unchecked node: PatternNode) {
        let match = add(.match)
        entry = compile(node, next: match)
    }

    private static func size(_ node: PatternNode) -> Int {
        switch node {
        case .set, .start, .end: 1
        case .sequence(let nodes), .choice(let nodes):
            nodes.reduce(1) { min($0 + size($1), sizeLimit + 1) }
        case .repeated(let node, let least, let most):
            min((size(node) + 1) * max(least + 1, most ?? 0), sizeLimit + 1)
        }
    }

    private mutating func add(_ step: Step) -> Int {
        steps.append(step)
        return steps.count - 1
    }

    /// Compiles from the back, so that what follows is known.
    private mutating func compile(_ node: PatternNode, next: Int) -> Int {
        switch node {
        case .set(let set): return add(.bytes(set, next: next))
        case .start: return add(.start(next: next))
        case .end: return add(.end(next: next))
        case .sequence(let nodes):
            return nodes.reversed().reduce(next) { compile($1, next: $0) }
        case .choice(let nodes):
            let entries = nodes.map { compile($0, next: next) }
            return entries.dropLast().reversed().reduce(entries[entries.count - 1]) { add(.split($1, $0)) }
        case .repeated(let node, let least, let most):
            var entry = next
            if let most {
                for _ in least..<max(most, least) {
                    let inner = compile(node, next: entry)
                    entry = add(.split(inner, next))
                }
            } else {
                let loop = add(.split(0, next))
                steps[loop] = .split(compile(node, next: loop), next)
                entry = loop
            }
            for _ in 0..<least { entry = compile(node, next: entry) }
            return entry
        }
    }
}
