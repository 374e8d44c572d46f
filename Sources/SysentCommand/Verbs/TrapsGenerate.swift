import ArgumentParser
import Edits
import Findings
import Reports
import SourceTree
import TrapModules

/// `sysent traps generate`
struct TrapsGenerate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write the kernel side, the user side and their common header from a manifest.",
        discussion: """
            Writes MODULE.h, MODULE.c, MODULE_user.c and a Makefile beside the manifest, or below --output; all or none. With \
            --check, --diff or --stdout nothing is written.

            EXAMPLES
              sysent traps generate Examples/mach/mach_traps.yml --output /tmp/mach
              sysent traps generate mach_traps.yml --check
              sysent traps generate mach_traps.yml --stdout mach_traps.c
            """
    )

    @Argument(help: ArgumentHelp("The manifest.", valueName: "manifest"))
    var manifest: String

    @Option(
        help: ArgumentHelp("Where the files belong (default: beside the manifest); made if missing.", valueName: "dir"))
    var output: String?

    @Flag(help: "Write nothing; exit with 1 and name what is stale.")
    var check = false

    @Flag(help: "Write nothing; print the differences.")
    var diff = false

    @Option(help: ArgumentHelp("Print this file and write nothing.", valueName: "file"))
    var stdout: String?

    @Option(help: "The form of the result: text or json.")
    var format = OutputFormat.text

    @Option(help: ArgumentHelp("When to colour: auto, always or never.", valueName: "when"))
    var color = Console.Colour.auto

    func validate() throws {
        if check || diff, stdout != nil {
            throw ValidationError("--check and --diff, and --stdout exclude one another.")
        }
        if format == .json, diff || stdout != nil { throw ValidationError("--diff and --stdout print text.") }
    }

    func run() throws {
        let console = Console(colour: color)
        let file = UserFile(manifest)
        let files = Wiring(try TrapManifest.read(try file.read(), path: manifest)).files
        if let stdout {
            guard let wanted = files.first(where: { $0.path.string == stdout }) else {
                let names = files.map(\.path.string).joined(separator: ", ")
                throw Refusal(
                    "unknown-companion", "'\(stdout)' is no file of the wiring", notes: [Note("it has \(names)")])
            }
            return console.print(wanted.text)
        }
        let directory = output ?? file.directory
        let view = DiskView(root: directory)
        let edit = try self.edit(files, in: view)
        if check || diff {
            if diff { for change in edit.changes { console.print(UnifiedDiff(change).bytes) } }
            return try reportCheck(edit, view, files.map(\.path), console)
        }
        try AtomicWriter.makeRoot(directory)
        try report(AtomicWriter(root: directory).apply(edit), view, files.map(\.path), console)
    }

    private func edit(_ files: [(path: TreePath, text: [UInt8])], in view: DiskView) throws(Refusal) -> TreeEdit {
        var changes: [FileChange] = []
        for (path, text) in files {
            let reasons = ["made from \(manifest)"]
            changes.append(
                FileChange(
                    path: path, expected: try view.state(of: path), result: .file(text, .regular), reasons: reasons))
        }
        return TreeEdit(steps: [EditStep(title: "wiring of \(manifest)", changes: changes)])
    }

    private func reportCheck(_ edit: TreeEdit, _ view: DiskView, _ paths: [TreePath], _ console: Console) throws {
        let stale = edit.changes.map { change in
            let finding = change.staleness(view)
            return Finding(.error, "stale-wiring", at: finding.location, finding.message)
        }
        if format == .json {
            let states = edit.changes.map { ($0.path, $0.expected == .absent ? "missing" : "stale") }
            console.print(try JSONDocument.encode(WiringRecord(manifest, paths, states, stale)))
        } else if check {
            console.printFindings(stale)
            if stale.isEmpty { console.print("\(paths.count) files: all up to date") }
        }
        if check, !stale.isEmpty { throw ExitCode.findings }
    }

    private func report(_ written: [TreePath], _ view: DiskView, _ paths: [TreePath], _ console: Console) throws {
        if format == .json {
            console.print(try JSONDocument.encode(WiringRecord(manifest, paths, written.map { ($0, "written") }, [])))
        } else if written.isEmpty {
            console.print("\(paths.count) files: all up to date")
        } else {
            for path in written { console.print("wrote \(view.label(path))") }
        }
    }
}

/// `sysent traps generate --format json`
private struct WiringRecord: Encodable {
    let manifest: String
    let files: [File]
    let findings: [FindingRecord]

    struct File: Encodable {
        let path: String
        let state: String
    }

    init(_ manifest: String, _ paths: [TreePath], _ states: [(TreePath, String)], _ findings: [Finding]) {
        self.manifest = manifest
        files = paths.map { path in
            File(path: path.string, state: states.first { $0.0 == path }?.1 ?? "current")
        }
        self.findings = findings.map(FindingRecord.init)
    }
}
