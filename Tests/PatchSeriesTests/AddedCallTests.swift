import Authoring
import Edits
import Findings
import GitStore
import PatchSeries
import SourceTree
import SyscallTable
import TableMerge
import TestSupport
import Testing

@Suite("A call that was added is added again to another base")
struct AddedCallTests {
    private static let source = "sys/kern/kern_lamp.c"

    /// The sample's repository with a patch that adds `lamp`.
    private static func fixture(_ finish: (AddedFixture) throws -> Void = { _ in }) throws -> AddedFixture {
        let fixture = try AddedFixture()
        try fixture.add("int lamp(int fd, _Out_ int *oil)", source: source)
        try finish(fixture)
        try fixture.makePatch()
        return fixture
    }

    @Test("in every place, behind the calls that came in between, with the number that is free there")
    func places() throws {
        let fixture = try Self.fixture()
        try fixture.add("int wick(int fd)", source: "sys/kern/kern_wick.c")
        try fixture.add("int glass(int fd)", source: "sys/kern/kern_glass.c")
        let carried = try fixture.carry(RebaseOptions(renumbersPublished: true))
        #expect(carried.words == ["redone"])
        #expect(
            carried.patches[0].moves.map { "\($0.name) \($0.old) \($0.new) \($0.holder ?? "-")" } == ["lamp 28 30 wick"]
        )
        #expect(try carried.drift() == [])
        for name in ["lamp", "wick", "glass"] {
            let review = try CallReview.make(name, in: TreeTables.load(carried.view))
            #expect(review.findings.map(\.message) == [], "\(name)")
        }
        let mail = String(decoding: carried.patches[0].bytes ?? [], as: UTF8.self)
        #expect(mail.contains("Add the system call lamp with number 30."))
    }

    @Test("with the work that its author put into it, and the author's own message")
    func ownWork() throws {
        let fixture = try Self.fixture { fixture in
            try fixture.replace(Self.source, "\terror = ENOSYS;\n", "\t*oil = 7;\n")
            try fixture.amend(message: "lamp: in my own words, as number 28")
        }
        try fixture.add("int wick(int fd)", source: "sys/kern/kern_wick.c")
        let carried = try fixture.carry(RebaseOptions(renumbersPublished: true))
        #expect(carried.words == ["redone"])
        #expect(try carried.text(Self.source).contains("\t*oil = 7;\n"))
        let mail = String(decoding: carried.patches[0].bytes ?? [], as: UTF8.self)
        #expect(mail.contains("Subject: [PATCH] lamp: in my own words, as number 29\n"))
        #expect(try carried.drift() == [])
    }

    @Test("but not where its number would move and programs have it")
    func published() throws {
        let fixture = try Self.fixture()
        try fixture.add("int wick(int fd)", source: "sys/kern/kern_wick.c")
        let carried = try fixture.carry()
        #expect(carried.words == ["conflict"])
        #expect(carried.patches[0].findings.map(\.rule) == ["published-number"])
    }

    @Test("freely, where the patch says that nobody has the number yet")
    func unpublished() throws {
        let fixture = try Self.fixture { try $0.amend(trailer: "Sysent-Intent: unpublished") }
        try fixture.add("int wick(int fd)", source: "sys/kern/kern_wick.c")
        let carried = try fixture.carry()
        #expect(carried.words == ["redone"])
        #expect(carried.patches[0].findings.lines == [])
    }

    @Test("not at all, where the base has it already")
    func upstream() throws {
        let fixture = try Self.fixture()
        try fixture.add("int wick(int fd)", source: "sys/kern/kern_wick.c")
        try fixture.add("int lamp(int fd, _Out_ int *oil)", source: Self.source)
        let carried = try fixture.carry()
        #expect(carried.words == ["upstream"])
        #expect(carried.patches[0].present.map { "\($0.name) \($0.number)" } == ["lamp 29"])
    }

    @Test(
        "over three releases and every edition of the generator",
        .enabled(if: SharedTrees.arePresent, Comment(rawValue: SharedTrees.absence))
    )
    func releases() throws {
        let fixture = try AddedFixture(root: SharedTrees.path(of: "freebsd-12.1"))
        // These trees are masters and configurations alone.
        try fixture.add("int lamp(int fd, _Out_ int *oil)", source: Self.source, header: .hidden)
        try fixture.makePatch()
        for (release, number) in [("freebsd-13.2", 584), ("freebsd-14", 583), ("freebsd-main", 603)] {
            try fixture.advance(to: SharedTrees.path(of: release))
            let carried = try fixture.carry(RebaseOptions(renumbersPublished: true))
            #expect(carried.words == ["redone"], "\(release): \(carried.patches[0].findings.lines)")
            #expect(carried.patches[0].moves.map(\.new) == [number])
            #expect(try carried.drift() == [])
            let tables = try TreeTables.load(carried.view).tables
            let calls = tables.compactMap { table in table.table.calls.first { $0.name.hasSuffix("lamp") }?.number }
            #expect(calls == [number, number], "the native table and the 32-bit one of \(release)")
            try PatchSeries.replace(carried)
        }
    }

    @Test("and stops with the file where its author and the base changed the same lines")
    func conflict() throws {
        let fixture = try Self.fixture { fixture in
            try fixture.replace("sys/conf/files", "kern_lamp.c\t\tstandard", "kern_lamp.c\t\toptional lamp")
        }
        try fixture.add("int wick(int fd)", source: "sys/kern/kern_wick.c")
        try fixture.replace("sys/conf/files", "kern_wick.c\t\tstandard", "kern_wick.c\t\toptional wick")
        try fixture.commit("upstream")
        let carried = try fixture.carry(RebaseOptions(renumbersPublished: true))
        #expect(carried.words == ["conflict"])
        #expect(carried.patches[0].findings.map(\.rule) == ["patch-conflict"])
        #expect(carried.patches[0].findings.first?.location?.path == "sys/conf/files")
    }
}

/// The sample in a repository, calls that are added to it, and a series of one patch.
struct AddedFixture {
    let sandbox: GitSandbox

    init(root: String = PackageFiles.root + "/Sample") throws {
        sandbox = try GitSandbox()
        try sandbox.makeRepository("src", Self.texts(of: DiskView(root: root)))
    }

    /// Commits another release in the place of what is there.
    func advance(to root: String) throws {
        try sandbox.git("src", "rm", "-r", "--quiet", ".")
        for (path, text) in try Self.texts(of: DiskView(root: root)) { try sandbox.write("src/" + path, text) }
        try commit("release")
    }

    /// The files of a tree, with the companions that it lacks.
    private static func texts(of sample: DiskView) throws -> [String: String] {
        var texts: [String: String] = [:]
        var waiting = [TreePath.root]
        while let directory = waiting.popLast() {
            for entry in try sample.list(directory) {
                let path = directory.appending(entry.name)
                if entry.kind == .directory { waiting.append(path) }
                if case .file = entry.kind {
                    texts[path.string] = String(decoding: try sample.read(path), as: UTF8.self)
                }
            }
        }
        for change in try TreeTables.load(sample).regeneration().changes where change.expected == .absent {
            texts[change.path.string] = String(decoding: change.result.bytes ?? [], as: UTF8.self)
        }
        return texts
    }

    private var view: DiskView { DiskView(root: sandbox.root + "/src") }

    /// Commits a new call as `sysent add` writes it.
    func add(_ prototype: String, source: String, header: Addition.Header = .file("unistd.h")) throws {
        var addition = Addition(try .parse(Array(prototype.utf8), path: "prototype"))
        addition.audit = "AUE_NULL"
        addition.capability = .disabled
        addition.header = header
        addition.description = "look after a lamp"
        addition.source = TreePath(source)
        let plan = try Plan.add(TreeTables.load(view), addition)
        for change in plan.edit.changes {
            try sandbox.write("src/" + change.path.string, String(decoding: change.result.bytes ?? [], as: UTF8.self))
        }
        let body = plan.commits[0].paragraphs.joined(separator: "\n\n")
        try commit("\(plan.subject)\n\n\(body)\n\nSysent-Intent: \(plan.intent.trailer)")
    }

    func replace(_ path: String, _ old: String, _ new: String) throws {
        let text = String(decoding: try sandbox.read("src/" + path), as: UTF8.self)
        try #require(text.contains(old), "\(text)")
        try sandbox.write("src/" + path, text.replacing(old, with: new))
    }

    func commit(_ message: String) throws {
        try sandbox.commit("src", message)
    }

    /// Puts the work tree, another subject or one more trailer into the last commit.
    func amend(message: String? = nil, trailer: String? = nil) throws {
        let old = try sandbox.git("src", "log", "-1", "--format=%B").trimmed
        let trailers = old.split(separator: "\n").filter { $0.hasPrefix("Sysent-Intent: ") }.joined(separator: "\n")
        let text = message.map { "\($0)\n\n\(trailers)" } ?? old
        try sandbox.git(
            "src", "commit", "--quiet", "--all", "--amend", "-m", trailer.map { "\(text)\n\($0)" } ?? text)
    }

    /// Makes a patch of the last commit, and takes the commit back.
    func makePatch() throws {
        try sandbox.git("src", "commit", "--quiet", "--all", "--amend", "--no-edit")
        let mail = try sandbox.git("src", "format-patch", "-1", "--base=HEAD~1", "--stdout")
        try sandbox.write("patches/0001-lamp.patch", mail)
        try sandbox.write("patches/series", "0001-lamp.patch\n")
        try sandbox.git("src", "reset", "--quiet", "--hard", "HEAD~1")
    }

    func carry(_ options: RebaseOptions = RebaseOptions()) throws -> CarriedSeries {
        try PatchSeries.carry(
            tree: sandbox.path("src"), revision: "HEAD", seriesDirectory: sandbox.path("patches"),
            files: view, options: options, environment: ProcessEnvironment(sandbox.environment))
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.last?.isNewline == true { text.removeLast() }
        return String(text)
    }
}
