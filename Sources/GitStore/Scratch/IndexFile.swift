import Edits
import Findings
import Glibc
import SystemPackage

/// A file in which git holds a flat list of paths: a tree in the state of being changed.
package struct IndexFile: Sendable, Hashable {
    let path: FilePath
}

extension ScratchStore {
    /// An index of all of `tree`. Reads directories only, so that files may be missing.
    package func index(of tree: ObjectId) throws(Refusal) -> IndexFile {
        let index = IndexFile(path: scratch.fresh("index"))
        let result = try git(["read-tree", tree.hex], index: index)
        guard result.succeeded else { throw result.refusal("git-failed", "git could not read tree \(tree)") }
        return index
    }

    /// An index of just `entries`.
    package func index(of entries: [TreePath: GitEntry]) throws(Refusal) -> IndexFile {
        let index = IndexFile(path: scratch.fresh("index"))
        var input: [UInt8] = []
        for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
            input += "\(entry.kind.mode) \(entry.id)\t\(path.string)\0".utf8
        }
        let result = try git(["update-index", "-z", "--index-info"], index: index, input: input)
        guard result.succeeded else { throw result.refusal("git-failed", "git could not make an index") }
        return index
    }

    /// Another index with the same content, which is changed on its own.
    ///
    /// A second name of the same file: git replaces an index and never writes into it.
    package func copy(_ index: IndexFile) throws(Refusal) -> IndexFile {
        let copy = IndexFile(path: scratch.fresh("index"))
        guard link(index.path.string, copy.path.string) == 0 else {
            throw Refusal("scratch-failed", at: Location(path: copy.path.string), "\(Errno(rawValue: errno))")
        }
        return copy
    }

    /// All entries of an index. For one that was made of a few.
    package func entries(of index: IndexFile) throws(Refusal) -> [TreePath: GitEntry] {
        let result = try git(["ls-files", "-z", "--stage"], index: index)
        guard result.succeeded else { throw result.refusal("git-failed", "git could not read an index") }
        var entries: [TreePath: GitEntry] = [:]
        for record in result.records {
            // MODE SP ID SP STAGE TAB PATH
            guard let tab = record.firstIndex(of: 0x09) else { continue }
            let words = record[..<tab].split(separator: 0x20)
            guard words.count == 3, let id = ObjectId(hex: String(decoding: words[1], as: UTF8.self)) else { continue }
            let path = TreePath(String(decoding: record[(tab + 1)...], as: UTF8.self))
            entries[path] = GitEntry(kind: GitEntryKind(mode: words[0]), id: id)
        }
        return entries
    }

    /// The paths at which an index and a tree differ. Reads directories only.
    package func differences(between index: IndexFile, and tree: ObjectId) throws(Refusal) -> [TreePath] {
        let result = try git(["diff-index", "--cached", "--name-only", "--no-renames", "-z", tree.hex], index: index)
        guard result.succeeded else { throw result.refusal("git-failed", "git could not compare an index with a tree") }
        return result.records.map { TreePath(String(decoding: $0, as: UTF8.self)) }
    }
}
