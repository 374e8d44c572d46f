import Edits
import Findings
import SourceTree
import SyscallSyntax

/// A map of the symbols that a library exports, by version.
package struct SymbolMap {
    /// A symbol and the version in which it is exported.
    package struct Entry {
        package let name: String
        package let version: String
        package let line: Int
        /// Where in the line it stands, in bytes from one.
        package let column: Int
    }

    /// A version, where its braces open and where they close.
    package struct Version {
        package let name: String
        package let line: Int
        /// Where in the line the name stands, in bytes from one.
        package let column: Int
        package fileprivate(set) var lastLine: Int

        /// Whether what it exports is for the libraries of the base system alone.
        package var isPrivate: Bool { SymbolMap.isPrivate(name) }
    }

    package let path: TreePath
    private let lines: LineMap
    package private(set) var entries: [Entry] = []
    package private(set) var versions: [Version] = []

    /// The versions that the libraries have.
    package static let definitions = TreePath("lib/libc/Versions.def")
    private static let libraries = ["lib/libsys", "lib/libc", "lib/librt", "lib/libthr"]

    /// The map that lists the system calls: that of libsys, or of libc up to FreeBSD 14; `nil` in a tree without either.
    package static func ofCalls(in view: any TreeView) throws(Refusal) -> SymbolMap? {
        for path in ["lib/libsys/Symbol.sys.map", "lib/libc/sys/Symbol.map"].map({ TreePath($0) }) {
            if try view.exists(path) { return SymbolMap(try view.read(path), path: path) }
        }
        return nil
    }

    /// The other maps of the library that `map` is part of; each architecture takes one of its own to the common ones.
    static func ofSameLibrary(as map: SymbolMap, in tree: CheckedTree) throws(Refusal) -> [SymbolMap] {
        let library = TreePath(map.path.components.prefix(2).joined(separator: "/"))
        var maps: [SymbolMap] = []
        for path in try tree.view.files(below: library, where: isMap) where path != map.path {
            maps.append(SymbolMap(try tree.shared.read(path), path: path))
        }
        return maps
    }

    /// The maps of the base system's libraries but for `map`, those of single architectures among them.
    package static func ofAllLibraries(besides map: SymbolMap, in view: any TreeView) throws(Refusal) -> [SymbolMap] {
        var maps: [SymbolMap] = []
        for library in libraries {
            let paths = try view.files(below: TreePath(library), where: isMap)
            for path in paths where path != map.path { maps.append(SymbolMap(try view.read(path), path: path)) }
        }
        return maps
    }

    /// The names that `map` and the other maps of its library export.
    static func names(with map: SymbolMap, in tree: CheckedTree) throws(Refusal) -> Set<String> {
        var names = Set(map.entries.map(\.name))
        for other in try ofSameLibrary(as: map, in: tree) { names.formUnion(other.entries.map(\.name)) }
        return names
    }

    /// Whether a file of that name is a map of symbols.
    static func isMap(_ name: String) -> Bool {
        name.hasSuffix(".map") && (name.hasPrefix("Symbol") || name == "pthread.map")
    }

    /// Whether `version` is for the libraries of the base system alone, as `FBSDprivate_1.0` is.
    package static func isPrivate(_ version: String) -> Bool { version.contains("private") }

    /// Reads a map, or a file of versions (`Versions.def`), whose form is the same.
    package init(_ bytes: [UInt8], path: TreePath) {
        self.path = path
        lines = LineMap(bytes)
        var version: String?
        var inComment = false
        for number in 1...lines.starts.count {
            let line = lines.range(ofLine: number)
            var previous = ""
            var column = 1
            for range in Self.words(bytes, line, &inComment) {
                let word = bytes.text(range)
                if word == "{" {
                    version = previous
                    versions.append(
                        Version(name: previous, line: number, column: column, lastLine: lines.starts.count))
                } else if word == "}" {
                    if version != nil { versions[versions.count - 1].lastLine = number }
                    version = nil
                } else if word == ";", let version, !previous.isEmpty, previous != "}" {
                    entries.append(Entry(name: previous, version: version, line: number, column: column))
                }
                previous = word
                column = range.lowerBound - line.lowerBound + 1
            }
        }
    }

    /// The words of a line without its comments; braces and semicolons are words of their own.
    private static func words(_ bytes: [UInt8], _ line: Range<Int>, _ inComment: inout Bool) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var position = line.lowerBound
        while position < line.upperBound {
            let byte = bytes[position]
            if inComment {
                if bytes.holds("*/", from: position) {
                    inComment = false
                    position += 1
                }
                position += 1
            } else if bytes.holds("/*", from: position) {
                inComment = true
                position += 2
            } else if byte == 0x23 {
                return words
            } else if byte == 0x7B || byte == 0x7D || byte == 0x3B {
                words.append(position..<position + 1)
                position += 1
            } else if isSpace(byte) {
                position += 1
            } else {
                let start = position
                while position < line.upperBound, isIdentifier(bytes[position]) || bytes[position] == 0x2E {
                    position += 1
                }
                if position == start { position += 1 }
                words.append(start..<position)
            }
        }
        return words
    }
}

// MARK: - Changes

extension SymbolMap {
    /// The edit that takes `entry` out; `nil` when it shares its line with others.
    func removal(of entry: Entry) -> TextEdit? {
        guard entries.count(where: { $0.line == entry.line }) == 1,
            !versions.contains(where: { $0.line == entry.line || $0.lastLine == entry.line })
        else { return nil }
        return TextEdit(range: lines.range(ofLine: entry.line), replacement: [])
    }

    /// The edit that exports `name` in `version`, behind the last symbol that sorts ahead of it; `nil` when the map does not
    /// have the version once.
    func insertion(of name: String, in version: String) -> TextEdit? {
        let found = versions.filter { $0.name == version }
        guard found.count == 1, let only = found.first, only.lastLine > only.line else { return nil }
        let key = Self.key(name, in: version)
        let ahead = entries.last {
            $0.version == version && Self.key($0.name, in: version).lexicographicallyPrecedes(key)
        }
        let offset = lines.range(ofLine: ahead?.line ?? only.line).upperBound
        return TextEdit(range: offset..<offset, replacement: Array("\t\(name);\n".utf8))
    }

    /// What symbols are sorted by: private ones by the call whose they are.
    private static func key(_ name: String, in version: String) -> [UInt8] {
        guard isPrivate(version) else { return Array(name.utf8) }
        let call = name.hasPrefix("__sys_") ? name.dropFirst(6) : name.hasPrefix("_") ? name.dropFirst() : name[...]
        return Array(call.utf8) + [0] + (name.hasPrefix("__sys_") ? [1] : [0])
    }
}
