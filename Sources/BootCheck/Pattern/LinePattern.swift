/// A pattern on one line: the common part of regular expressions, over bytes.
///
/// `.`, `[a-z]`, `[^a-z]`, `\d`, `\w`, `\s` and their opposites, groups, `|`, `*`, `+`, `?`, `{2,5}`, `^` and `$`. It is found
/// anywhere in a line unless it says otherwise. An engine of its own, because a console may bring tens of megabytes a second
/// and bytes that are no text, and because nothing that a plan says may make the search slow: there is no backtracking.
public struct LinePattern: Sendable, Hashable {
    /// The pattern as it was written.
    public let text: String
    /// What is compiled of it.
    let program: PatternProgram
    /// A text that every line with the pattern has; empty when there is none that is worth a search.
    let literal: [UInt8]
    /// The text that a line with the pattern begins with; empty when the pattern is not bound to the beginning.
    let head: [UInt8]
    /// Whether the pattern looks at the end of the line.
    let looksAtEnd: Bool

    /// Compiles `text`.
    ///
    /// - Throws: ``PatternError`` for what is no pattern.
    public init(_ text: String) throws(PatternError) {
        var parser = PatternParser(text)
        let node = try parser.parse()
        self.text = text
        program = try PatternProgram(node)
        literal = node.longestLiteral
        head = node.head
        looksAtEnd = node.hasEnd
    }

    /// A pattern that finds `text` itself.
    public init(literally text: String) {
        self.init(text, text.utf8.map { .set(ByteSet([$0])) })
    }

    /// A pattern that finds `text` at the beginning of a line.
    public init(atStart text: String) {
        self.init(text, [.start] + text.utf8.map { .set(ByteSet([$0])) })
    }

    /// `@sysent [0-9]+ end #`
    static let probeEnd = LinePattern(
        "@sysent N end #",
        "@sysent ".utf8.map { .set(ByteSet([$0])) }
            + [.repeated(.set(ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))), from: 1, to: nil)]
            + " end #".utf8.map { .set(ByteSet([$0])) })

    private init(_ text: String, _ nodes: [PatternNode]) {
        let node = PatternNode.sequence(nodes)
        self.text = text
        program = PatternProgram(unchecked: node)
        literal = node.longestLiteral
        head = node.head
        looksAtEnd = node.hasEnd
    }

    /// Patterns are what was written.
    public static func == (left: LinePattern, right: LinePattern) -> Bool { left.text == right.text }
    /// Patterns are what was written.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// Whether `line` has the pattern.
    public func isFound(in line: [UInt8]) -> Bool {
        var matcher = PatternMatcher(self)
        return line.withUnsafeBufferPointer { matcher.isFound(in: $0) }
    }
}

/// What is wrong with a pattern.
public struct PatternError: Error, Sendable, Hashable {
    /// What, without a full stop.
    public let message: String
}
