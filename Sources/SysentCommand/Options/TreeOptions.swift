import ArgumentParser
import Edits
import Findings
import SourceTree

/// Which tree a verb works on.
struct TreeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The source tree (default: the one that encloses the current directory).", valueName: "dir"))
    var tree: String?

    @Flag(help: "Work on the small tree that is built into the program.")
    var sample = false

    @Option(help: ArgumentHelp("When to colour: auto, always or never.", valueName: "when"))
    var color = Console.Colour.auto

    func validate() throws {
        if sample, tree != nil { throw ValidationError("--sample and --tree exclude one another.") }
    }

    var console: Console { Console(colour: color) }

    /// The tree to read.
    func view() throws(Refusal) -> any TreeView {
        sample ? SampleTree.view : DiskView(root: try root())
    }

    /// The directory of a tree on disk.
    ///
    /// - Throws: a ``Refusal`` when there is none.
    func root() throws(Refusal) -> String {
        if sample {
            throw Refusal("sample-is-read-only", "the sample is built into the program; it cannot be written to")
        }
        if let tree {
            guard try DiskView(root: tree).kind(of: .root) == .directory else {
                throw Refusal("missing-tree", at: Location(path: tree), "no such directory")
            }
            return tree
        }
        var candidate = "."
        for _ in 0..<64 {
            let view = DiskView(root: candidate)
            if try view.kind(of: TreePath("sys/kern")) == .directory { return candidate }
            candidate = candidate == "." ? ".." : candidate + "/.."
        }
        throw Refusal(
            "missing-tree", "no source tree encloses the current directory; name one by --tree DIR, or try --sample")
    }
}

/// The form of a result.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json
}
