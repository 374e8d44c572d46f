import Edits
import Findings
import Foundation
import GitStore
import SystemPackage
import TestSupport
import Testing

@Suite("A repository that belongs to somebody")
struct GitRepositoryTests {
    let sandbox: GitSandbox
    let environment: ProcessEnvironment

    init() throws {
        sandbox = try GitSandbox()
        environment = ProcessEnvironment(sandbox.environment)
        try sandbox.makeRepository("src", ["sys/kern/a.c": "a\n"])
    }

    private func find(_ name: String) throws -> GitRepository? {
        try GitRepository.find(sandbox.path(name), environment: environment)
    }

    @Test("A directory inside a work tree is found with its path from the top")
    func subdirectory() throws {
        let repository = try #require(try find("src/sys/kern"))
        #expect(repository.prefix == TreePath("sys/kern"))
        #expect(repository.gitDirectory == sandbox.path("src/.git"))
        #expect(repository.objectDirectory == sandbox.path("src/.git/objects"))
        #expect(repository.objectFormat == "sha1")
    }

    @Test("A bare repository is its own tree")
    func bare() throws {
        try sandbox.git(".", "clone", "--quiet", "--bare", "src", "bare.git")
        let repository = try #require(try find("bare.git"))
        #expect(repository.prefix == .root)
        #expect(repository.objectDirectory == sandbox.path("bare.git/objects"))
    }

    @Test("A linked work tree has its own HEAD and the objects of the main one")
    func linkedWorkTree() throws {
        try sandbox.git("src", "worktree", "add", "--quiet", "-b", "side", "../side")
        try sandbox.write("side/b", "b\n")
        try sandbox.commit("side", "second")
        let repository = try #require(try find("side"))
        #expect(repository.objectDirectory == sandbox.path("src/.git/objects"))
        let head = try repository.resolve("HEAD")
        #expect(head.hex + "\n" == (try sandbox.git("side", "rev-parse", "HEAD")))
        #expect(head != (try #require(try find("src")).resolve("HEAD")))
    }

    @Test("A directory that no repository owns gives none")
    func noRepository() throws {
        #expect(try find("home") == nil)
    }

    @Test("A directory that is not there is refused")
    func noDirectory() throws {
        let refusal = #expect(throws: Refusal.self) { try find("nowhere") }
        #expect(refusal?.findings.first?.rule == "no-such-directory")
    }

    @Test("A .git file that points nowhere is refused, not taken for a tree without git")
    func brokenGitFile() throws {
        try sandbox.write("broken/.git", "gitdir: /nowhere/at/all\n")
        let refusal = #expect(throws: Refusal.self) { try find("broken") }
        #expect(refusal?.findings.first?.rule == "bad-repository")
    }

    @Test("A revision that names no commit is refused with git's words")
    func unknownRevision() throws {
        let repository = try #require(try find("src"))
        for revision in ["nonsense", "HEAD:sys", "--all", ""] {
            let refusal = #expect(throws: Refusal.self) { try repository.resolve(revision) }
            #expect(refusal?.findings.first?.rule == "unknown-revision")
        }
    }

    @Test("A tag resolves to its commit")
    func tag() throws {
        try sandbox.git("src", "tag", "-a", "-m", "release", "v1")
        let repository = try #require(try find("src"))
        #expect(try repository.resolve("v1") == repository.resolve("main"))
    }

    @Test(
        "A repository that somebody else owns can be read", .enabled(if: getuid() == 0, "only root can give files away")
    )
    func otherOwner() throws {
        try sandbox.run(["chown", "-R", "12345", "src"], in: ".")
        #expect(throws: GitSandbox.CommandFailed.self) { try sandbox.git("src", "rev-parse", "HEAD") }
        let repository = try #require(try find("src"))
        let store = try ScratchStore(source: repository)
        let commit = try store.objects.commit(repository.resolve("HEAD"))
        #expect(try store.objects.entry("sys", in: commit.tree) != nil)
        let author = try GitIdentity.configured(for: sandbox.path("src"), environment: environment)
        #expect(author.name == "Test User")
    }

    @Test("git that is not installed is refused")
    func noGit() throws {
        var values = sandbox.environment
        values["PATH"] = sandbox.root
        let refusal = #expect(throws: Refusal.self) {
            try GitRepository.find(sandbox.path("src"), environment: ProcessEnvironment(values))
        }
        #expect(refusal?.findings.first?.rule == "git-missing")
    }
}
