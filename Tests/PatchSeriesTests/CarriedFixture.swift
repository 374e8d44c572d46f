import Authoring
import Edits
import Findings
import GitStore
import PatchSeries
import SourceTree
import SystemPackage
import TestSupport

/// A repository with tables, its companions committed, and a series of patches for it.
struct CarriedFixture {
    let sandbox: GitSandbox

    init(_ change: (TableTree) -> TableTree = { $0 }) throws {
        sandbox = try GitSandbox()
        let tree = change(TableTree.complete.with(Self.master, Self.masterText))
        let tables = try TreeTables.load(tree.view)
        try sandbox.makeRepository("src", tree.with(TreeTables.export(tables.tables)).texts)
        try sandbox.write("patches/series", "")
    }

    static let master = "sys/kern/syscalls.master"
    /// A call, a band of one slot and another call: the next number is 3.
    static let masterText = TableTree.master + call(2, "base")

    /// A call in the manner of the fixture's master.
    static func call(_ number: Int, _ name: String, _ argument: String = "int fd") -> String {
        "\(number)\tAUE_NULL\tSTD {\n\t\tint \(name)(\n\t\t    \(argument)\n\t\t);\n\t}\n"
    }

    /// Commits another text of files, with the companions made anew.
    func commit(_ message: String, appending rows: String = "", _ files: [String: String] = [:]) throws {
        for (path, text) in files { try sandbox.write("src/" + path, text) }
        if !rows.isEmpty {
            let text = String(decoding: try sandbox.read("src/" + Self.master), as: UTF8.self)
            try sandbox.write("src/" + Self.master, text + rows)
        }
        let view = DiskView(root: sandbox.root + "/src")
        for change in try TreeTables.load(view).regeneration().changes {
            try sandbox.write("src/" + change.path.string, String(decoding: change.result.bytes ?? [], as: UTF8.self))
        }
        try sandbox.commit("src", message)
    }

    /// Makes a patch of the last commit, as git writes it, and takes the commit back.
    func makePatch(_ name: String, without paths: String...) throws {
        for path in paths { try sandbox.git("src", "checkout", "HEAD~1", "--", path) }
        if !paths.isEmpty { try sandbox.git("src", "commit", "--quiet", "--amend", "--no-edit") }
        let mail = try sandbox.git("src", "format-patch", "-1", "--stdout")
        try sandbox.write("patches/" + name, mail)
        let series = String(decoding: try sandbox.read("patches/series"), as: UTF8.self)
        try sandbox.write("patches/series", series + name + "\n")
        try sandbox.git("src", "reset", "--quiet", "--hard", "HEAD~1")
    }

    /// Adds a patch that widens the table.
    func widen(_ widening: Widening) throws {
        let base = try SeriesBase.open(
            tree: sandbox.path("src"), seriesDirectory: sandbox.path("patches"),
            files: DiskView(root: sandbox.root + "/src"), environment: environment)
        let plan = try Plan.widen(TreeTables.load(base.view), by: widening)
        let message = PatchMessage(
            subject: plan.subject, paragraphs: plan.summary,
            trailers: [.init(key: "Sysent-Intent", value: plan.intent.trailer)])
        let draft = try PatchSeries.create(
            edit: plan.edit, onto: base, request: PatchRequest(messages: [message]))
        try PatchSeries.publish(PatchSeries.verify(draft))
    }

    var environment: ProcessEnvironment { ProcessEnvironment(sandbox.environment) }

    func carry(_ options: RebaseOptions = RebaseOptions()) throws -> CarriedSeries {
        try PatchSeries.carry(
            tree: sandbox.path("src"), revision: "HEAD", seriesDirectory: sandbox.path("patches"),
            files: DiskView(root: sandbox.root + "/src"), options: options, environment: environment)
    }
}

extension CarriedSeries {
    /// The verdicts, a word each.
    var words: [String] { patches.map(\.verdict.word) }

    /// The text of a file with the series applied.
    func text(_ path: String) throws -> String {
        String(decoding: try view.read(TreePath(path)), as: UTF8.self)
    }

    /// What `check` would find in the tables: nothing, when number, index, header and companions agree.
    func drift() throws -> [String] {
        let tables = try TreeTables.load(view)
        try tables.refuseErrors()
        return try tables.regeneration().changes.map(\.path.string)
    }
}
