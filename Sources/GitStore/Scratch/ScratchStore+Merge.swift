import Edits
import Findings
import SystemPackage

/// How a patch fits a tree.
package enum PatchFit: Sendable, Hashable {
    /// Every hunk applies where it says, or so many lines away from there, whichever hunk is farthest.
    case applied(offset: Int)
    /// Not, and nothing changed; git's words by lines.
    case refused([String])
}

/// What a three-way merge of a patch gave.
package enum MergeOutcome: Sendable, Hashable {
    case clean
    /// Both sides changed these files in the same place.
    case conflicts([TreePath])
    /// git could not try; its words by lines.
    case refused([String])
}

extension ScratchStore {
    /// Applies a patch to an index without its parts about `excluded`; context has to be there to the letter, though it
    /// may have moved.
    package func fit(_ patch: FilePath, to index: IndexFile, excluding excluded: [TreePath] = []) throws(Refusal)
        -> PatchFit
    {
        let result = try git(
            ["apply", "--cached", "--verbose", "--whitespace=nowarn"] + Self.exclusions(excluded)
                + ["--", patch.string],
            index: index,
            objects: "results"
        )
        guard result.succeeded else {
            return .refused(result.complaints.filter { !$0.hasPrefix("Checking patch ") })
        }
        // `Hunk #1 succeeded at 12 (offset -2 lines).`
        let offsets = result.complaints.compactMap { line -> Int? in
            guard let range = line.firstRange(of: "(offset ") else { return nil }
            return Int(line[range.upperBound...].prefix { $0 == "-" || $0.isNumber }).map(abs)
        }
        return .applied(offset: offsets.max() ?? 0)
    }

    /// Merges a patch into an index by the files that it was made from, which have to be among the prepared ones.
    package func merge(_ patch: FilePath, into index: IndexFile, excluding excluded: [TreePath] = []) throws(Refusal)
        -> MergeOutcome
    {
        let result = try git(
            ["apply", "--cached", "--3way", "--whitespace=nowarn"] + Self.exclusions(excluded) + ["--", patch.string],
            index: index,
            objects: "results"
        )
        if result.succeeded { return .clean }
        let unmerged = try git(["ls-files", "-z", "--unmerged"], index: index)
        let paths = unmerged.records.compactMap { record in
            record.firstIndex(of: 0x09).map { TreePath(String(decoding: record[($0 + 1)...], as: UTF8.self)) }
        }
        return paths.isEmpty ? .refused(result.complaints) : .conflicts(Set(paths).sorted())
    }

    /// Merges two texts that both come from `base`; `nil` where they change the same lines, or are no texts.
    package func mergeTexts(base: [UInt8], ours: [UInt8], theirs: [UInt8]) throws(Refusal) -> [UInt8]? {
        var files: [String] = []
        for text in [ours, base, theirs] { files.append(try file(text, named: "text").string) }
        let result = try git(["merge-file", "--stdout", "--quiet"] + files)
        return result.succeeded ? result.output : nil
    }

    /// The blob whose id begins with `prefix`; `nil` when the repository has none, or several.
    package func blob(beginning prefix: String) throws(Refusal) -> [UInt8]? {
        guard prefix.utf8.count >= 4, prefix.utf8.contains(where: { $0 != 0x30 }) else { return nil }
        let answer = try git(["rev-parse", "--verify", "--quiet", "--end-of-options", prefix + "^{blob}"])
        guard answer.succeeded, let id = ObjectId(hex: answer.lines.first ?? "") else { return nil }
        return try objects.blob(id)
    }

    /// A path is a pattern to git, so what would be special in it is escaped.
    private static func exclusions(_ paths: [TreePath]) -> [String] {
        paths.map { path in
            "--exclude=" + path.string.map { "*?[\\".contains($0) ? "\\\($0)" : String($0) }.joined()
        }
    }
}
