import Edits
import Findings
import GitStore
import PatchSeries
import SourceTree
import SystemPackage
import TestSupport
import Testing

/// A repository, a user, and what a test does with them.
struct SeriesFixture {
    let sandbox: GitSandbox
    /// The name of the tree in the sandbox.
    var tree = "src"

    /// Lines enough that a patch has context.
    static let master = (1...40).map { "\($0)\tSTD\t{ int call\($0)(void); }\n" }.joined()

    init(options: String...) throws {
        sandbox = try GitSandbox()
        try sandbox.makeRepository(
            "src",
            ["sys/kern/syscalls.master": Self.master, "sys/kern/old.c": "old\n", "README": "tree\n"]
        )
    }

    func environment(_ changes: [String: String] = [:]) -> ProcessEnvironment {
        ProcessEnvironment(sandbox.environment.merging(changes) { $1 })
    }

    func open(
        revision: String? = nil,
        files: any TreeView = DictionaryView([:]),
        environment: ProcessEnvironment? = nil
    ) throws -> SeriesBase {
        try SeriesBase.open(
            tree: sandbox.path(tree),
            revision: revision,
            seriesDirectory: sandbox.path("patches"),
            files: files,
            environment: environment ?? self.environment()
        )
    }

    /// A step that puts `line` behind a line of the master and makes a new file.
    func step(_ line: String, after number: Int, in view: any TreeView) throws -> EditStep {
        let path = TreePath("sys/kern/syscalls.master")
        let old = try view.state(of: path)
        var lines = String(decoding: old.bytes ?? [], as: UTF8.self).split(separator: "\n").map { $0 + "\n" }
        lines.insert(line + "\n", at: number)
        let new = FileState.file(Array(lines.joined().utf8), .regular)
        let made = TreePath("sys/kern/made_\(number).c")
        return EditStep(
            title: "add a row",
            changes: [
                FileChange(path: path, expected: old, result: new, reasons: []),
                FileChange(
                    path: made, expected: .absent, result: .file(Array("/* \(line) */\n".utf8), .regular), reasons: []),
            ]
        )
    }

    static let message = PatchMessage(
        subject: "kern: add a row",
        paragraphs: [
            "The row is for a module that comes later, and this sentence is long enough that it has to be wrapped once."
        ],
        trailers: [.init(key: "Sysent-Intent", value: "widen slots=48 at=tail")]
    )

    /// Makes, verifies and publishes a patch with one step.
    @discardableResult
    func addPatch(_ line: String, after number: Int, environment: ProcessEnvironment? = nil) throws -> [FilePath] {
        let base = try open(environment: environment)
        let edit = TreeEdit(steps: [try step(line, after: number, in: base.view)])
        let draft = try PatchSeries.create(edit: edit, onto: base, request: PatchRequest(messages: [Self.message]))
        return try PatchSeries.publish(PatchSeries.verify(draft))
    }
}

/// A tree in memory, for what git does not know.
struct DictionaryView: TreeView {
    let files: [TreePath: [UInt8]]

    init(_ files: [String: String]) {
        self.files = Dictionary(uniqueKeysWithValues: files.map { (TreePath($0.key), Array($0.value.utf8)) })
    }

    func kind(of path: TreePath) throws(Refusal) -> EntryKind? {
        if files[path] != nil { return .file(.regular) }
        return files.keys.contains { $0.string.hasPrefix(path.string + "/") } ? .directory : nil
    }

    func read(_ path: TreePath) throws(Refusal) -> [UInt8] {
        guard let bytes = files[path] else { throw Refusal("missing-file", "there is no such file") }
        return bytes
    }

    func list(_ path: TreePath) throws(Refusal) -> [DirectoryEntry] {
        files.keys.filter { $0.parent == path }.sorted().map { DirectoryEntry(name: $0.name, kind: .file(.regular)) }
    }

    func label(_ path: TreePath) -> String { path.description }
}

/// The first finding of the refusal that `body` throws.
func refusal(_ body: () throws -> some Any, sourceLocation: SourceLocation = #_sourceLocation) -> Finding? {
    let refusal = #expect(throws: Refusal.self, sourceLocation: sourceLocation) { _ = try body() }
    return refusal?.findings.first
}
