import Edits
import Findings
import SyscallSyntax
import SyscallTable
import SystemPackage

/// A patch of a series by its own words, no tree asked.
public struct PatchSummary: Sendable {
    /// The name in the patch directory.
    public let name: String
    /// The subject, without what stands in brackets ahead of it.
    public let subject: String
    /// The mail's `From:` field.
    public let author: String?
    /// The commit that the patch was made for.
    public let baseCommit: String?
    /// The files that it touches, as its diff names them.
    public let paths: [String]
    /// What it means for a table; `nil` when it touches none.
    public let intent: PatchIntent?
}

extension PatchSeries {
    /// The patches of `directory`, in order.
    ///
    /// - Throws: a `Refusal` as ``SeriesFile/read(_:)`` does, or `unreadable-file`.
    public static func summaries(of directory: FilePath) throws(Refusal) -> [PatchSummary] {
        try SeriesFile.read(directory).readPatches().map(PatchSummary.init)
    }

    /// The patch of `directory` that `name` means: its name, or the number that its name begins with.
    ///
    /// - Throws: a `Refusal` as ``summaries(of:)`` does, or `unknown-patch`.
    public static func summary(of name: String, in directory: FilePath) throws(Refusal) -> PatchSummary {
        let series = try SeriesFile.read(directory)
        let name = try series.patch(called: name)
        let patch = try series.readPatches().first { $0.name == name }
        return PatchSummary(patch ?? PatchFile(name: name, bytes: []))
    }
}

extension PatchSummary {
    init(_ patch: PatchFile) {
        let mail = MailPatch(patch.bytes)
        name = patch.name
        subject = mail.subject
        author = mail.field("From")
        baseCommit = patch.baseCommit
        paths = mail.parts.map(\.path.string)
        if let trailer = mail.recordedIntent {
            intent = .recorded(trailer)
            return
        }
        // Without a tree only the usual names tell which files belong to tables.
        let masters = mail.parts.filter { $0.path.name.hasPrefix("syscalls.master") }
        guard !masters.isEmpty else {
            intent = nil
            return
        }
        var rows = PatchRows()
        for hunk in masters.flatMap(\.hunks) {
            rows.added += PatchRows.read(hunk.added)
            rows.removed += PatchRows.read(hunk.removed)
        }
        intent = rows.intent
    }
}

extension PatchRows {
    /// The rows in lines of a master, whichever edition reads more of them.
    fileprivate static func read(_ bytes: [UInt8]) -> [Row] {
        let generators: [Generator] = [.modular, .lua13, .shell]
        let readings = generators.map { generator in
            let syntax = MasterSyntax.parse(bytes, path: "", form: generator.particulars.master.form)
            return Master(syntax, generator: generator).rows
        }
        return readings.max { $0.count < $1.count } ?? []
    }
}

extension MailPatch {
    /// The subject on one line, without `[PATCH]` and the like.
    fileprivate var subject: String {
        var text = field("Subject") ?? ""
        while text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            text = String(text[text.index(after: end)...].drop { $0 == " " })
        }
        return text
    }

    /// A field of the mail's head, unfolded; `nil` when there is none.
    fileprivate func field(_ name: String) -> String? {
        var value: String?
        for line in head.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.isEmpty { break }
            if let text = value {
                guard line.first == 0x20 || line.first == 0x09 else { break }
                value = text + " " + String(decoding: line.drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
            } else if line.starts(with: (name + ": ").utf8) {
                value = String(decoding: line.dropFirst(name.utf8.count + 2), as: UTF8.self)
            }
        }
        return value
    }
}
