import Edits
import Findings
import Yams

/// A YAML document, as a tree of nodes that know their places.
package struct YAMLDocument {
    /// The file, as messages name it.
    package let path: String
    /// What it holds.
    package let root: Node
    private let text: [UInt8]
    private let lines: LineMap

    /// The size above which a file is no manifest.
    private static let sizeLimit = 1 << 20

    /// Parses `text`.
    ///
    /// - Throws: a `Refusal` with rule `malformed-yaml`.
    package init(_ text: [UInt8], path: String) throws(Refusal) {
        self.path = path
        self.text = text
        lines = LineMap(text)
        guard text.count <= Self.sizeLimit else {
            throw Self.malformed("larger than \(Self.sizeLimit) bytes", Location(path: path))
        }
        guard let string = String(validating: text, as: UTF8.self) else {
            throw Self.malformed("not UTF-8", Self.firstInvalidLine(text, lines, path))
        }
        let node: Node?
        do {
            node = try Yams.compose(yaml: string, .default, .default, .utf8)
        } catch let error as YamlError {
            throw Self.refusal(error, YAMLPlaces(text: text, lines: lines, path: path))
        } catch {
            throw Self.malformed("\(error)", Location(path: path))
        }
        guard let node else { throw Self.malformed("the document is empty", Location(path: path)) }
        root = node
    }

    /// The place of a node.
    package func location(_ node: Node) -> Location {
        YAMLPlaces(text: text, lines: lines, path: path).location(node.mark)
    }

    private static func malformed(_ message: String, _ location: Location) -> Refusal {
        Refusal("malformed-yaml", at: location, message)
    }

    private static func firstInvalidLine(_ text: [UInt8], _ lines: LineMap, _ path: String) -> Location {
        let line = lines.starts.indices.first {
            String(validating: text[lines.range(ofLine: $0 + 1)], as: UTF8.self) == nil
        }
        return Location(path: path, line: line.map { $0 + 1 })
    }

    private static func refusal(_ error: YamlError, _ places: YAMLPlaces) -> Refusal {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let notes = context.map { [Note($0.text, at: places.location($0.mark))] }
            return Refusal("malformed-yaml", at: places.location(mark), problem, notes: notes ?? [])
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.sorted().map { "'\($0)'" }.joined(separator: ", ")
            return malformed("\(keys) stands twice in this mapping", places.location(context.mark))
        case .reader(let problem, _, _, _):
            return malformed(problem, Location(path: places.path))
        default:
            return malformed("\(error)", Location(path: places.path))
        }
    }
}

/// Turns the marks of the parser, which counts characters, into places, which count bytes.
private struct YAMLPlaces {
    let text: [UInt8]
    let lines: LineMap
    let path: String

    func location(_ mark: Mark?) -> Location {
        guard let mark else { return Location(path: path) }
        // The parser has a line behind the line feed that ends the text.
        let line = min(mark.line, lines.starts.count)
        var rest = mark.line == line ? mark.column - 1 : Int.max
        var column = 1
        for byte in text[lines.range(ofLine: line)] {
            // A byte that continues a character is no character of its own.
            if byte & 0xC0 != 0x80 {
                if rest == 0 || byte == 0x0A { break }
                rest -= 1
            }
            column += 1
        }
        return Location(path: path, line: line, column: column)
    }
}
