import Checks
import Edits
import Findings
import FoundationEssentials
import Reports
import SourceTree

/// A file of findings that are known and do not count.
struct BaselineFile: Codable {
    let findings: [Entry]

    /// A finding; only the fingerprint counts, the rest is for the reader of a difference.
    struct Entry: Codable {
        let fingerprint: String
        let rule: String
        let file: String?
        let message: String
    }

    /// The fingerprints that it names.
    var fingerprints: Set<String> { Set(findings.map(\.fingerprint)) }

    /// Reads the file at `path`.
    ///
    /// - Throws: a `Refusal` when it is not there or is no baseline.
    static func read(_ path: String) throws(Refusal) -> BaselineFile {
        let (directory, name) = split(path)
        let bytes = try DiskView(root: directory).read(TreePath(name))
        guard let file = try? JSONDecoder().decode(BaselineFile.self, from: Data(bytes)) else {
            throw Refusal("malformed-baseline", at: Location(path: path), "this is no file that --write-baseline wrote")
        }
        return file
    }

    /// Writes the findings of `report` that count, notes included. Errors that keep a table from being made are left out.
    ///
    /// - Throws: a `Refusal` when the file cannot be written.
    static func write(_ report: CheckReport, to path: String) throws {
        let content = BaselineFile(
            findings: report.open.map {
                Entry(
                    fingerprint: $0.fingerprint,
                    rule: $0.finding.rule,
                    file: $0.path,
                    message: $0.finding.message
                )
            }
        )
        let (directory, name) = split(path)
        let target = TreePath(name)
        let change = FileChange(
            path: target,
            expected: try DiskView(root: directory).state(of: target),
            result: .file(try JSONDocument.encode(content), .regular),
            reasons: []
        )
        let edit = TreeEdit(steps: [EditStep(title: "write the baseline", changes: [change])])
        _ = try AtomicWriter(root: directory).apply(edit)
    }

    private static func split(_ path: String) -> (directory: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }
}
