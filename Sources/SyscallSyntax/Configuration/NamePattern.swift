/// The one command substitution that released configurations contain, read as data: a pattern that names of calls in the
/// master match.
///
///     capenabled=`sed -n -e 's/.*\<\(PATTERN\)\>.*/\1/p' $1 | tr '\n' ','`
///
/// It stands in the configurations of cloudabi32 and cloudabi64 (sys/compat/cloudabi64/syscalls.conf) and means: of each
/// line of the master the last word that matches.
public struct NamePattern: Sendable, Hashable {
    /// The pattern between `\(` and `\)`: bytes of names, and sets in brackets that may be repeated by `*`.
    public let pattern: String

    private static let head: StaticString = "`sed -n -e 's/.*\\<\\("
    private static let tail: StaticString = "\\)\\>.*/\\1/p' $1 | tr '\\n' ','`"

    /// Recognises `text`; `nil` for any other substitution.
    init?(substitution text: ArraySlice<UInt8>) {
        let bytes = Array(text)
        let (start, end) = (Self.head.utf8CodeUnitCount, bytes.count - Self.tail.utf8CodeUnitCount)
        guard start < end, bytes.holds(Self.head, from: 0), bytes.holds(Self.tail, from: end) else { return nil }
        var inSet = false
        for (index, byte) in bytes[start..<end].enumerated() {
            switch byte {
            case 0x5B where !inSet: inSet = true
            case 0x5D where inSet: inSet = false
            case 0x2D where inSet: break
            case 0x2A where !inSet && index > 0 && bytes[start + index - 1] == 0x5D: break
            default: guard isIdentifier(byte) else { return nil }
            }
        }
        guard !inSet else { return nil }
        pattern = bytes.text(start..<end)
    }
}
