import Edits
import Findings
import GitStore
import SystemPackage

/// The file `series` of a patch directory: the names of the patches in the order in which they apply, one a line.
///
/// Names only: no comments, no blank lines, no options. What a reader of the file could understand in two ways is
/// refused rather than guessed.
public struct SeriesFile: Sendable, Hashable {
    /// The patch directory.
    public let directory: FilePath
    /// The patches in order.
    public let names: [String]
    /// The file as it was read; empty when there is none.
    public let bytes: [UInt8]
    /// Patches with numbers behind the last one that the file does not name: what a killed run may have left.
    let leftovers: [String]

    /// The path of the file.
    public var path: FilePath { directory.appending("series") }

    /// The number of the next patch: one more than the highest that a name begins with.
    public var nextNumber: Int {
        (names.compactMap(SeriesFile.number).max() ?? 0) + 1
    }

    /// The file with `names` added at its end.
    func bytes(appending added: [String]) -> [UInt8] {
        Self.bytes(naming: names + added)
    }

    /// A file that names `names`.
    static func bytes(naming names: [String]) -> [UInt8] {
        Array(names.map { $0 + "\n" }.joined().utf8)
    }

    /// The number that `name` begins with: four digits and a hyphen.
    static func number(_ name: String) -> Int? {
        let bytes = Array(name.utf8.prefix(5))
        guard bytes.count == 5, bytes[4] == UInt8(ascii: "-"), bytes[..<4].allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(String(decoding: bytes[..<4], as: UTF8.self))
    }
}

extension SeriesFile {
    /// Reads `directory/series`. A missing directory, a missing file and an empty file are an empty series.
    ///
    /// - Throws: a `Refusal` with every fault of the file: `series-syntax` (a comment, a blank line, a carriage return,
    ///   something that is not the name of a file of this directory), `series-duplicate`, `missing-patch`,
    ///   `unlisted-patch` (a numbered patch that the file does not name; those behind its last number are
    ///   left for publication to judge), or `unreadable-file`.
    public static func read(_ directory: FilePath) throws(Refusal) -> SeriesFile {
        let path = directory.appending("series")
        let bytes: [UInt8]
        let present: [String]
        do {
            present = try directory.namesInDirectory()
            bytes = present.contains("series") ? try path.readBytes() : []
        } catch Errno.noSuchFileOrDirectory {
            return SeriesFile(directory: directory, names: [], bytes: [], leftovers: [])
        } catch {
            throw Refusal("unreadable-file", at: Location(path: path.string), "the series cannot be read: \(error)")
        }

        var findings: [Finding] = []
        var names: [String] = []
        for (index, line) in SeriesFile.lines(of: bytes).enumerated() {
            let lineNumber = index + 1
            func report(_ rule: String, column: Int = 1, _ message: String) {
                let place = Location(path: path.string, line: lineNumber, column: column)
                findings.append(Finding(.error, rule, at: place, message))
            }
            if let fault = SeriesFile.fault(in: line) {
                report("series-syntax", column: fault.column, fault.message)
                continue
            }
            let name = String(decoding: line, as: UTF8.self)
            if let first = names.firstIndex(of: name) {
                report("series-duplicate", "`\(name)` is listed before, in line \(first + 1)")
            } else if !present.contains(name) {
                report("missing-patch", "there is no patch `\(name)` in \(directory)")
            }
            names.append(name)
        }
        let unlisted = present.filter { SeriesFile.isNumberedPatch($0) && !names.contains($0) }
        let last = names.compactMap(SeriesFile.number).max() ?? 0
        let leftovers = unlisted.filter { (SeriesFile.number($0) ?? 0) > last }
        for name in unlisted where !leftovers.contains(name) { findings.append(unlistedPatch(name, in: directory)) }
        guard findings.isEmpty else { throw Refusal(findings) }
        return SeriesFile(directory: directory, names: names, bytes: bytes, leftovers: leftovers)
    }

    static func unlistedPatch(_ name: String, in directory: FilePath) -> Finding {
        let place = Location(path: directory.appending(name).string)
        let message = "the patch is not listed in \(directory.appending("series")); add its name there or move it away"
        return Finding(.error, "unlisted-patch", at: place, message)
    }

    /// The lines without their line feeds; the last one need not have one.
    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func fault(in line: ArraySlice<UInt8>) -> (column: Int, message: String)? {
        func column(_ index: Int) -> Int { index - line.startIndex + 1 }
        if line.isEmpty { return (1, "a blank line; the file holds names of patches only") }
        if line.first == UInt8(ascii: "#") { return (1, "a comment; the file holds names of patches only") }
        if let slash = line.firstIndex(of: UInt8(ascii: "/")) {
            return (column(slash), "a path; the file holds names of patches of its own directory only")
        }
        if let end = line.lastIndex(of: 0x0D), end == line.endIndex - 1 {
            return (column(end), "a carriage return; lines end in a line feed alone")
        }
        if let blank = line.firstIndex(where: { $0 == 0x20 || $0 == 0x09 }) {
            return (column(blank), "a blank; the file holds names of patches only, without options")
        }
        if let control = line.firstIndex(where: { $0 < 0x20 || $0 == 0x7F }) {
            return (column(control), "a control character")
        }
        let name = String(decoding: line, as: UTF8.self)
        if !name.utf8.elementsEqual(line) { return (1, "the name is not UTF-8") }
        if name == "." || name == ".." || name == "series" { return (1, "`\(name)` is no patch") }
        return nil
    }

    private static func isNumberedPatch(_ name: String) -> Bool {
        number(name) != nil && name.hasSuffix(".patch")
    }
}
