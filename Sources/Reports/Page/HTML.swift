/// Markup that text cannot become a part of: whatever is interpolated is escaped, unless it is markup itself.
///
///     let cell: HTML = "<td>\(name)</td>"
public struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The markup.
    public let text: String

    /// Markup that is written in the source.
    public init(stringLiteral text: String) {
        self.text = text
    }

    /// Markup with values in it.
    public init(stringInterpolation parts: StringInterpolation) {
        text = parts.text
    }

    /// Literal markup and values, put together.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        /// Begins with nothing.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity)
        }

        /// Adds markup that is written in the source.
        public mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        /// Adds text, in which nothing is markup: neither between tags nor in a quoted attribute.
        public mutating func appendInterpolation(_ value: String) {
            for scalar in value.unicodeScalars { text += HTML.escaped(scalar) }
        }

        /// Adds a number.
        public mutating func appendInterpolation(_ value: Int) {
            text += String(value)
        }

        /// Adds markup.
        public mutating func appendInterpolation(_ markup: HTML) {
            text += markup.text
        }

        /// Adds markup piece by piece.
        public mutating func appendInterpolation(_ markup: [HTML]) {
            for piece in markup { text += piece.text }
        }
    }

    /// Control characters are no characters of a document, and those that turn the direction of writing would make a
    /// line read as another than it is: both are shown as what cannot be shown.
    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        case "\t", "\n": String(scalar)
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": "\u{FFFD}"
        default: String(scalar)
        }
    }
}
