import SyscallSyntax

/// A Lua pattern (Lua manual, 6.4.1) without captures, `%b` and `%f`: what the generator's data use to recognise types.
///
/// Matching is by bytes, as in Lua with the C locale.
public struct LuaPattern: Sendable, Hashable {
    /// The pattern as written.
    public let source: String
    private var items: [Item] = []
    private var isAnchored = false
    private var isAnchoredAtEnd = false

    private struct Item: Sendable, Hashable {
        var bytes: ByteSet
        var repetition: Repetition
    }

    private enum Repetition: Sendable, Hashable {
        case once, optional, greedy, greedyFromOne, lazy
    }

    /// Compiles `source`; `nil` when it is malformed or uses what this reader does not know.
    public init?(_ source: String) {
        self.source = source
        let pattern = Array(source.utf8)
        var position = 0
        if pattern.first == UInt8(ascii: "^") {
            isAnchored = true
            position = 1
        }
        while position < pattern.count {
            if pattern[position] == UInt8(ascii: "$"), position + 1 == pattern.count {
                isAnchoredAtEnd = true
                break
            }
            guard let bytes = ByteSet(pattern, at: &position) else { return nil }
            var repetition = Repetition.once
            if position < pattern.count {
                switch pattern[position] {
                case UInt8(ascii: "*"): repetition = .greedy
                case UInt8(ascii: "+"): repetition = .greedyFromOne
                case UInt8(ascii: "-"): repetition = .lazy
                case UInt8(ascii: "?"): repetition = .optional
                default: break
                }
                if repetition != .once { position += 1 }
            }
            items.append(Item(bytes: bytes, repetition: repetition))
        }
    }

    /// The first match in `text` at or after `start`.
    public func firstMatch(in text: [UInt8], from start: Int = 0) -> Range<Int>? {
        text.withUnsafeBufferPointer { text in
            items.withUnsafeBufferPointer { items in
                var position = start
                repeat {
                    if let end = match(text, at: position, items) { return position..<end }
                    position += 1
                } while !isAnchored && position <= text.count
                return nil
            }
        }
    }

    /// Whether the pattern is found in `text`.
    public func matches(_ text: [UInt8]) -> Bool {
        firstMatch(in: text) != nil
    }

    /// The end of a match of `items` that begins at `start`. Calls itself only for what may have to be tried again.
    private func match(
        _ text: UnsafeBufferPointer<UInt8>,
        at start: Int,
        _ items: UnsafeBufferPointer<Item>
    ) -> Int? {
        var start = start
        for (index, item) in items.enumerated() {
            func holds(_ position: Int) -> Bool { position < text.count && item.bytes.contains(text[position]) }
            let rest = UnsafeBufferPointer(rebasing: items[(index + 1)...])
            switch item.repetition {
            case .once:
                guard holds(start) else { return nil }
                start += 1
            case .optional:
                if holds(start), let end = match(text, at: start + 1, rest) { return end }
            case .greedy, .greedyFromOne:
                var last = start
                while holds(last) { last += 1 }
                let first = item.repetition == .greedy ? start : start + 1
                while last >= first {
                    if let end = match(text, at: last, rest) { return end }
                    last -= 1
                }
                return nil
            case .lazy:
                while true {
                    if let end = match(text, at: start, rest) { return end }
                    guard holds(start) else { return nil }
                    start += 1
                }
            }
        }
        return isAnchoredAtEnd && start != text.count ? nil : start
    }
}

/// A set of bytes.
private struct ByteSet: Sendable, Hashable {
    private var words = SIMD4<UInt64>()

    func contains(_ byte: UInt8) -> Bool {
        words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0
    }

    private mutating func insert(_ byte: UInt8) {
        words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
    }

    private mutating func insert(where isMember: (UInt8) -> Bool) {
        for byte in UInt8.min...UInt8.max where isMember(byte) { insert(byte) }
    }

    /// One single-character class at `position` of `pattern`.
    init?(_ pattern: [UInt8], at position: inout Int) {
        let byte = pattern[position]
        position += 1
        switch byte {
        case UInt8(ascii: "."):
            insert { _ in true }
        case UInt8(ascii: "%"):
            guard position < pattern.count, insertClass(pattern[position]) else { return nil }
            position += 1
        case UInt8(ascii: "["):
            guard insertSet(pattern, at: &position) else { return nil }
        case UInt8(ascii: "("), UInt8(ascii: ")"):
            return nil
        default:
            insert(byte)
        }
    }

    private mutating func insertSet(_ pattern: [UInt8], at position: inout Int) -> Bool {
        var members = ByteSet()
        let isComplement = position < pattern.count && pattern[position] == UInt8(ascii: "^")
        if isComplement { position += 1 }
        var isFirst = true
        while position < pattern.count, isFirst || pattern[position] != UInt8(ascii: "]") {
            isFirst = false
            if pattern[position] == UInt8(ascii: "%") {
                guard position + 1 < pattern.count, members.insertClass(pattern[position + 1]) else { return false }
                position += 2
            } else if position + 2 < pattern.count, pattern[position + 1] == UInt8(ascii: "-"),
                pattern[position + 2] != UInt8(ascii: "]")
            {
                let (first, last) = (pattern[position], pattern[position + 2])
                members.insert { $0 >= first && $0 <= last }
                position += 3
            } else {
                members.insert(pattern[position])
                position += 1
            }
        }
        guard position < pattern.count else { return false }
        position += 1
        insert { members.contains($0) != isComplement }
        return true
    }

    private init() {}

    /// `%a` and its like; any other byte that is no letter or digit stands for itself.
    private mutating func insertClass(_ letter: UInt8) -> Bool {
        let isMember: (UInt8) -> Bool
        switch letter | 0x20 {
        case UInt8(ascii: "a"): isMember = { isIdentifier($0) && !isDigit($0) && $0 != 0x5F }
        case UInt8(ascii: "c"): isMember = { $0 < 0x20 || $0 == 0x7F }
        case UInt8(ascii: "d"): isMember = isDigit
        case UInt8(ascii: "g"): isMember = { $0 > 0x20 && $0 < 0x7F }
        case UInt8(ascii: "l"): isMember = { $0 >= 0x61 && $0 <= 0x7A }
        case UInt8(ascii: "p"): isMember = { $0 > 0x20 && $0 < 0x7F && (!isIdentifier($0) || $0 == 0x5F) }
        case UInt8(ascii: "s"): isMember = isSpace
        case UInt8(ascii: "u"): isMember = { $0 >= 0x41 && $0 <= 0x5A }
        case UInt8(ascii: "w"): isMember = { isIdentifier($0) && $0 != 0x5F }
        case UInt8(ascii: "x"): isMember = { isDigit($0) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66) }
        default:
            guard !isIdentifier(letter) || letter == 0x5F else { return false }
            insert(letter)
            return true
        }
        let isComplement = letter & 0x20 == 0
        insert { isMember($0) != isComplement }
        return true
    }
}
