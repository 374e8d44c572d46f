import Foundation
import TestSupport
import Testing

@Suite("sysent check --base") struct CheckBaseTests {
    private static let master = "sys/kern/syscalls.master"
    private static let version = "#define __FreeBSD_version 1500010\n"

    let git: GitSandbox
    let sysent: Program

    init() throws {
        git = try GitSandbox()
        var files = Dictionary(uniqueKeysWithValues: SampleText.files.map { ($0.0, $0.1) })
        files["sys/sys/param.h"] = Self.version
        try git.makeRepository("tree", files)
        for (path, text) in files { try git.write("base/\(path)", text) }
        sysent = Program(directory: git.root, environment: git.environment)
    }

    private func change(_ old: String, to new: String, in tree: String = "tree") throws {
        let changed = SampleText.master.replacingOccurrences(of: old, with: new)
        #expect(changed != SampleText.master)
        try git.write("\(tree)/\(Self.master)", changed)
    }

    @Test("has nothing against a tree and itself, by revision and by directory")
    func same() throws {
        #expect(try sysent("check", "--tree", "tree", "--base", "HEAD").status == 0)
        #expect(try sysent("check", "--tree", "tree", "--base", "base").status == 0)
        #expect(try sysent("check", "--sample", "--base", "base").status == 0)
    }

    @Test("compares files with a revision, and a revision with another")
    func revisions() throws {
        try change("int whence", to: "long whence")
        let rules = ["--rule", "signature-changed"]
        let files = try sysent.run(["check", "--tree", "tree", "--base", "HEAD"] + rules)
        #expect(files.status == 1)
        #expect(
            files.output.hasPrefix(
                "tree/\(Self.master):97:1: error: lseek: the argument 'int whence' is 'long whence' now"))
        #expect(files.output.contains("note: the base has it at HEAD:\(Self.master):97\n"))
        try git.commit("tree", "a change")
        let commits = try sysent.run(["check", "--tree", "tree", "--onto", "HEAD", "--base", "HEAD~1"] + rules)
        #expect(commits.status == 1)
        #expect(commits.output.hasPrefix("HEAD:\(Self.master):97:1: error:"))
        #expect(try sysent.run(["check", "--tree", "tree", "--base", "HEAD"] + rules).status == 0)
    }

    @Test(
        "refuses what it cannot compare with",
        arguments: [
            (
                ["--tree", "base", "--base", "v1"],
                "base:1:1: error: no git repository holds this directory [not-a-repository]"
            ),
            (["--tree", "tree", "--base", "v1"], "`v1` names no commit of this repository [unknown-revision]"),
            (
                ["--tree", "tree", "--base", "home"],
                "home:1:1: error: no system-call table was found in this tree [no-tables]"
            ),
            (
                ["--sample", "--base", "v1"],
                "v1:1:1: error: no such directory, and the sample has no revisions [missing-tree]"
            ),
            (["--tree", "tree", "--base", ""], "--base names neither a revision nor a directory."),
            (
                ["--tree", "tree", "--rule", "call-removed"],
                "The rule call-removed looks at a change; it goes with --base."
            ),
        ]
    )
    func refused(arguments: [String], message: String) throws {
        let run = try sysent.run(["check"] + arguments)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test("refuses a base whose tables are wrong, and names the base's file")
    func wrongBase() throws {
        try change("25\tAUE_JOB", to: "26\tAUE_JOB", in: "base")
        let run = try sysent("check", "--tree", "tree", "--base", "base")
        #expect(run.status == 2)
        #expect(run.errors.contains("base/\(Self.master):") && run.errors.contains("[number-gap]"))
        // In the tree it is a finding like any other.
        try change("25\tAUE_JOB", to: "26\tAUE_JOB")
        #expect(try sysent("check", "--tree", "tree", "--base", "HEAD").status == 1)
    }

    @Test("is timed with the other rules, and only then")
    func timing() throws {
        #expect(try sysent("check", "--tree", "tree", "--base", "base", "--timing").errors.contains("number-reused  "))
        #expect(try !sysent("check", "--tree", "tree", "--timing").errors.contains("number-reused"))
        #expect(
            try sysent("explain", "number-reused").output.hasPrefix(
                "number-reused (error; shell, lua, modular; with --base)\n"))
    }

    @Test(
        "--fix writes the companions that the change left out, and neither takes the change back nor touches the base")
    func fix() throws {
        try change("; End of the table.\n", to: "28\tAUE_NULL\tSTD {\n\t\tint lamp(void);\n\t}\n")
        let before = try git.fingerprint("base")
        let run = try sysent("check", "--tree", "tree", "--base", "base", "--fix", "--rule", "companion-left-out")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(run.errors.contains("wrote sys/kern/init_sysent.c"))
        #expect(try sysent("generate", "--tree", "tree", "--check").status == 0)
        #expect(try git.fingerprint("base") == before)
        let rest = try sysent("check", "--tree", "tree", "--base", "base", "--fix")
        #expect(rest.status == 1)
        #expect(rest.output.contains("[missing-version-step]") && !rest.errors.contains("wrote"))
    }

    @Test("reports for other programs point at files of the tree alone, whatever the base is")
    func reports() throws {
        try change("10\tAUE_UNLINK\tSTD", to: "10\tAUE_UNLINK\tNOSTD")
        for base in ["HEAD", git.root + "/base"] {
            let github = try sysent(
                "check", "--tree", "tree", "--base", base, "--format", "github", "--rule", "call-removed")
            #expect(github.output.hasPrefix("::warning file=\(Self.master),line="))
            let run = try sysent("check", "--tree", "tree", "--base", base, "--format", "sarif")
            let document = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            let text = String(
                decoding: try JSONSerialization.data(
                    withJSONObject: document["runs"] ?? [], options: .withoutEscapingSlashes), as: UTF8.self)
            #expect(text.contains("\"ruleId\":\"call-removed\""))
            for uri in text.matches(of: /"uri":"([^"]*)"/) {
                #expect(!uri.1.hasPrefix("/") && !uri.1.contains("HEAD"))
            }
        }
    }

    @Test("a baseline that was written against one base holds against another")
    func baseline() throws {
        try change("10\tAUE_UNLINK\tSTD", to: "10\tAUE_UNLINK\tNOSTD")
        let options = ["check", "--tree", "tree", "--rule", "call-removed", "--baseline", "known.json"]
        #expect(try sysent.run(options + ["--base", "HEAD", "--write-baseline"]).status == 0)
        #expect(try sysent.run(options + ["--base", "base"]).status == 0)
    }
}
