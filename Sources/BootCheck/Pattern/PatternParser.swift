/// Reads the text of a pattern.
struct PatternParser {
    private let text: [UInt8]
    private var position = 0
    private var depth = 0

    private static let depthLimit = 50
    private static let repeatLimit = 1000

    init(_ text: String) {
        self.text = Array(text.utf8)
    }

    mutating func parse() throws(PatternError) -> PatternNode {
        if text.isEmpty { throw PatternError(message: "the pattern is empty") }
        let node = try choice()
        if position < text.count { throw PatternError(message: "')' without '('") }
        return node
    }

    private var next: UInt8? { position < text.count ? text[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func choice() throws(PatternError) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.depthLimit { throw PatternError(message: "groups are nested too deeply") }
        var branches = [try sequence()]
        while take(UInt8(ascii: "|")) { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var nodes: [PatternNode] = []
        while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            nodes.append(try quantified())
        }
        return .sequence(nodes)
    }

    private mutating func quantified() throws(PatternError) -> PatternNode {
        var node = try atom()
        while let byte = next {
            switch byte {
            case UInt8(ascii: "*"): node = .repeated(node, from: 0, to: nil)
            case UInt8(ascii: "+"): node = .repeated(node, from: 1, to: nil)
            case UInt8(ascii: "?"): node = .repeated(node, from: 0, to: 1)
            case UInt8(ascii: "{"):
                let (least, most) = try bounds()
                node = .repeated(node, from: least, to: most)
                continue
            default: return node
            }
            position += 1
        }
        return node
    }

    private mutating func bounds() throws(PatternError) -> (Int, Int?) {
        position += 1
        let least = number() ?? 0
        var most: Int? = least
        if take(UInt8(ascii: ",")) { most = number() }
        guard take(UInt8(ascii: "}")), most.map({ $0 >= least }) ?? true, max(least, most ?? 0) <= Self.repeatLimit
        else {
            throw PatternError(
                message: "expected {N}, {N,} or {N,M} up to \(Self.repeatLimit); a brace itself is written \\{")
        }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
            value = min((value ?? 0) * 10 + Int(byte - UInt8(ascii: "0")), 1 << 20)
            position += 1
        }
        return value
    }

    private mutating func atom() throws(PatternError) -> PatternNode {
        guard let byte = next else { throw PatternError(message: "the pattern ends too early") }
        position += 1
        switch byte {
        case UInt8(ascii: "^"): return .start
        case UInt8(ascii: "$"): return .end
        case UInt8(ascii: "."): return .set(.all)
        case UInt8(ascii: "["): return .set(try bracket())
        case UInt8(ascii: "("):
            if next == UInt8(ascii: "?") {
                position += 1
                guard take(UInt8(ascii: ":")) else { throw PatternError(message: "'(?' is not known but for '(?:'") }
            }
            let node = try choice()
            guard take(UInt8(ascii: ")")) else { throw PatternError(message: "'(' without ')'") }
            return node
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
            throw PatternError(message: "'\(Character(Unicode.Scalar(byte)))' with nothing before it")
        case UInt8(ascii: "\\"): return .set(try escape())
        default: return .set(ByteSet([byte]))
        }
    }

    private mutating func escape() throws(PatternError) -> ByteSet {
        guard let byte = next else { throw PatternError(message: "the pattern ends with a backslash") }
        position += 1
        switch byte {
        case UInt8(ascii: "d"): return Self.digits
        case UInt8(ascii: "D"): return Self.digits.inverted
        case UInt8(ascii: "w"): return Self.word
        case UInt8(ascii: "W"): return Self.word.inverted
        case UInt8(ascii: "s"): return Self.space
        case UInt8(ascii: "S"): return Self.space.inverted
        case UInt8(ascii: "t"): return ByteSet([9])
        default:
            if Self.word.contains(byte) {
                throw PatternError(message: "'\\\(Character(Unicode.Scalar(byte)))' is not known")
            }
            return ByteSet([byte])
        }
    }

    private mutating func bracket() throws(PatternError) -> ByteSet {
        let isInverted = take(UInt8(ascii: "^"))
        var set = ByteSet()
        var isFirst = true
        while true {
            guard let byte = next else { throw PatternError(message: "'[' without ']'") }
            if byte == UInt8(ascii: "]"), !isFirst { break }
            isFirst = false
            position += 1
            guard byte < 0x80 else { throw PatternError(message: "only ASCII can stand between brackets") }
            if byte == UInt8(ascii: "\\") {
                set.formUnion(try escape())
                continue
            }
            if next == UInt8(ascii: "-"), position + 1 < text.count, text[position + 1] != UInt8(ascii: "]") {
                let last = text[position + 1]
                guard last >= byte, last < 0x80, last != UInt8(ascii: "\\") else {
                    throw PatternError(message: "a range between brackets goes backwards")
                }
                position += 2
                set.formUnion(ByteSet(byte...last))
            } else {
                set.insert(byte)
            }
        }
        position += 1
        return isInverted ? set.inverted : set
    }

    private static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
    private static let space = ByteSet([0x09, 0x20])
    private static let word: ByteSet = {
        var set = digits
        set.formUnion(ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z")))
        set.formUnion(ByteSet(UInt8(ascii: "A")...UInt8(ascii: "Z")))
        set.insert(UInt8(ascii: "_"))
        return set
    }()
}
