import TestSupport
import Testing

/// The documents that the program writes, held against the schema.
@Suite(
    "sysent check --format sarif",
    .enabled(if: SarifSchema.isInstalled, Comment(rawValue: SarifSchema.absence)))
struct SarifTests {
    let directory: TemporaryDirectory
    let sysent: Program

    init() throws {
        directory = try TemporaryDirectory()
        sysent = Program(directory: directory.path)
    }

    /// Writes the sample with its slots no longer NOTSTATIC, and with `comment` above the first of them.
    private func damage(comment: String = "", below prefix: String = "") throws {
        try directory.writeSample(below: prefix)
        var lines = SampleText.master.replacing("NODEF|NOTSTATIC", with: "NODEF").split(
            separator: "\n", omittingEmptySubsequences: false)
        let slot = try #require(lines.firstIndex { $0.contains("NODEF\tlkmnosys") })
        if !comment.isEmpty { lines.insert(comment[...], at: slot) }
        let master = lines.joined(separator: "\n")
        try directory.write(prefix + "sys/kern/syscalls.master", master)
    }

    /// The document that `arguments` print, which must be what the schema allows.
    private func document(_ arguments: String...) throws -> String {
        let run = try sysent.run(["check", "--format", "sarif"] + arguments)
        #expect(try SarifSchema.problems([Array(run.output.utf8)]) == [])
        return run.output
    }

    @Test("is valid where nothing was found")
    func nothing() throws {
        #expect(try document("--sample", "--rule", "static-slot").contains("\"results\" : [\n\n      ]"))
    }

    @Test("is valid with fix-its, consequences, and every rule's help")
    func findings() throws {
        try damage()
        let document = try document()
        #expect(document.contains("\"artifactChanges\""))
        #expect(document.contains("\"insertedContent\" : {\n"))
        #expect(document.contains("this follows from [static-slot]"))
        #expect(document.contains("\"relatedLocations\""))
    }

    @Test("is valid with results that do not count")
    func suppressed() throws {
        try damage(comment: "; sysent: allow static-slot no module may be unloaded {here}")
        _ = try sysent("check", "--baseline", "known.json", "--write-baseline")
        let document = try document("--baseline", "known.json")
        #expect(document.contains("\"justification\" : \"no module may be unloaded {here}\""))
        #expect(document.contains("\"kind\" : \"inSource\""))
        #expect(document.contains("\"kind\" : \"external\""))
    }

    @Test("is valid where not everything could be checked")
    func incomplete() throws {
        try directory.writeSample()
        try directory.makeDirectory("syzkaller")
        let document = try document("--syzkaller", directory.path("syzkaller"))
        #expect(document.contains("\"executionSuccessful\" : false"))
        #expect(document.contains("\"uri\" : \"file:///"))
    }

    @Test("is valid for a table that cannot be made, and for a tree with odd names")
    func oddNames() throws {
        let narrow = "sys/compat/n\u{E4}rrow 50%#?"
        try directory.writeSample(below: "a tree/")
        try directory.write("a tree/\(narrow)/syscalls.master", "0\tAUE_NULL\tSTDD {\n\t\tint lamp(void);\n\t}\n")
        try directory.write("a tree/\(narrow)/syscalls.conf", "syscallprefix=\"N_SYS_\"\n")
        let document = try document("--tree", "a tree")
        #expect(document.contains("\"uri\" : \"sys/compat/n%C3%A4rrow%2050%25%23%3F/syscalls.master\""), "\(document)")
        #expect(document.contains("unknown-kind"))
    }
}
