import Edits
import Findings
import GitStore
import SourceTree
import SystemPackage
import TestSupport
import Testing

@Suite("The view of a git revision")
struct GitViewTests {
    let sandbox: GitSandbox

    init() throws {
        sandbox = try GitSandbox()
        try sandbox.makeRepository("src", ["sys/a.c": "a\r\n", "sys/a/b": "b", "sys.h": "h\n", "sys/empty": ""])
        try sandbox.write("src/run", "#!\n", executable: true)
        try sandbox.link("src/inside", to: "sys/../sys/a")
        try sandbox.link("src/sys/up", to: "../sys.h")
        try sandbox.link("src/sys/out", to: "../../etc/passwd")
        try sandbox.link("src/absolute", to: "/etc/passwd")
        try sandbox.link("src/loop", to: "loop")
        try sandbox.link("src/dangling", to: "nowhere")
        try sandbox.commit("src", "links")
        let head = try sandbox.git("src", "rev-parse", "HEAD").dropLast()
        try sandbox.git("src", "update-index", "--add", "--cacheinfo", "160000,\(head),module")
        try sandbox.git("src", "commit", "--quiet", "--message", "module")
    }

    private func view(_ directory: String = "src", revision: String = "HEAD") throws -> GitView {
        let environment = ProcessEnvironment(sandbox.environment)
        let repository = try #require(try GitRepository.find(sandbox.path(directory), environment: environment))
        return try GitView(repository: repository, revision: revision)
    }

    private func rule(_ path: String) throws -> String? {
        let view = try view()
        let refusal = #expect(throws: Refusal.self) { try view.read(TreePath(path)) }
        return refusal?.findings.first?.rule
    }

    @Test("Bytes are those of the commit")
    func bytes() throws {
        let view = try view()
        #expect(try view.read(TreePath("sys/a.c")) == Array("a\r\n".utf8))
        #expect(try view.read(TreePath("sys/empty")) == [])
        try sandbox.write("src/sys.h", "not committed\n")
        #expect(try view.read(TreePath("sys.h")) == Array("h\n".utf8))
    }

    @Test("Kinds are those of the commit, and a link is a link")
    func kinds() throws {
        let view = try view()
        #expect(try view.kind(of: .root) == .directory)
        #expect(try view.kind(of: TreePath("sys")) == .directory)
        #expect(try view.kind(of: TreePath("sys/a.c")) == .file(.regular))
        #expect(try view.kind(of: TreePath("run")) == .file(.executable))
        #expect(try view.kind(of: TreePath("inside")) == .symbolicLink)
        #expect(try view.kind(of: TreePath("module")) == .other)
        #expect(try view.kind(of: TreePath("sys/a.c/below")) == nil)
        #expect(try view.kind(of: TreePath("nothing")) == nil)
        #expect(try view.kind(of: TreePath("inside/b")) == .file(.regular))
    }

    @Test("A listing is sorted by bytes, not as git sorts directories")
    func list() throws {
        let view = try view()
        #expect(try view.list(TreePath("sys")).map(\.name) == ["a", "a.c", "empty", "out", "up"])
        #expect(try view.list(TreePath("inside")).map(\.name) == ["b"])
        #expect(try view.list(TreePath("nothing")) == [])
        #expect(try view.list(TreePath("run")) == [])
    }

    @Test("Links are followed inside the tree and never out of it")
    func links() throws {
        let view = try view()
        #expect(try view.read(TreePath("sys/up")) == Array("h\n".utf8))
        #expect(try view.read(TreePath("inside/b")) == Array("b".utf8))
        #expect(try rule("sys/out") == "outside-tree")
        #expect(try rule("absolute") == "outside-tree")
        #expect(try rule("loop") == "unreadable-file")
        #expect(try rule("dangling") == "missing-file")
    }

    @Test("What is no file is refused by what it is")
    func refusals() throws {
        #expect(try rule("nothing") == "missing-file")
        #expect(try rule("sys") == "is-a-directory")
        #expect(try rule("module") == "unreadable-file")
    }

    @Test("Messages name a file as git show takes it")
    func labels() throws {
        #expect(try view(revision: "HEAD^").label(TreePath("sys/a.c")) == "HEAD^:sys/a.c")
        let inner = try view("src/sys")
        #expect(inner.label(TreePath("a.c")) == "HEAD:sys/a.c")
        #expect(try inner.read(TreePath("a.c")) == Array("a\r\n".utf8))
        let refusal = #expect(throws: Refusal.self) { try inner.read(TreePath("up")) }
        #expect(refusal?.findings.first?.rule == "outside-tree")
    }
}
