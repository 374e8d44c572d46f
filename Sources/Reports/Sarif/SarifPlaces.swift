import Edits
import Findings

/// Says where something is in the way of SARIF: files by references, columns in UTF-16 code units.
struct SarifPlaces {
    /// Makes a path of a location relative to the tree's root.
    private let relative: (String) -> String
    /// The bytes of a file of the tree.
    private let source: (String) -> [UInt8]?
    /// Files that were looked into, as a report names some of them hundreds of times.
    private var texts: [String: Text?] = [:]

    private struct Text {
        let bytes: [UInt8]
        let lines: LineMap
    }

    init(relative: @escaping (String) -> String, source: @escaping (String) -> [UInt8]?) {
        self.relative = relative
        self.source = source
    }

    /// The place of a finding or a note.
    mutating func location(_ location: Location, _ message: String? = nil) -> SarifDocument.LocationRecord {
        let path = relative(location.path)
        let region = location.line.map { line in
            SarifDocument.Region(
                startLine: line,
                startColumn: location.column.map { column(ofByte: $0, line: line, in: text(path)) }
            )
        }
        return SarifDocument.LocationRecord(
            physicalLocation: .init(artifactLocation: Self.artifact(path), region: region),
            message: message.map { .init(text: $0) }
        )
    }

    /// The change that would mend a finding in the file `path`; `nil` when the file is not to be had.
    mutating func fix(_ fixIt: FixIt, in path: String) -> SarifDocument.Fix? {
        let path = relative(path)
        guard let text = text(path), fixIt.edits.allSatisfy({ $0.range.upperBound <= text.bytes.count }) else {
            return nil
        }
        let replacements = fixIt.edits.map { edit in
            let (start, end) = (place(edit.range.lowerBound, text), place(edit.range.upperBound, text))
            return SarifDocument.Replacement(
                deletedRegion: .init(
                    startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column),
                insertedContent: .init(text: String(decoding: edit.replacement, as: UTF8.self))
            )
        }
        return SarifDocument.Fix(
            description: .init(text: fixIt.message),
            artifactChanges: [.init(artifactLocation: Self.artifact(path), replacements: replacements)]
        )
    }

    private mutating func text(_ path: String) -> Text? {
        if let known = texts[path] { return known }
        let text = source(path).map { Text(bytes: $0, lines: LineMap($0)) }
        texts[path] = .some(text)
        return text
    }

    private func place(_ offset: Int, _ text: Text) -> (line: Int, column: Int) {
        let line = text.lines.line(at: offset)
        return (line, column(ofByte: text.lines.column(at: offset), line: line, in: text))
    }

    /// The column in UTF-16 code units of the byte that is number `byte` of its line, both counted from 1.
    private func column(ofByte byte: Int, line: Int, in text: Text?) -> Int {
        guard let text, line <= text.lines.starts.count else { return byte }
        let range = text.lines.range(ofLine: line)
        guard byte - 1 <= range.count else { return byte }
        return String(decoding: text.bytes[range].prefix(byte - 1), as: UTF8.self).utf16.count + 1
    }

    /// A file of the tree by its path from the root, any other by its absolute path.
    private static func artifact(_ path: String) -> SarifDocument.Artifact {
        path.hasPrefix("/")
            ? .init(uri: "file://" + reference(path), uriBaseId: nil)
            : .init(uri: reference(path), uriBaseId: "%SRCROOT%")
    }

    /// The path as a relative reference: what may not stand in one is written in hexadecimal digits (RFC 3986).
    private static func reference(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return path.utf8.reduce(into: "") { reference, byte in
            let character = Character(UnicodeScalar(byte))
            if byte < 0x80, character.isLetter || character.isNumber || "-._~/".contains(character) {
                reference.append(character)
            } else {
                reference += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}
