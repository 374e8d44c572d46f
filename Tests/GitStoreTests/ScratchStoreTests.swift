import Edits
import Findings
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import GitStore

@Suite("A scratch store")
struct ScratchStoreTests {
    let sandbox: GitSandbox
    let environment: ProcessEnvironment

    init() throws {
        sandbox = try GitSandbox()
        environment = ProcessEnvironment(sandbox.environment)
        try sandbox.makeRepository("src", ["sys/kern/a.c": "one\n", "sys/kern/b.c": "b\n"])
        try sandbox.write("src/sys/kern/a.c", "two\n")
        try sandbox.commit("src", "second")
        try sandbox.git("src", "repack", "--quiet", "-a", "-d")
    }

    private func open() throws -> (store: ScratchStore, head: ObjectId) {
        let repository = try #require(try GitRepository.find(sandbox.path("src"), environment: environment))
        return (try ScratchStore(source: repository), try repository.resolve("HEAD"))
    }

    private func change(_ path: String, _ state: FileState) throws -> NewCommit {
        NewCommit(
            author: try #require(GitIdentity(name: "A", email: "a@b")),
            date: GitDate(epochSeconds: 5),
            message: Array("change\n".utf8),
            changes: [(TreePath(path), .state(state))]
        )
    }

    @Test("A commit, an index and an applied patch leave the source as it was, even where it has the objects already")
    func sourceIsUntouched() throws {
        let before = try sandbox.fingerprint("src")
        let (store, head) = try open()
        try store.endHistory(at: head)
        // The content of the first commit: an object that the source's pack holds.
        let made = try store.commit([try change("sys/kern/a.c", .file(Array("one\n".utf8), .regular))], onto: head)
        let tip = try #require(made.first)
        let mails = try store.formatPatches(1, upTo: tip, numberedFrom: 1, base: head)
        let file = try store.file(try #require(mails.first).bytes, named: "patch")
        try store.prepare([Array("two\n".utf8)])
        let index = try store.index(of: store.objects.commit(head).tree)
        #expect(try store.apply([file], to: index) == .applied)
        #expect(try store.differences(between: index, and: store.objects.commit(tip).tree) == [])
        #expect(try sandbox.fingerprint("src") == before)
    }

    @Test("Nothing is left in the temporary directory")
    func removed() throws {
        do {
            let (store, head) = try open()
            _ = try store.commit([try change("new", .file([0x61], .executable))], onto: head)
            #expect(try !sandbox.names(in: "tmp").isEmpty)
        }
        #expect(try sandbox.names(in: "tmp") == [])
    }

    @Test("Commits stand one on another, with paths of any kind")
    func commits() throws {
        let (store, head) = try open()
        let odd = "sys/kern/ä \"x\"\\y\nz"
        let made = try store.commit(
            [
                try change(odd, .file(Array("odd\r\n\0".utf8), .executable)),
                try change("sys/kern/b.c", .absent),
            ],
            onto: head
        )
        try #require(made.count == 2)
        let tree = try store.objects.commit(made[1]).tree
        #expect(try store.objects.state(of: TreePath(odd), in: tree) == .file(Array("odd\r\n\0".utf8), .executable))
        #expect(try store.objects.state(of: TreePath("sys/kern/b.c"), in: tree) == .absent)
        #expect(try store.objects.state(of: TreePath("sys/kern/a.c"), in: tree) == .file(Array("two\n".utf8), .regular))
        #expect(
            try store.objects.lookUp(TreePath("sys/kern/a.c/x"), in: tree) == .blocked(by: TreePath("sys/kern/a.c")))
        #expect(try store.objects.commit(made[1]).date == GitDate(epochSeconds: 5))
    }

    @Test("An object that the repository lacks is refused by name")
    func missingObject() throws {
        let (store, _) = try open()
        let id = try #require(ObjectId(hex: String(repeating: "1", count: 40)))
        let refusal = #expect(throws: Refusal.self) { try store.objects.blob(id) }
        #expect(refusal?.findings.first?.rule == "missing-object")
        // The conversation goes on.
        #expect(throws: Refusal.self) { try store.objects.blob(id) }
    }

    @Test("Many readers at once get their own answers")
    func concurrentReaders() async throws {
        let (store, head) = try open()
        let tree = try store.objects.commit(head).tree
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                group.addTask {
                    let path = TreePath(number % 2 == 0 ? "sys/kern/a.c" : "sys/kern/b.c")
                    let expected = Array((number % 2 == 0 ? "two\n" : "b\n").utf8)
                    return (try? store.objects.state(of: path, in: tree)) == .file(expected, .regular)
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test("Many commands at once, one from every task, come to an end")
    func concurrentCommands() async throws {
        let (store, head) = try open()
        let tree = try store.objects.commit(head).tree
        await withTaskGroup(of: Int?.self) { group in
            for _ in 0..<16 {
                group.addTask { (try? store.entries(of: store.index(of: tree)))?.count }
            }
            for await count in group { #expect(count == 2) }
        }
    }

    @Test("A temporary directory may be given by a relative path, and through a link")
    func relativeTemporaryDirectory() throws {
        try sandbox.link("linked", to: "tmp")
        var values = sandbox.environment
        let up = String(repeating: "../", count: FileManager.default.currentDirectoryPath.split(separator: "/").count)
        values["TMPDIR"] = up + sandbox.root.dropFirst() + "/linked"
        let store = try ScratchStore(environment: ProcessEnvironment(values))
        #expect(try store.commit([try change("new", .file([0x61], .regular))], onto: nil).count == 1)
    }

    @Test("A temporary directory that cannot be made is refused")
    func noTemporaryDirectory() throws {
        var values = sandbox.environment
        values["TMPDIR"] = sandbox.root + "/nowhere"
        let refusal = #expect(throws: Refusal.self) { try ScratchStore(environment: ProcessEnvironment(values)) }
        #expect(refusal?.findings.first?.rule == "scratch-failed")
    }
}
