import SyscallSyntax

/// A Lua pattern (Lua manual, 6.4.1) without captures, `%b` and `%f`: what the generator's data use to recognise types.
///
/// Matching is by bytes, as in Lua with the C locale. Lua tries one way after the other, which a pattern of a foreign tree
/// could make last for ever; here all ways are followed at once, and a match takes a time that grows with the text alone.
public struct LuaPattern: Sendable, Hashable {
    /// The pattern as written.
    public let source: String
    /// How many items the pattern has: a class of bytes each, which is met once.
    private var count = 0
    /// For every byte the items that it meets, one bit each.
    private var items = [UInt64](repeating: 0, count: 256)
    /// The items that may be left out, one bit each.
    private var optional: UInt64 = 0
    /// The items that may follow themselves, one bit each.
    private var repeated: UInt64 = 0
    /// The bytes that every match begins with.
    private var prefix: [UInt8] = []
    /// The bytes that every match has.
    private var required = ByteSummary()
    private var isAnchored = false
    private var isAnchoredAtEnd = false

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
            let suffix = position < pattern.count ? pattern[position] : 0
            switch suffix {
            case UInt8(ascii: "*"), UInt8(ascii: "-"): append(bytes, isOptional: true, isRepeated: true)
            case UInt8(ascii: "+"):
                append(bytes, isOptional: false, isRepeated: false)
                append(bytes, isOptional: true, isRepeated: true)
            case UInt8(ascii: "?"): append(bytes, isOptional: true, isRepeated: false)
            default:
                append(bytes, isOptional: false, isRepeated: false)
                continue
            }
            position += 1
        }
        guard count < UInt64.bitWidth else { return nil }
    }

    private mutating func append(_ bytes: ByteSet, isOptional: Bool, isRepeated: Bool) {
        let item: UInt64 = 1 << UInt64(count)
        if isOptional { optional |= item }
        if isRepeated { repeated |= item }
        bytes.forEach { items[Int($0)] |= item }
        if !isOptional, let byte = bytes.onlyByte {
            required.insert(byte)
            if prefix.count == count { prefix.append(byte) }
        }
        count += 1
    }

    /// Whether the pattern is found in `text`.
    public func matches(_ text: [UInt8]) -> Bool {
        matches(text[...])
    }

    /// Whether the pattern is found in `text`.
    public func matches(_ text: ArraySlice<UInt8>) -> Bool {
        text.withUnsafeBufferPointer(matches)
    }

    /// Whether the pattern is found in `text`, whose `bytes` are known.
    func matches(_ text: ArraySlice<UInt8>, _ bytes: ByteSummary) -> Bool {
        required.isSubset(of: bytes) && matches(text)
    }

    private func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        // Most patterns begin with bytes that most texts do not have.
        guard let start = firstPrefix(in: text) else { return false }
        if prefix.count == count, !isAnchoredAtEnd { return true }
        return matches(text, from: start)
    }

    /// Where the bytes that every match begins with stand first, or where a match may begin at all.
    private func firstPrefix(in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = prefix.first else { return 0 }
        guard prefix.count <= text.count else { return nil }
        return prefix.withUnsafeBufferPointer { prefix in
            for start in 0...(isAnchored ? 0 : text.count - prefix.count) where text[start] == first {
                var length = 1
                while length < prefix.count, text[start + length] == prefix[length] { length += 1 }
                if length == prefix.count { return start }
            }
            return nil
        }
    }

    private func matches(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        let end: UInt64 = 1 << UInt64(count)
        let first: UInt64 = isAnchored ? 0 : 1
        // One bit for each item that may come next.
        var next = skippingOptional(1)
        return items.withUnsafeBufferPointer { items in
            for index in start..<text.count {
                if next & end != 0, !isAnchoredAtEnd { return true }
                let met = next & items[Int(text[index])]
                next = skippingOptional(first | met & repeated | (met & ~repeated) << 1)
                if next == 0 { return false }
            }
            return next & end != 0
        }
    }

    /// `states` and what comes behind those of them that may be left out.
    private func skippingOptional(_ states: UInt64) -> UInt64 {
        var states = states
        var rest = optional
        while rest != 0 {
            let item = rest & ~(rest - 1)
            rest &= rest - 1
            if states & item != 0 { states |= item << 1 }
        }
        return states
    }
}

/// Which bytes a text has, give or take: bytes that are 64 apart are not told from one another.
///
/// Made once and asked of many patterns, it shows soon which of them cannot match.
struct ByteSummary: Sendable, Hashable {
    private var bits: UInt64 = 0

    init() {}

    init(_ text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { text in
            for byte in text { insert(byte) }
        }
    }

    mutating func insert(_ byte: UInt8) {
        bits |= 1 << UInt64(byte & 63)
    }

    func isSubset(of other: ByteSummary) -> Bool {
        bits & ~other.bits == 0
    }
}

/// A set of bytes.
private struct ByteSet: Sendable, Hashable {
    private var words = SIMD4<UInt64>()

    func contains(_ byte: UInt8) -> Bool {
        words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0
    }

    /// The member of a set with one member.
    var onlyByte: UInt8? {
        var (last, count): (UInt8, Int) = (0, 0)
        forEach { (last, count) = ($0, count + 1) }
        return count == 1 ? last : nil
    }

    /// Calls `body` with each member.
    func forEach(_ body: (UInt8) -> Void) {
        for index in 0..<4 {
            var rest = words[index]
            while rest != 0 {
                body(UInt8(index * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
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
