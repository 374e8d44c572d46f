/// The parts of a pattern.
indirect enum PatternNode: Sendable {
    case set(ByteSet)
    case sequence([PatternNode])
    case choice([PatternNode])
    case repeated(PatternNode, from: Int, to: Int?)
    case start
    case end

    /// A run of single bytes that every match has, the longest.
    var longestLiteral: [UInt8] {
        guard case .sequence(let nodes) = self else {
            if case .set(let set) = self, let byte = set.single { return [byte] }
            if case .repeated(let node, let least, _) = self, least > 0 { return node.longestLiteral }
            return []
        }
        var best: [UInt8] = []
        var run: [UInt8] = []
        for node in nodes {
            if case .set(let set) = node, let byte = set.single {
                run.append(byte)
            } else {
                run = []
                let inner = node.longestLiteral
                if inner.count > best.count { best = inner }
            }
            if run.count > best.count { best = run }
        }
        return best
    }

    /// The single bytes behind a `^` at the beginning.
    var head: [UInt8] {
        guard case .sequence(let nodes) = self, case .start? = nodes.first else { return [] }
        var head: [UInt8] = []
        for node in nodes.dropFirst() {
            guard case .set(let set) = node, let byte = set.single else { break }
            head.append(byte)
        }
        return head
    }

    /// Whether a `$` stands somewhere.
    var hasEnd: Bool {
        switch self {
        case .end: true
        case .set, .start: false
        case .sequence(let nodes), .choice(let nodes): nodes.contains(where: \.hasEnd)
        case .repeated(let node, _, _): node.hasEnd
        }
    }
}
