import ArgumentParser
import Edits
import Findings
import GitStore
import SourceTree
import SyscallTable
import SystemPackage

/// Which tree a verb works on.
struct TreeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The source tree (default: the one that encloses the current directory).", valueName: "dir"))
    var tree: String?

    @Flag(help: "Work on the small tree that is built into the program.")
    var sample = false

    @Option(
        help: ArgumentHelp(
            "Work on this revision of the tree's git repository, whatever is checked out.", valueName: "rev")
    )
    var onto: String?

    @Option(
        help: ArgumentHelp(
            "Work as the generator of this edition does, whatever the tree carries: shell (up to 12), lua13, lua14 or modular.",
            valueName: "edition"
        )
    )
    var edition: EditionChoice?

    @Option(help: ArgumentHelp("When to colour: auto, always or never.", valueName: "when"))
    var color = Console.Colour.auto

    func validate() throws {
        if sample, tree != nil { throw ValidationError("--sample and --tree exclude one another.") }
        if sample, onto != nil { throw ValidationError("The sample has no revisions.") }
    }

    var console: Console { Console(colour: color) }

    /// The tree to read.
    ///
    /// - Throws: a `Refusal` when there is none.
    func view() throws(Refusal) -> any TreeView {
        if sample { return SampleTree.view }
        let directory = try directory()
        guard let onto else { return DiskView(root: directory) }
        return try Self.revision(onto, of: directory)
    }

    /// The tree that `base` means: a directory, or else a revision of the tree's own repository.
    ///
    /// - Throws: a `Refusal` when it is neither.
    func view(ofBase base: String) throws(Refusal) -> any TreeView {
        if try DiskView(root: base).kind(of: .root) == .directory { return DiskView(root: base) }
        if sample {
            throw Refusal(
                "missing-tree", at: Location(path: base), "no such directory, and the sample has no revisions")
        }
        return try Self.revision(base, of: try directory(), or: "'\(base)' is no directory either")
    }

    private static func revision(_ name: String, of directory: String, or hint: String? = nil) throws(Refusal)
        -> GitView
    {
        guard let repository = try GitRepository.find(FilePath(directory)) else {
            throw Refusal(
                "not-a-repository", at: Location(path: directory), "no git repository holds this directory",
                notes: hint.map { [Note($0)] } ?? [])
        }
        return try GitView(repository: repository, revision: name)
    }

    /// The tables of the tree.
    ///
    /// - Throws: a `Refusal` when there are none, or a file of them cannot be read.
    func tables() throws(Refusal) -> TreeTables {
        try tables(of: view())
    }

    /// The tables of `view`, by the edition that was asked for.
    ///
    /// - Throws: a `Refusal` when there are none, or a file of them cannot be read.
    func tables(of view: any TreeView) throws(Refusal) -> TreeTables {
        let tables = try TreeTables.load(view, as: edition?.generator)
        // The view of a revision has temporary files, which go when it goes.
        return view is DiskView ? ProcessMemory.keep(tables) : tables
    }

    /// The directory of a tree that can be written to.
    ///
    /// - Throws: a `Refusal` for the sample, for a revision, and when there is no tree.
    func root() throws(Refusal) -> String {
        if sample {
            throw Refusal("read-only-tree", "the sample is built into the program; it cannot be written to")
        }
        if let onto {
            throw Refusal(
                "read-only-tree", "the revision \(onto) cannot be written to; leave --onto out to write to the files")
        }
        return try directory()
    }

    /// The directory that `--tree` names, or the one that encloses the current directory.
    ///
    /// - Throws: a `Refusal` when there is none.
    func directory() throws(Refusal) -> String {
        if let tree {
            guard try DiskView(root: tree).kind(of: .root) == .directory else {
                throw Refusal("missing-tree", at: Location(path: tree), "no such directory")
            }
            return tree
        }
        var candidate = "."
        for _ in 0..<64 {
            if try DiskView(root: candidate).kind(of: TreePath("sys/kern")) == .directory { return candidate }
            candidate = candidate == "." ? ".." : candidate + "/.."
        }
        throw Refusal(
            "missing-tree", "no source tree encloses the current directory; name one by --tree DIR, or try --sample")
    }
}

/// An edition of the generator, named by the release that has it where a family has several.
enum EditionChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
    case shell, lua13, lua14, modular

    /// The built-in data of the edition.
    var generator: Generator {
        switch self {
        case .shell: .shell
        case .lua13: .lua13
        case .lua14: .lua14
        case .modular: .modular
        }
    }
}

/// The form of a result.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json
}
