import ArgumentParser
import Edits
import Findings
import GitStore
import PatchSeries
import SourceTree
import SystemPackage
import TableMerge

/// `sysent merge`
struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Merge a master or a companion, as git's merge driver or by hand.",
        discussion: """
            Brings the rows of two sides together by what they mean and writes the result over OURS. The calls of the side \
            that is not published get the next free numbers; both sides remain, between git's markers, only where two people \
            decided differently. Exits with 0 when the file is merged, with 1 when a conflict is left in it, with 2 when \
            nothing was written.

            With --path naming a companion, the file is made anew of the merged master. A single cherry-pick leaves no trace \
            of its sides: then OURS stays, and the companions have to be regenerated.

            EXAMPLES
              sysent merge base.master ours.master theirs.master
              sysent merge %O %A %B --path %P
            """
    )

    @Argument(help: "What both sides come from.")
    var base: String

    @Argument(help: "What is checked out; the result is written here.")
    var ours: String

    @Argument(help: "What is merged into it.")
    var theirs: String

    @Option(help: ArgumentHelp("The file's path in the repository.", valueName: "path"))
    var path: String?

    @Option(help: "Whose numbers may move: ours, theirs, or auto: theirs while a rebase picks commits, else ours.")
    var renumber = Renumbering.auto

    enum Renumbering: String, ExpressibleByArgument, CaseIterable {
        case auto, ours, theirs
    }

    func run() throws {
        let name = path ?? ours
        let sides = path == nil ? nil : try GitRepository.find(".").flatMap { try $0.mergeSides() }
        let side: MasterMerge.Side =
            switch renumber {
            case .ours: .ours
            case .theirs: .theirs
            case .auto: sides?.isRebase == true ? .theirs : .ours
            }
        guard TreePath(name).name.contains(".master") || path == nil else { return try mergeCompanion(sides, side) }
        let merged = try MasterMerge.merge(
            base: read(base), ours: read(ours), theirs: read(theirs), path: name, generator: nil, renumbers: side)
        try write(merged.bytes)
        for line in MoveText(merged.moves).lines { Console.standard.printError("\(name): \(line)\n") }
        Console.standard.report(merged.conflicts.map(\.finding))
        if !merged.conflicts.isEmpty { throw ExitCode.findings }
    }

    private func mergeCompanion(_ sides: MergeSides?, _ side: MasterMerge.Side) throws {
        let name = path ?? ours
        guard let sides, let repository = try GitRepository.find(".") else {
            let message = "the sides of this merge cannot be told; regenerate the companions by 'sysent generate'"
            throw Refusal("unknown-merge", at: Location(path: name), message)
        }
        try write(CompanionMerge.bytes(of: TreePath(name), merging: sides, in: repository, renumbers: side))
    }

    private func read(_ file: String) throws -> [UInt8] {
        let path = FilePath(file)
        let directory = path.removingLastComponent()
        return try DiskView(root: directory.isEmpty ? "." : directory.string)
            .read(TreePath(path.lastComponent?.string ?? file))
    }

    private func write(_ bytes: [UInt8]) throws {
        let file = FilePath(ours)
        let directory = file.removingLastComponent()
        let root = directory.isEmpty ? "." : directory.string
        let path = TreePath(file.lastComponent?.string ?? ours)
        let old = try DiskView(root: root).state(of: path)
        guard case .file(_, let mode) = old else {
            throw Refusal("missing-file", at: Location(path: ours), "no such file")
        }
        let change = FileChange(path: path, expected: old, result: .file(bytes, mode), reasons: ["merged"])
        try AtomicWriter(root: root).apply(TreeEdit(steps: [EditStep(title: "merge", changes: [change])]))
    }
}

/// `sysent merge-driver`
struct MergeDriver: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge-driver",
        abstract: "Let git merge system-call tables by what they mean.",
        subcommands: [Install.self]
    )

    /// `sysent merge-driver install`
    struct Install: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "install",
            abstract: "Name the merge driver in a repository's own configuration.",
            discussion: """
                Shows the lines for .git/info/attributes and .git/config, one attribute for each master and companion of the \
                tree, and writes just these with --write. Nothing that is committed changes.

                EXAMPLES
                  sysent merge-driver install --tree /usr/src
                  sysent merge-driver install --tree /usr/src --write
                """
        )

        @OptionGroup var options: TreeOptions

        @Flag(help: "Write the lines.")
        var write = false

        @Option(help: "Whose numbers may move: ours, theirs or auto.")
        var renumber = Merge.Renumbering.auto

        func run() throws {
            let tables = try options.tables()
            let directory = try options.root()
            guard let repository = try GitRepository.find(FilePath(directory)) else {
                throw Refusal(
                    "not-a-repository", at: Location(path: directory), "no git repository holds this directory")
            }
            let files = Set(tables.tables.flatMap { [$0.site.master] + $0.outputs.map(\.path) }).sorted()
            let attributes = files.map { "/\(repository.prefix.appending($0.string).string) merge=sysent" }
            let suffix = renumber == .auto ? "" : " --renumber \(renumber.rawValue)"
            let configuration = [
                "[merge \"sysent\"]", "\tname = system-call tables by what their rows mean",
                "\tdriver = sysent merge %O %A %B --path %P\(suffix)",
            ]
            for (name, lines) in [("info/attributes", attributes), ("config", configuration)] {
                options.console.print("\(repository.commonDirectory.appending(name)):")
                for line in lines { options.console.print("    " + line) }
            }
            guard write else { return }
            try add(attributes, to: "info/attributes", of: repository)
            try add(configuration, to: "config", of: repository)
        }

        /// Appends lines to a file of the repository, those that are not there yet.
        private func add(_ lines: [String], to name: String, of repository: GitRepository) throws {
            let root = repository.commonDirectory.string
            let path = TreePath(name)
            let old = try DiskView(root: root).state(of: path)
            var mode = FileMode.regular
            if case .file(_, let present) = old { mode = present }
            var text = String(decoding: old.bytes ?? [], as: UTF8.self)
            let known = Set(text.split(separator: "\n").map(String.init))
            let new = lines.filter { !known.contains($0) }
            guard !new.isEmpty, new.count == lines.count || name == "info/attributes" else {
                guard new.isEmpty else {
                    throw Refusal(
                        "driver-exists", at: Location(path: root + "/" + name),
                        "the configuration has another merge driver 'sysent'; take it out first")
                }
                return
            }
            if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
            text += new.map { $0 + "\n" }.joined()
            let change = FileChange(
                path: path, expected: old, result: .file(Array(text.utf8), mode), reasons: ["the merge driver"])
            try AtomicWriter(root: root).apply(TreeEdit(steps: [EditStep(title: "merge driver", changes: [change])]))
        }
    }
}
