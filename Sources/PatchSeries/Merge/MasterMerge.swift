import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable
import TableMerge

/// A merge of three versions of a master, read by one generator.
public enum MasterMerge {
    /// Merges `ours` and `theirs`, which both come from `base`; the numbers of the side that `renumbers` does not name
    /// stay.
    ///
    /// - Throws: a `Refusal` when a side is no sound table: what it means cannot be told.
    public static func merge(
        base: [UInt8],
        ours: [UInt8],
        theirs: [UInt8],
        path: String,
        generator: Generator?,
        renumbers: Side
    ) throws(Refusal) -> MergedMaster {
        let generator = generator ?? evidence([base, ours, theirs], path)
        func read(_ bytes: [UInt8], _ side: String) throws(Refusal) -> Master {
            let syntax = MasterSyntax.parse(
                bytes, path: "\(path) (\(side))", form: generator.particulars.master.form)
            let master = Master(syntax, generator: generator)
            let errors = master.findings.filter { $0.severity == .error }
            guard errors.isEmpty else { throw Refusal(errors) }
            return master
        }
        let sides = (try read(base, "base"), try read(ours, "ours"), try read(theirs, "theirs"))
        let merged =
            switch renumbers {
            case .ours: TableMerge.merge(base: sides.0, ours: sides.1, theirs: sides.2)
            case .theirs: TableMerge.merge(base: sides.0, ours: sides.2, theirs: sides.1)
            }
        guard merged.conflicts.isEmpty else { return merged }
        // A merge that makes an unsound table would be worse than none.
        _ = try read(merged.bytes, "merged")
        return merged
    }

    /// Whose numbers may move.
    public enum Side: String, Sendable, Hashable, CaseIterable {
        case ours, theirs
    }

    /// The generator that reads all of `texts` without an error; the newest where several do.
    private static func evidence(_ texts: [[UInt8]], _ path: String) -> Generator {
        let known: [Generator] = [.modular, .lua14, .lua13, .shell]
        let sound = known.first { generator in
            texts.allSatisfy { text in
                let syntax = MasterSyntax.parse(text, path: path, form: generator.particulars.master.form)
                return !Master(syntax, generator: generator).findings.hasErrors
            }
        }
        return sound ?? .modular
    }
}
