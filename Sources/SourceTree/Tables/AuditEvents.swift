import Edits
import Findings
import SyscallSyntax
import SyscallTable

/// The audit events that a header defines.
package struct AuditEvents {
    /// An event as its line defines it.
    package struct Definition {
        package let name: String
        /// The number, or another event; empty for a line without a value.
        package let value: String
        package let line: Int
    }

    /// The header.
    package let path: TreePath
    /// The events, in file order.
    package let definitions: [Definition]
    private let names: Set<String>

    /// The header that the kernel is compiled with.
    package static let kernel = TreePath("sys/bsm/audit_kevents.h")

    /// Reads a header, `sys/bsm/audit_kevents.h` by default; `nil` when the tree has none.
    package static func read(_ view: any TreeView, _ path: TreePath = kernel) throws(Refusal) -> AuditEvents? {
        guard try view.exists(path) else { return nil }
        let bytes = try view.read(path)
        let lines = LineMap(bytes)
        var definitions: [Definition] = []
        for line in 1...lines.starts.count {
            let range = lines.range(ofLine: line)
            guard !range.isEmpty, bytes[range.lowerBound] == 0x23 else { continue }
            let words = bytes.words(in: range.lowerBound + 1..<range.upperBound)
            guard words.count >= 2, bytes.holds("define", at: words[0]) else { continue }
            let value = words.count > 2 ? bytes.text(words[2]) : ""
            definitions.append(Definition(name: bytes.text(words[1]), value: value, line: line))
        }
        return AuditEvents(path: path, definitions: definitions, names: Set(definitions.map(\.name)))
    }

    /// The definition of an event; `nil` when the header has none.
    package subscript(name: String) -> Definition? {
        names.contains(name) ? definitions.first { $0.name == name } : nil
    }

    /// A warning for each event that is not defined: the C compiler would stop there, or the table is ahead of the header.
    func findings(of master: Master) -> [Finding] {
        master.rows.filter { !names.contains($0.audit) }.map { row in
            // The event is the second word of an entry.
            var place = row.location
            if case .entry(let entry) = master.syntax.nodes[row.node].kind, let word = entry.word(1) {
                place = master.syntax.location(word.lowerBound)
            }
            return Finding(.warning, "unknown-audit-event", at: place, "\(path) does not define \(row.audit)")
        }
    }
}
