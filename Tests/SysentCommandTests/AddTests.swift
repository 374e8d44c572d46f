import Foundation
import TestSupport
import Testing

@Suite("sysent add") struct AddTests {
    let sandbox: GitSandbox
    let sysent: Program

    init() throws {
        sandbox = try GitSandbox()
        try sandbox.makeRepository("src", SampleText.files)
        sysent = Program(directory: sandbox.root, environment: sandbox.environment)
    }

    private let lamp = [
        "add", "int lamp(int fd, _Out_ int *oil)", "--audit", "AUE_NULL", "--no-capenabled", "--header", "unistd.h",
        "--description", "read the oil level of a lamp", "--tree", "src",
    ]

    private func text(_ path: String) throws -> String { String(decoding: try sandbox.read(path), as: UTF8.self) }

    @Test("shows each file and each piece with its reason, and the differences, and writes nothing")
    func plan() throws {
        let before = try sandbox.fingerprint("src")
        let run = try sysent.run(lamp)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("Add the system call lamp with number 28.\n"))
        for line in [
            "line 139: lamp gets number 28, the next free one", "generated from sys/kern/syscalls.master",
            "  in 32-bit programs:", "  left out: audit-event: the call is not audited", "\n+\tlamp;\n",
        ] {
            #expect(run.output.contains(line), "\(line)")
        }
        #expect(try sandbox.fingerprint("src") == before)
    }

    @Test("--in-place writes a tree against which nothing is to be said; a second time is refused, and nothing changes")
    func inPlace() throws {
        #expect(try sysent.run(lamp + ["--in-place"]).status == 0)
        #expect(try sysent("generate", "--check", "--tree", "src").status == 0)
        #expect(try sysent("check", "--tree", "src").output == "")
        let notes = try sysent("check", "--tree", "src", "--notes").output.split(separator: "\n")
        #expect(notes.filter { !$0.hasSuffix("[missing-audit-event]") } == [])
        #expect(try sysent("add", "--review", "lamp", "--tree", "src").status == 0)
        let before = try sandbox.fingerprint("src")
        let again = try sysent.run(lamp + ["--in-place"])
        #expect(again.status == 2 && again.errors.contains("lamp is here already, with number 28 [call-exists]"))
        #expect(try sandbox.fingerprint("src") == before)
    }

    @Test("--patches --split makes two patches that git am takes, the second with the generated files alone")
    func patches() throws {
        let run = try sysent.run(lamp + ["--patches", "p", "--split"])
        #expect(run.status == 0, "\(run.errors)")
        let names = try text("p/series").split(separator: "\n").map(String.init)
        #expect(
            names == ["0001-kern-add-the-system-call-lamp.patch", "0002-kern-regenerate-the-tables-for-lamp.patch"])
        let first = try text("p/" + names[0])
        #expect(first.contains("\nSysent-Intent: add prototype=\"int lamp(int fd, _Out_ int *oil)\" audit=AUE_NULL "))
        #expect(!first.contains("diff --git a/sys/kern/init_sysent.c"))
        #expect(try text("p/" + names[1]).contains("\nSysent-Intent: generate\n"))
        for name in names { try sandbox.git("src", "am", "-q", "../p/" + name) }
        #expect(try sysent("generate", "--check", "--tree", "src").status == 0)
        #expect(try sysent("check", "--tree", "src").output == "")
    }

    @Test("names every decision that is missing, and ends with 2")
    func missing() throws {
        let run = try sysent("add", "int lamp(int fd)", "--capenabled", "--tree", "src")
        #expect(run.status == 2)
        for option in ["--audit AUE_NAME", "--rights fd=", "--header FILE", "--description TEXT"] {
            #expect(run.errors.contains(option), "\(option)")
        }
    }

    @Test("takes the prototype from a file, and points into it where it is wrong")
    func file() throws {
        try sandbox.write("lamp.txt", "int lamp(\n    int fd,\n    _Out_ int *oil\n);\n")
        let options = Array(lamp.dropFirst(2))
        let run = try sysent.run(["add", "--prototype-file", "lamp.txt"] + options)
        #expect(run.status == 0 && run.output.contains("+\t\t    _Out_ int *oil\n"))
        try sandbox.write("lamp.txt", "int lamp(\n    int fd,\n    int 3oil\n);\n")
        let bad = try sysent.run(["add", "--prototype-file", "lamp.txt"] + options)
        #expect(bad.status == 2 && bad.errors.hasPrefix("lamp.txt:3:5: error: "), "\(bad.errors)")
        #expect(try sysent.run(["add", "--prototype-file", "none.txt"] + options).errors.contains("[unreadable-file]"))
        #expect(
            try sysent.run(["add", "-"] + options).errors.contains(
                "standard input:1:1: error: the declaration is empty"))
    }

    @Test("--format json is one document with the files, the reasoning and the texts for other trees")
    func json() throws {
        let run = try sysent.run(lamp + ["--format", "json"])
        let document = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(document["number"] as? Int == 28 && document["band"] == nil)
        let texts = try #require(document["texts"] as? [String: String])
        #expect(texts["syzlang"]?.contains("lamp(") == true && texts["test"]?.contains("lamp(") == true)
        #expect((document["skipped"] as? [[String: String]])?.contains { $0["place"] == "audit-event" } == true)
    }

    @Test("--review reports what is missing, and ends with 1")
    func review() throws {
        #expect(try sysent("add", "--review", "lseek", "--tree", "src").status == 0)
        let map = try text("src/lib/libsys/Symbol.sys.map")
        try sandbox.write("src/lib/libsys/Symbol.sys.map", map.replacing("\tlseek;\n", with: ""))
        let run = try sysent("add", "--review", "lseek", "--tree", "src")
        #expect(run.status == 1)
        #expect(run.output.contains("no symbol map exports lseek [missing-symbol]\n"))
        #expect(run.output.contains("  symbol-map      MISSING: "))
        let json = try sysent("add", "--review", "lseek", "--tree", "src", "--format", "json")
        let document = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let places = try #require(document["places"] as? [[String: Any]])
        #expect(places.contains { $0["place"] as? String == "symbol-map" && $0["state"] as? String == "missing" })
    }

    @Test(
        "refuses options that contradict one another",
        arguments: [
            ["add", "--sample"], ["add", "int a(void)", "--prototype-file", "x"],
            ["add", "--review", "read", "--in-place"],
            ["add", "int a(void)", "--upstream", "--downstream"],
            ["add", "int a(void)", "--header", "x.h", "--no-header"],
            ["add", "int a(void)", "--interposable"], ["add", "int a(void)", "--capenabled-reason", "x"],
            ["add", "int a(void)", "--rights", "CAP_READ", "--sample"],
            ["add", "int a(void)", "--audit", "A", "--audit", "B"],
        ])
    func usage(arguments: [String]) throws {
        #expect(try sysent.run(arguments).status == 2)
    }

    @Test("the examples of its help work")
    func examples() throws {
        let help = try sysent("add", "--help").output
        let options = "--sample --audit AUE_NULL --no-capenabled --no-header --page calls.2".split(separator: " ").map(
            String.init)
        for option in options { #expect(help.contains(option)) }
        #expect(help.contains("sysent add 'int lamp(int fd)' --sample"))
        let run = try sysent.run(["add", "int lamp(int fd)"] + options)
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("supersede: the example of its help works, and what is wrong is said by its status")
    func supersede() throws {
        let help = try sysent("supersede", "--help").output
        let options = [
            "--sample", "--compat-level", "14", "--header", "unistd.h", "--rights", "fd=CAP_SEEK", "--kernel-function",
            "kern_lseek_flags",
        ]
        for option in options { #expect(help.contains(option)) }
        let prototype = "off_t lseek(int fd, off_t offset, int whence, int flags)"
        let run = try sysent.run(["supersede", "lseek", prototype] + options)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("22 stays the old one, as COMPAT14"))
        let unknown = try sysent.run(["supersede", "lseek", prototype, "--sample"])
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("--compat-level NUMBER"))
        #expect(try sysent.run(["supersede", "lseek"]).status == 2)
        #expect(try sysent.run(["supersede", "lseek", prototype, "--forward-compat", "--wrapper"]).status == 2)
    }
}
