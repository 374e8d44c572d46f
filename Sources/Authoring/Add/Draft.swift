import Edits
import Findings
import SourceTree

/// A file of the tree as it was before the change.
struct SourceText {
    let path: TreePath
    let bytes: [UInt8]
    let lines: LineMap

    /// The bytes of a line, counted from 1, with its line feed.
    func range(ofLine line: Int) -> Range<Int> { lines.range(ofLine: line) }

    /// How many lines there are; an empty one behind the last line feed is none.
    var lineCount: Int { bytes.isEmpty ? 0 : lines.starts.count }

    /// A line without its line feed.
    func line(_ number: Int) -> String {
        var range = lines.range(ofLine: number)
        if range.upperBound > range.lowerBound, bytes[range.upperBound - 1] == 0x0A {
            range = range.lowerBound..<range.upperBound - 1
        }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// All lines without their line feeds, the first at index 0.
    var allLines: [String] { lineCount == 0 ? [] : (1...lineCount).map(line) }

    /// Where line `number` begins; the end of the file for the line behind the last one.
    func start(ofLine number: Int) -> Int {
        number > lineCount ? bytes.count : lines.range(ofLine: number).lowerBound
    }
}

/// The files of a tree as a change takes shape: pieces of text with the reason of each, in whatever order they come.
struct Draft {
    /// The tree as it was.
    private(set) var view: any TreeView
    private var files: [TreePath: File] = [:]
    /// The places that are left out, and why.
    private(set) var skipped: [Plan.Skip] = []
    /// What a person has to know or do besides, for the message of the commit.
    private(set) var remarks: [String] = []
    /// What was reasoned about the call for other ABIs.
    private(set) var reasoning: [String] = []
    /// Texts for other places than the tree.
    private(set) var texts: [Plan.Text] = []
    /// Changes that the view has already, which this draft goes on from.
    private var earlier: [TreePath: FileChange] = [:]
    /// Whether a file of the tree's generator, or its data, is among the changed ones.
    var changesGenerator: Bool {
        (Array(files.keys) + Array(earlier.keys)).contains { $0.string.hasPrefix("sys/tools/") }
    }
    /// What is doubtful.
    private(set) var findings: [Finding] = []

    private struct File {
        let old: FileState
        var hunks: [(edit: TextEdit, reason: String)] = []
    }

    init(_ view: any TreeView) {
        self.view = view
    }

    /// A draft that goes on where `draft` ends: it sees what that one changed.
    ///
    /// - Throws: a `Refusal` when two pieces of `draft` stand in the same place.
    init(after draft: Draft) throws(Refusal) {
        let changes = try draft.changes()
        self = draft
        files = [:]
        view = OverlayView(draft.view, edit: TreeEdit(steps: [EditStep(title: "", changes: changes)]))
        earlier = Dictionary(changes.map { ($0.path, $0) }, uniquingKeysWith: { _, last in last })
    }

    /// The text of a file as it was; `nil` when it is not there.
    func text(_ path: TreePath) throws(Refusal) -> SourceText? {
        guard try view.exists(path) else { return nil }
        let bytes = try view.read(path)
        return SourceText(path: path, bytes: bytes, lines: LineMap(bytes))
    }

    /// Puts `text` ahead of line `number` of `file`.
    mutating func insert(_ text: String, beforeLine number: Int, of file: SourceText, because reason: String)
        throws(Refusal)
    {
        var text = text
        // A last line without line feed gets one.
        if number > file.lineCount, let last = file.bytes.last, last != 0x0A { text = "\n" + text }
        let offset = file.start(ofLine: number)
        try replace(offset..<offset, with: text, of: file, because: reason)
    }

    /// Puts `text` in the place of `range` of `file`.
    mutating func replace(_ range: Range<Int>, with text: String, of file: SourceText, because reason: String)
        throws(Refusal)
    {
        let edit = TextEdit(range: range, replacement: Array(text.utf8))
        try append((edit, "line \(file.lines.line(at: range.lowerBound)): \(reason)"), to: file.path)
    }

    /// Makes a new file.
    mutating func create(_ path: TreePath, _ text: String, because reason: String) throws(Refusal) {
        try append((TextEdit(range: 0..<0, replacement: Array(text.utf8)), reason), to: path)
    }

    private mutating func append(_ hunk: (edit: TextEdit, reason: String), to path: TreePath) throws(Refusal) {
        if files[path] == nil { files[path] = File(old: try view.state(of: path)) }
        files[path]?.hunks.append(hunk)
    }

    /// Leaves a place out.
    mutating func skip(_ place: String, _ reason: String) {
        skipped.append(Plan.Skip(place: place, reason: reason))
    }

    /// Says something that the message of the commit shall say.
    mutating func remark(_ text: String) {
        remarks.append(text)
    }

    /// Says what was reasoned.
    mutating func explain(_ line: String) {
        reasoning.append(line)
    }

    /// Gives a text for another place than the tree.
    mutating func hand(out text: Plan.Text) {
        texts.append(text)
    }

    /// Reports something doubtful.
    mutating func report(_ finding: Finding) {
        findings.append(finding)
    }

    /// The changes of the files, each with the reasons of its pieces in the order of their places.
    ///
    /// - Throws: a `Refusal` when two pieces would stand in the same place.
    func changes() throws(Refusal) -> [FileChange] {
        var changes: [FileChange] = []
        for (path, file) in files {
            let hunks = file.hunks.enumerated().sorted {
                ($0.element.edit.range.lowerBound, $0.offset) < ($1.element.edit.range.lowerBound, $1.offset)
            }.map(\.element)
            guard let bytes = TextEdit.apply(hunks.map(\.edit), to: file.old.bytes ?? []) else {
                throw Refusal("overlapping-edits", at: Location(path: view.label(path)), "two changes of one line")
            }
            var mode = FileMode.regular
            if case .file(_, let old) = file.old { mode = old }
            let before = earlier[path]
            changes.append(
                FileChange(
                    path: path, expected: before?.expected ?? file.old, result: .file(bytes, mode),
                    reasons: (before?.reasons ?? []) + hunks.map(\.reason))
            )
        }
        // The caller sees one change of each file, whatever the drafts it took.
        return changes + earlier.values.filter { files[$0.path] == nil }
    }
}
