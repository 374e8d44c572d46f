/// A report in the form of headings, paragraphs, lists and tables, which is written as text, Markdown or a page.
///
/// Whatever is interpolated into it is text, and stays text in each of the three.
public struct Prose: Sendable {
    /// Its parts.
    public var blocks: [Block]

    /// Makes a report of `blocks`.
    public init(_ blocks: [Block] = []) { self.blocks = blocks }

    /// A part of a report.
    public enum Block: Sendable {
        /// A heading; level 1 is the title.
        case heading(Int, Phrase)
        /// A paragraph.
        case paragraph(Phrase)
        /// Points.
        case list([Phrase])
        /// Points to be ticked off, each with a command that may be empty.
        case tasks([(text: Phrase, command: String)])
        /// Columns with heads. The first cell of a row names the row.
        case table(head: [Phrase], rows: [[Phrase]])
    }
}

/// A run of words, some of which are code.
public struct Phrase: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// Its pieces.
    public let pieces: [Piece]

    /// A piece of a phrase.
    public enum Piece: Sendable, Hashable {
        /// Words.
        case text(String)
        /// A name, a path, a command.
        case code(String)
        /// Words that are to catch the eye.
        case strong(String)
    }

    /// Makes a phrase of `pieces`.
    public init(_ pieces: [Piece]) { self.pieces = pieces }

    /// Makes a phrase of words.
    public init(_ text: String) { pieces = [.text(text)] }

    /// Makes a phrase of words that are written in the source.
    public init(stringLiteral text: String) { pieces = [.text(text)] }

    /// Makes a phrase with values in it.
    public init(stringInterpolation parts: StringInterpolation) { pieces = parts.pieces }

    /// Words and values, put together.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        /// Begins with nothing.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Adds words.
        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { pieces.append(.text(literal)) }
        }

        /// Adds words.
        public mutating func appendInterpolation(_ text: String) { pieces.append(.text(text)) }

        /// Adds a number.
        public mutating func appendInterpolation(_ number: Int) { pieces.append(.text(String(number))) }

        /// Adds a name, a path or a command.
        public mutating func appendInterpolation(code: String) { pieces.append(.code(code)) }

        /// Adds words that are to catch the eye.
        public mutating func appendInterpolation(strong: String) { pieces.append(.strong(strong)) }

        /// Adds what a phrase says.
        public mutating func appendInterpolation(_ phrase: Phrase) { pieces += phrase.pieces }
    }

    /// The words alone.
    public var plain: String {
        pieces.map { piece in
            switch piece {
            case .text(let text), .code(let text), .strong(let text): text
            }
        }.joined()
    }
}
