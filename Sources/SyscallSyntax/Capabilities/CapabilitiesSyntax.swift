import Edits
import Findings

/// A `capabilities.conf` as written: the calls that capability mode allows, one a line, and comments.
///
/// Every byte belongs to exactly one line of ``lines``, so that the file can be edited by byte range.
public struct CapabilitiesSyntax: Sendable {
    /// The name under which problems are reported.
    public let path: String
    /// The whole file.
    public let bytes: [UInt8]
    /// The lines of the file.
    public let lines: LineMap
    /// The calls, in file order.
    public let entries: [Entry]
    /// What is wrong or doubtful, in file order.
    public let problems: [Finding]

    /// A call that capability mode allows.
    public struct Entry: Sendable, Hashable {
        /// The name as the generator compares it.
        public let name: String
        /// The bytes of the name.
        public let range: Range<Int>
        /// Where it stands.
        public let location: Location
    }

    /// The names of all entries.
    public var names: Set<String> { Set(entries.map(\.name)) }
}

extension CapabilitiesSyntax {
    /// Who reads the file.
    public enum Reader: Sendable, Hashable {
        /// `makesyscalls.sh`: lines that begin with `#` are comments, every other word is a call.
        case shell
        /// `grab_capenabled` of makesyscalls.lua: text from `#` on is a comment, the rest of the line as it stands is a
        /// call.
        case lua
    }

    /// Parses `bytes` as `reader` does. Parsing never fails.
    public static func parse(_ bytes: [UInt8], path: String, reader: Reader) -> CapabilitiesSyntax {
        let lines = LineMap(bytes)
        var entries: [Entry] = []
        var problems: [Finding] = []
        for number in 1...lines.starts.count {
            var line = lines.range(ofLine: number)
            if !line.isEmpty, bytes[line.upperBound - 1] == 0x0A { line = line.lowerBound..<line.upperBound - 1 }
            if let offset = line.first(where: { bytes[$0] == 0x0D || bytes[$0] == 0 }) {
                let (rule, what) =
                    bytes[offset] == 0
                    ? ("nul-byte", "NUL byte") : ("carriage-return", "carriage return; no call of this name exists")
                problems.append(Finding(.error, rule, at: Location(path: path, offset: offset, in: lines), what))
                break
            }
            var words: [Range<Int>]
            switch reader {
            case .shell:
                words = line.isEmpty || bytes[line.lowerBound] == 0x23 ? [] : bytes.words(in: line)
            case .lua:
                let end = line.first { bytes[$0] == 0x23 } ?? line.upperBound
                words = end > line.lowerBound ? [line.lowerBound..<end] : []
            }
            for word in words {
                let place = Location(path: path, offset: word.lowerBound, in: lines)
                entries.append(Entry(name: bytes.text(word), range: word, location: place))
                if let odd = word.first(where: { !isIdentifier(bytes[$0]) }) {
                    let message = "'\(bytes.text(word))' is no name of a call, so this line enables none"
                    let place = Location(path: path, offset: odd, in: lines)
                    problems.append(Finding(.warning, "malformed-capability", at: place, message))
                }
            }
        }
        return CapabilitiesSyntax(path: path, bytes: bytes, lines: lines, entries: entries, problems: problems)
    }
}
