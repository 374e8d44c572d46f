import Foundation
import TestSupport
import Testing

@Suite("sysent series") struct SeriesTests {
    let sandbox: GitSandbox
    let sysent: Program

    init() throws {
        sandbox = try GitSandbox()
        try sandbox.makeRepository("src", SampleText.files)
        sysent = Program(directory: sandbox.root, environment: sandbox.environment)
        #expect(try sysent("widen", "--slots", "2", "--tree", "src", "--patches", "patches").status == 0)
    }

    private static let patch = "0001-kern-add-2-slots-for-loadable-system-calls.patch"

    /// Another call behind those of the sample, committed with its companions.
    private func addUpstreamCall() throws {
        let master = "src/sys/kern/syscalls.master"
        let text = String(decoding: try sandbox.read(master), as: UTF8.self)
        try sandbox.write(
            master, text + "28\tAUE_NULL\tSTD|CAPENABLED {\n\t\tint upstream(\n\t\t    int fd\n\t\t);\n\t}\n")
        #expect(try sysent("generate", "--tree", "src").status == 0)
        try sandbox.commit("src", "kern: add upstream")
    }

    @Test("list and show say what a patch touches and means")
    func list() throws {
        let list = try sysent("series", "list")
        #expect(list.output.contains("\(Self.patch): kern: add 2 slots for loadable system calls\n"))
        #expect(list.output.contains("; widen slots=2 at=tail\n"))
        #expect(try sysent("series", "show", "1").output.contains("intent: widen slots=2 at=tail\n"))
    }

    @Test("verify is content with a series for its own base")
    func verifies() throws {
        let run = try sysent("series", "verify", "--onto", "src@HEAD")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("\(Self.patch): applies\n"))
    }

    @Test("verify names the call that took a number, and since which commit")
    func collision() throws {
        try addUpstreamCall()
        let run = try sysent("series", "verify", "--onto", "src")
        #expect(run.status == 1)
        #expect(run.output.contains("\(Self.patch): number collision\n"))
        #expect(run.output.contains("    28-29 -> 29-30: upstream took 28\n"))
        #expect(run.output.contains("    28 is upstream since "))
    }

    @Test("rebase shows what it would do and writes nothing; --output writes a series that verifies")
    func rebase() throws {
        try addUpstreamCall()
        let before = try sandbox.fingerprint("patches")
        #expect(try sysent("series", "rebase", "--tree", "src").status == 0)
        #expect(try sandbox.fingerprint("patches") == before)
        let run = try sysent("series", "rebase", "--tree", "src", "--output", "new")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("\(Self.patch): done again\n"))
        #expect(try sysent("series", "verify", "--tree", "src", "--patches", "new").status == 0)
        try sandbox.git("src", "am", "--quiet", "../new/" + Self.patch)
        #expect(try sysent("generate", "--check", "--tree", "src").status == 0)
    }

    @Test("rebase --in-place refuses the whole series while a patch needs a person")
    func refused() throws {
        #expect(try sysent("series", "drop", "1").status == 0)
        let narrow = try sysent("widen", "--slots", "1", "--at", "28", "--tree", "src", "--patches", "patches")
        #expect(narrow.status == 0, "\(narrow.errors)")
        try addUpstreamCall()
        let before = try sandbox.fingerprint("patches")
        let run = try sysent("series", "rebase", "--tree", "src", "--in-place")
        #expect(run.status == 2)
        #expect(run.output.contains("needs a person"))
        #expect(run.errors.contains("[band-collides]"))
        #expect(try sandbox.fingerprint("patches") == before)
    }

    @Test("forecast is one JSON document when that is asked for")
    func json() throws {
        try addUpstreamCall()
        let run = try sysent("series", "forecast", "--tree", "src", "--format", "json")
        #expect(run.status == 0)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let patches = try #require(document["patches"] as? [[String: Any]])
        #expect(patches.compactMap { $0["verdict"] as? String } == ["redone"])
    }

    @Test("git merges two calls that took one number, companions and all")
    func mergeDriver() throws {
        let program = sandbox.root + "/bin"
        try sandbox.link("bin", to: Program.directory)
        let environment = ["PATH": program + ":" + (sandbox.environment["PATH"] ?? "")]
        #expect(try sysent("merge-driver", "install", "--tree", "src", "--write").status == 0)
        try sandbox.git("src", "checkout", "--quiet", "-b", "mine")
        let master = "src/sys/kern/syscalls.master"
        let text = String(decoding: try sandbox.read(master), as: UTF8.self)
        try sandbox.write(master, text + "28\tAUE_NULL\tSTD|CAPENABLED {\n\t\tint mine(\n\t\t    int fd\n\t\t);\n\t}\n")
        #expect(try sysent("generate", "--tree", "src").status == 0)
        try sandbox.commit("src", "kern: add mine")
        try sandbox.git("src", "checkout", "--quiet", "main")
        try addUpstreamCall()
        try sandbox.git("src", "checkout", "--quiet", "mine")
        try sandbox.git("src", "merge", "--quiet", "--no-edit", "main", environment: environment)
        #expect(try sysent("generate", "--check", "--tree", "src").status == 0)
        let show = try sysent("show", "mine", "--tree", "src")
        #expect(show.output.contains("SYS_mine") && show.output.contains("29"))
        try sandbox.git("src", "reset", "--quiet", "--hard", "HEAD~1")
        try sandbox.git("src", "rebase", "--quiet", "main", environment: environment)
        #expect(try sysent("generate", "--check", "--tree", "src").status == 0)
    }

    @Test("merge leaves a conflict between git's markers, and exits with 1")
    func conflict() throws {
        func master(_ argument: String) -> String {
            "0\tAUE_NULL\tSTD {\n\t\tint call(\n\t\t    \(argument)\n\t\t);\n\t}\n"
        }
        try sandbox.write("base", master("int fd"))
        try sandbox.write("ours", master("long fd"))
        try sandbox.write("theirs", master("short fd"))
        let run = try sysent("merge", "base", "ours", "theirs")
        #expect(run.status == 1)
        #expect(run.errors.contains("error: both sides change call [merge-conflict]"))
        #expect(String(decoding: try sandbox.read("ours"), as: UTF8.self).contains("<<<<<<< ours\n"))
    }
}
