/// The name of a git object: 40 or 64 hexadecimal digits.
public struct ObjectId: Sendable, Hashable, CustomStringConvertible {
    /// The digits.
    public let hex: String

    /// Takes `hex` when it is an object name in full.
    public init?(hex: some StringProtocol) {
        let digits = hex.utf8
        guard digits.count == 40 || digits.count == 64,
            digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        self.hex = String(hex)
    }

    /// Spells out the bytes of a name, as tree objects hold it.
    init(raw: ArraySlice<UInt8>) {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(raw.count * 2)
        for byte in raw {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        hex = String(decoding: text, as: UTF8.self)
    }

    /// The digits.
    public var description: String { hex }
}
