import Edits
import Findings
import SourceTree
import SyscallSyntax

/// A map of the symbols that a library exports, by version.
struct SymbolMap {
    /// A symbol and the version in which it is exported.
    struct Entry {
        let name: String
        let version: String
        let line: Int
    }

    /// A version and where its braces open.
    struct Version {
        let name: String
        let line: Int
    }

    let path: TreePath
    private(set) var entries: [Entry] = []
    private(set) var versions: [Version] = []

    /// The map that lists the system calls: that of libsys, or of libc up to FreeBSD 14; `nil` in a tree without either.
    static func ofCalls(in tree: CheckedTree) throws(Refusal) -> SymbolMap? {
        for path in ["lib/libsys/Symbol.sys.map", "lib/libc/sys/Symbol.map"].map({ TreePath($0) }) {
            if let bytes = try tree.read(path) { return SymbolMap(bytes, path: path) }
        }
        return nil
    }

    /// Reads a map, or a file of versions (`Versions.def`), whose form is the same.
    init(_ bytes: [UInt8], path: TreePath) {
        self.path = path
        let lines = LineMap(bytes)
        var version: String?
        var inComment = false
        for number in 1...lines.starts.count {
            let words = Self.words(bytes, lines.range(ofLine: number), &inComment)
            var previous = ""
            for word in words {
                if word == "{" {
                    version = previous
                    versions.append(Version(name: previous, line: number))
                } else if word == "}" {
                    version = nil
                } else if word == ";", let version, !previous.isEmpty, previous != "}" {
                    entries.append(Entry(name: previous, version: version, line: number))
                }
                previous = word
            }
        }
    }

    /// The words of a line without its comments; braces and semicolons are words of their own.
    private static func words(_ bytes: [UInt8], _ line: Range<Int>, _ inComment: inout Bool) -> [String] {
        var words: [String] = []
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
                words.append(bytes.text(position..<position + 1))
                position += 1
            } else if isSpace(byte) {
                position += 1
            } else {
                let start = position
                while position < line.upperBound, isIdentifier(bytes[position]) || bytes[position] == 0x2E {
                    position += 1
                }
                if position == start { position += 1 }
                words.append(bytes.text(start..<position))
            }
        }
        return words
    }
}
