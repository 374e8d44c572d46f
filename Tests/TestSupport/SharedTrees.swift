import Foundation

/// Real tables of released systems, and the digests of what their own generators make of them.
///
/// They are not part of the package: they lie beside it in `../shared`, or where `SYSENT_SHARED` says. Tests that need
/// them are skipped where they are absent.
public enum SharedTrees {
    /// The directory with `trees` and `golden`.
    public static let directory: String =
        ProcessInfo.processInfo.environment["SYSENT_SHARED"]
        ?? URL(fileURLWithPath: PackageFiles.root).deletingLastPathComponent().path + "/shared"

    /// What a skipped test says.
    public static let absence =
        "the released trees are not beside this package (../shared, or the directory in SYSENT_SHARED)"

    /// The names of the trees, such as `freebsd-main`; empty when there are none.
    public static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: directory + "/trees")) ?? []).sorted()

    /// Whether there is any tree.
    public static var arePresent: Bool { !names.isEmpty }

    /// The directory of a tree.
    public static func path(of name: String) -> String {
        "\(directory)/trees/\(name)"
    }

    /// The files of all trees whose names end in `suffix`, by their absolute paths, sorted.
    public static func files(suffix: String) -> [String] {
        names.flatMap { name in
            let files = FileManager.default.enumerator(atPath: path(of: name))?.compactMap { $0 as? String } ?? []
            return files.filter { $0.hasSuffix(suffix) }.sorted().map { path(of: name) + "/" + $0 }
        }
    }

    /// The bytes of a file by its absolute path.
    ///
    /// - Throws: what Foundation throws when it cannot be read.
    public static func read(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// The digests of the companions of a tree by their paths in it.
    ///
    /// - Throws: what Foundation throws when the list cannot be read.
    public static func digests(of name: String) throws -> [String: String] {
        let text = String(decoding: try read("\(directory)/golden/\(name).sha256"), as: UTF8.self)
        var digests: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 2 { digests[String(words[1])] = String(words[0]) }
        }
        return digests
    }
}
