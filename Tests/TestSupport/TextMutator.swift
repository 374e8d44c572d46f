/// Damages a text at random places, as editors, merges and transfers do.
public struct TextMutator {
    private var random: SeededGenerator

    private static let pieces: [[UInt8]] = [
        [0], [0x0D], [0x0D, 0x0A], [0x0A], [0x0A, 0x0A], [0xFF], [0xC3], [0xE2, 0x82], [0xC3, 0xA9], [0x20], [0x09],
        Array("{".utf8), Array("}\n".utf8), Array(");\n".utf8), Array("(".utf8), Array(",".utf8), Array(";".utf8),
        Array("#".utf8), Array("\n#endif\n".utf8), Array("\n#if X\n".utf8), Array("\n#else\n".utf8),
        Array("\n0\tAUE_NULL\tSTD {\n".utf8), Array("1-9999999999".utf8), Array("-".utf8), Array("|".utf8),
        Array("*".utf8), Array("void".utf8), Array("off_t ".utf8), Array("_Contains_long_ ".utf8),
        Array("%%ABI_HEADERS%%".utf8), Array("STD|COMPAT11".utf8), Array("RESERVED".utf8),
        Array(repeating: 0x78, count: 10_000),
    ]

    /// Begins the sequence of damages of `seed`.
    public init(seed: UInt64) {
        random = SeededGenerator(seed)
    }

    /// `text` with one to four damages.
    public mutating func mutate(_ text: [UInt8]) -> [UInt8] {
        var text = text
        for _ in 0...random.below(4) { damage(&text) }
        return text
    }

    private mutating func damage(_ text: inout [UInt8]) {
        let place = random.below(text.count + 1)
        switch random.below(10) {
        case 0: text.removeSubrange(place...)
        case 1: text.removeSubrange(place..<min(text.count, place + 1 + random.below(20)))
        case 2: if place < text.count { text[place] = UInt8(random.below(256)) }
        case 3: text = text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        case 4, 5: mutateLines(&text)
        default:
            // The huge line is rare, because it takes its time.
            let choices = random.once(in: 8) ? Self.pieces.count : Self.pieces.count - 1
            text.insert(contentsOf: Self.pieces[random.below(choices)], at: place)
        }
    }

    private mutating func mutateLines(_ text: inout [UInt8]) {
        var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        let (first, second) = (random.below(lines.count), random.below(lines.count))
        switch random.below(3) {
        case 0: lines.remove(at: first)
        case 1: lines.insert(lines[first], at: second)
        default: lines.swapAt(first, second)
        }
        text = Array(lines.joined(separator: [0x0A]))
    }
}
