import Edits
import Findings
import Yams

/// A YAML document and the places of its nodes in bytes.
struct YAMLText {
    /// The rule of everything that is wrong with a project file.
    static let rule = "malformed-project"

    /// The document; `nil` for a file without one.
    let root: Node?
    private let bytes: [UInt8]
    private let path: String
    private let lines: LineMap

    /// Parses `bytes`.
    ///
    /// - Throws: a `Refusal` for bytes that are no YAML.
    init(_ bytes: [UInt8], path: String) throws(Refusal) {
        self.bytes = bytes
        self.path = path
        lines = LineMap(bytes)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Refusal(Self.rule, at: Location(path: path), "the file is not encoded in UTF-8")
        }
        do {
            // Without rules for numbers and the like every scalar is its text, and no regular expression is compiled.
            root = try Parser(yaml: text, resolver: .basic).singleRoot()
        } catch {
            throw Self.refusal(error, bytes: bytes, path: path, lines: lines)
        }
    }

    /// The place of `node`.
    func location(_ node: Node) -> Location {
        Self.location(node.mark, bytes, path, lines)
    }

    private static func refusal(_ error: any Error, bytes: [UInt8], path: String, lines: LineMap) -> Refusal {
        let place = { (mark: Mark) in location(mark, bytes, path, lines) }
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return Refusal(rule, at: place(mark), problem)
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.map { "'\($0)'" }.joined(separator: ", ")
            return Refusal(rule, at: place(context.mark), "\(names) stands twice in one mapping")
        case .reader(let problem, let offset, _, let yaml):
            let offset = offset.flatMap { yaml.index(yaml.startIndex, offsetBy: $0, limitedBy: yaml.endIndex) }
                .map { yaml.utf8.distance(from: yaml.startIndex, to: $0) }
            return Refusal(
                rule, at: offset.map { Location(path: path, offset: $0, in: lines) } ?? Location(path: path), problem)
        default: return Refusal(rule, at: Location(path: path), "\(error)")
        }
    }

    /// Columns of YAML are counted in Unicode scalars, those of locations in bytes. What is missing at the end of a file
    /// is missing behind its last byte.
    private static func location(_ mark: Mark?, _ bytes: [UInt8], _ path: String, _ lines: LineMap) -> Location {
        guard let mark else { return Location(path: path) }
        guard mark.line <= lines.starts.count else { return Location(path: path, offset: bytes.count, in: lines) }
        let line = bytes[lines.range(ofLine: mark.line)]
        let width = String(decoding: line, as: UTF8.self).unicodeScalars.prefix(mark.column - 1).reduce(0) {
            $0 + UTF8.width($1)
        }
        return Location(path: path, line: mark.line, column: width + 1)
    }
}
