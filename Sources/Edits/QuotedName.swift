/// A name as git prints it in a diff: in quotation marks with C escapes where a byte of it could be misread, with
/// `core.quotePath` as git has it by default (`quote.c`, git-config(1)).
struct QuotedName {
    /// What stands in the text.
    let text: String

    /// Quotes `name` if it needs that.
    init(_ name: String) {
        let escaped = name.utf8.map(Self.escaped).joined()
        text = escaped.utf8.elementsEqual(name.utf8) ? name : "\"\(escaped)\""
    }

    private static func escaped(_ byte: UInt8) -> String {
        if let letter = letters[byte] { return "\\\(letter)" }
        guard byte < 0x20 || byte >= 0x7F else { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 8)
        return "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
    }

    private static let letters: [UInt8: Character] = [
        0x07: "a", 0x08: "b", 0x09: "t", 0x0A: "n", 0x0B: "v", 0x0C: "f", 0x0D: "r", 0x22: "\"", 0x5C: "\\",
    ]
}
