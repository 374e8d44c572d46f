/// A replacement of a byte range in a text.
public struct TextEdit: Sendable, Hashable {
    /// The bytes that are replaced; empty for an insertion.
    public let range: Range<Int>
    /// What stands there afterwards.
    public let replacement: [UInt8]

    /// Makes an edit of `range`.
    public init(range: Range<Int>, replacement: [UInt8]) {
        self.range = range
        self.replacement = replacement
    }
}

extension TextEdit {
    /// Applies `edits` to `text`; `nil` when two overlap or one reaches past the end.
    ///
    /// Edits may come in any order. Two insertions at one place are made in the order given.
    public static func apply(_ edits: [TextEdit], to text: [UInt8]) -> [UInt8]? {
        let ordered = edits.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        var result: [UInt8] = []
        result.reserveCapacity(text.count + edits.reduce(0) { $0 + $1.replacement.count })
        var position = 0
        for (_, edit) in ordered {
            guard edit.range.lowerBound >= position, edit.range.upperBound <= text.count else { return nil }
            result += text[position..<edit.range.lowerBound]
            result += edit.replacement
            position = edit.range.upperBound
        }
        return result + text[position...]
    }
}
