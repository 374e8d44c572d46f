import Findings

/// The `#include` lines of a C file of the kernel.
struct SourceIncludes {
    private let text: SourceText
    /// The lines `#include <…>` outside of conditionals, with the header that each names.
    private let lines: [(line: Int, header: String)]

    init(_ text: SourceText) {
        self.text = text
        let header = HeaderText(text)
        lines = header.lines.indices.compactMap { index in
            let line = header.lines[index]
            guard line.conditions.isEmpty, HeaderText.directive(line.text) == "include",
                let open = line.text.firstIndex(of: "<"), let close = line.text.lastIndex(of: ">")
            else { return nil }
            return (index + 1, String(line.text[line.text.index(after: open)..<close]))
        }
    }

    /// Includes those of `headers` that are not included yet, each beside those of its directory.
    func add(_ headers: [String], to draft: inout Draft, because reason: String) throws(Refusal) {
        var seen = Set(lines.map(\.header))
        for header in headers where seen.insert(header).inserted {
            let directory = header.prefix { $0 != "/" }
            let siblings = lines.filter { $0.header.prefix { $0 != "/" } == directory }
            // <sys/param.h> and <sys/systm.h> come first, whatever their names are.
            let movable = siblings.filter { !Self.first.contains($0.header) }
            let index = SortedPlace.index(of: header, in: movable.map(\.header))
            let line: Int
            if movable.indices.contains(index) {
                line = movable[index].line
            } else if let last = (siblings.last ?? lines.last)?.line {
                line = last + 1
            } else {
                line = Self.behindComment(text)
            }
            try draft.insert("#include <\(header)>\n", beforeLine: line, of: text, because: reason)
        }
    }

    private static let first = ["sys/cdefs.h", "sys/param.h", "sys/systm.h"]

    /// The line behind the comment that begins a file.
    private static func behindComment(_ text: SourceText) -> Int {
        let header = HeaderText(text)
        return (header.lines.firstIndex { !$0.isComment && !$0.text.isEmpty } ?? text.lineCount) + 1
    }

    /// The lines of a new file: `<sys/param.h>` and `<sys/systm.h>`, those of sys/ in order, then the others.
    static func lines(_ headers: [String]) -> [String] {
        let all = Set(headers).subtracting(first)
        let ofSystem = all.filter { $0.hasPrefix("sys/") }.sorted()
        let others = all.filter { !$0.hasPrefix("sys/") }.sorted()
        let lines = (["sys/param.h", "sys/systm.h"] + ofSystem).map { "#include <\($0)>" }
        return others.isEmpty ? lines : lines + [""] + others.map { "#include <\($0)>" }
    }
}
