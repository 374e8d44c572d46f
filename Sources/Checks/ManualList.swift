import Edits
import Findings
import SourceTree
import SyscallSyntax

/// The pages of the manual that a makefile installs, and the links to them.
struct ManualList {
    /// A word of `MAN`.
    struct Page {
        let file: String
        let line: Int
        /// Where in the line it stands, in bytes from one.
        let column: Int
    }

    /// Two words of `MLINKS`.
    struct Link {
        let page: String
        let name: String
        /// Where the page stands.
        let line: Int
        let column: Int
    }

    let path: TreePath
    private(set) var pages: [Page] = []
    private(set) var links: [Link] = []
    /// The page that `MLINKS` ends with, where it has no name behind it.
    private(set) var unpaired: Page?

    /// The makefile that lists the pages of the system calls; `nil` in a tree without.
    static func ofCalls(in tree: CheckedTree) throws(Refusal) -> ManualList? {
        for path in ["lib/libsys/Makefile.sys", "lib/libc/sys/Makefile.inc"].map({ TreePath($0) }) {
            if let bytes = try tree.read(path) { return ManualList(bytes, path: path) }
        }
        return nil
    }

    /// Whether a file of that name is a makefile.
    static func isMakefile(_ name: String) -> Bool {
        name == "Makefile" || name.hasPrefix("Makefile.") || name.hasSuffix(".mk")
    }

    /// Whether a file of that name is a page of the manual: a section behind the last dot.
    static func isPage(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        return bytes.count > 2 && bytes[bytes.count - 2] == 0x2E && isDigit(bytes[bytes.count - 1])
    }

    /// Reads a makefile. Words with variables in them are left out.
    init(_ bytes: [UInt8], path: TreePath) {
        self.path = path
        let lines = LineMap(bytes)
        var isContinued = false
        var variable: String?
        for number in 1...lines.starts.count {
            let line = lines.range(ofLine: number)
            let end = line.first { bytes[$0] == 0x23 } ?? line.upperBound
            var words = bytes.words(in: line.lowerBound..<end)
            if !isContinued {
                variable = nil
                finishLinks()
                if let assigned = Self.assignment(bytes, line.lowerBound..<end) {
                    variable = assigned.variable
                    words = bytes.words(in: assigned.values)
                }
            }
            // The backslash may stick to the last value.
            isContinued = words.last.map { bytes[$0.upperBound - 1] == 0x5C } ?? false
            if isContinued, let last = words.popLast() { words.append(last.lowerBound..<last.upperBound - 1) }
            guard variable == "MAN" || variable == "MLINKS" else { continue }
            for range in words {
                let word = bytes.text(range)
                guard Self.isPage(word), !word.utf8.contains(0x24) else { continue }
                let page = Page(file: word, line: number, column: range.lowerBound - line.lowerBound + 1)
                if variable == "MAN" {
                    pages.append(page)
                } else if let first = pending {
                    links.append(Link(page: first.file, name: word, line: first.line, column: first.column))
                    pending = nil
                } else {
                    pending = page
                }
            }
        }
        finishLinks()
    }

    /// The page of a link whose name is still to come.
    private var pending: Page?

    private mutating func finishLinks() {
        unpaired = pending ?? unpaired
        pending = nil
    }

    /// The variable and the values of `NAME= …`, `NAME+= …` and the like.
    private static func assignment(_ bytes: [UInt8], _ line: Range<Int>) -> (variable: String, values: Range<Int>)? {
        guard let nameEnd = line.first(where: { !isIdentifier(bytes[$0]) }), nameEnd > line.lowerBound,
            let equals = bytes[nameEnd..<line.upperBound].firstIndex(of: 0x3D),
            bytes[nameEnd..<equals].allSatisfy({ isSpace($0) || "+?:".utf8.contains($0) })
        else { return nil }
        return (bytes.text(line.lowerBound..<nameEnd), equals + 1..<line.upperBound)
    }

    /// The names of sections 2 to 4 under which a page is installed.
    var callNames: Set<String> {
        let files = (pages.map(\.file) + links.map(\.name)).filter { ["2", "3", "4"].contains($0.last) }
        return Set(files.map { String($0.dropLast(2)) })
    }
}
