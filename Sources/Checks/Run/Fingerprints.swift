/// Makes the fingerprints of findings: short, the same on every machine, and untouched by lines that move.
struct Fingerprints {
    private var counts: [String: Int] = [:]

    /// The next fingerprint for a finding of `rule` with `message` in the file `path`.
    mutating func next(rule: String, path: String, message: String) -> String {
        let key = [rule, path, message].joined(separator: "\u{0}")
        let occurrence = counts[key, default: 0]
        counts[key] = occurrence + 1
        return Self.hash("\(key)\u{0}\(occurrence)")
    }

    /// FNV-1a with 64 bits, in hexadecimal digits.
    private static func hash(_ text: String) -> String {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
