import Foundation
import TestSupport
import Testing

@Suite("sysent diff") struct DiffTests {
    let directory: TemporaryDirectory
    let sysent: Program

    init() throws {
        directory = try TemporaryDirectory()
        sysent = Program(directory: directory.path)
        try directory.writeSample(below: "old/")
        try directory.writeSample(below: "new/")
    }

    /// The newer tree's master with `text` in the place of `old`.
    private func change(_ old: String, to text: String) throws {
        let path = "sys/kern/syscalls.master"
        let master = try #require(SampleText.files.first { $0.0 == path }?.1)
        let changed = master.replacingOccurrences(of: old, with: text)
        #expect(changed != master)
        try directory.write("new/" + path, changed)
    }

    @Test("says nothing of a tree and itself, and exits with 0")
    func same() throws {
        let run = try sysent("diff", "old", "new")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.contains("sys/kern: no change"))
        #expect(run.output.contains("freebsd32: no change"))
    }

    @Test("tells a change in every table that it reaches, and exits with 1")
    func changed() throws {
        try change("int whence", to: "long whence")
        let run = try sysent("diff", "old", "new")
        #expect(run.status == 1)
        #expect(run.output.contains("22  lseek  argument type"))
        let one = try sysent("diff", "old", "new", "--table", "freebsd32", "--format", "json")
        #expect(one.status == 1)
        let document = try #require(JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any])
        let tables = try #require(document["tables"] as? [[String: Any]])
        #expect(tables.count == 1)
        #expect(document["schemaVersion"] as? Int == 1)
        let none = try sysent("diff", "old", "new", "--impact", "compatible")
        #expect(none.status == 0)
        let table = try sysent("diff", "old", "new", "--format", "markdown")
        #expect(table.output.contains("| 22 | `lseek` | argument type | `int whence` | `long whence` |"))
    }

    @Test("names the tables of one directory by their masters")
    func severalInOneDirectory() throws {
        for tree in ["old", "new"] {
            let rule = "\tsh ../../kern/makesyscalls.sh"
            try directory.write(
                "\(tree)/sys/compat/door/Makefile",
                "a: syscalls.front\n\(rule) syscalls.front front.conf\nb: syscalls.back\n\(rule) syscalls.back back.conf\n"
            )
            for name in ["front", "back"] {
                let settings = ["sysnames", "syshdr", "sysmk", "syssw", "systrace", "sysproto"].map {
                    "\($0)=\"\(name)_\($0)\"\n"
                }
                try directory.write("\(tree)/sys/compat/door/\(name).conf", settings.joined())
                try directory.write("\(tree)/sys/compat/door/syscalls.\(name)", "0\tAUE_NULL\tUNIMPL\tdoor\n")
            }
        }
        let run = try sysent("diff", "old", "new")
        #expect(run.output.contains("sys/compat/door/syscalls.front: no change\n"), "\(run.output)\(run.errors)")
        #expect(run.output.contains("sys/compat/door/syscalls.back: no change\n"))
    }

    @Test("takes revisions, and answers since which there is a call")
    func revisions() throws {
        let git = try GitSandbox()
        try git.makeRepository("tree", Dictionary(uniqueKeysWithValues: SampleText.files.map { ($0.0, $0.1) }))
        let program = Program(directory: git.root, environment: git.environment)
        let path = "tree/sys/kern/syscalls.master"
        let master = try String(decoding: git.read(path), as: UTF8.self)
        try git.write(path, master.replacingOccurrences(of: "lseek", with: "seek_set"))
        try git.commit("tree", "rename")
        let run = try program("diff", "tree@HEAD~1", "tree")
        #expect(run.status == 1)
        #expect(run.output.contains("22  seek_set  renamed"))
        let since = try program("diff", "--since", "seek_set", "tree@HEAD~1", "tree@HEAD")
        #expect(since.status == 0)
        #expect(since.output.contains("sys/kern: seek_set since tree@HEAD, as 22"))
        #expect(try program("diff", "--since", "nothing", "tree@HEAD").status == 1)
    }

    @Test(
        "that cannot be made exits with 2",
        arguments: [
            (["old"], "two trees"), (["old", "nowhere"], "[missing-tree]"), (["old", "old@v1"], "[not-a-repository]"),
            (["old", "new", "--table", "door"], "[unknown-table]"), (["old", "new@"], "[unknown-revision]"),
        ]
    )
    func refused(arguments: [String], message: String) throws {
        let run = try sysent.run(["diff"] + arguments)
        #expect(run.status == 2)
        #expect(run.errors.contains(message))
        #expect(run.output.isEmpty)
    }
}
