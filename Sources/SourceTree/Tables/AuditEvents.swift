import Edits
import Findings
import SyscallSyntax
import SyscallTable

/// The audit events that a tree's headers define.
struct AuditEvents {
    private let names: Set<String>
    private let header: String

    /// Reads `sys/bsm/audit_kevents.h`; `nil` when the tree has no such header.
    static func read(_ view: any TreeView) throws(Refusal) -> AuditEvents? {
        let path = TreePath("sys/bsm/audit_kevents.h")
        guard try view.exists(path) else { return nil }
        let bytes = try view.read(path)
        let lines = LineMap(bytes)
        var names: Set<String> = []
        for line in 1...lines.starts.count {
            let range = lines.range(ofLine: line)
            guard !range.isEmpty, bytes[range.lowerBound] == 0x23 else { continue }
            let words = bytes.words(in: range.lowerBound + 1..<range.upperBound)
            if words.count >= 2, bytes.holds("define", at: words[0]) { names.insert(bytes.text(words[1])) }
        }
        return AuditEvents(names: names, header: path.string)
    }

    /// A warning for each event that is not defined: the C compiler would stop there, or the table is ahead of the header.
    func findings(of master: Master) -> [Finding] {
        master.rows.filter { !names.contains($0.audit) }.map { row in
            Finding(.warning, "unknown-audit-event", at: row.location, "\(header) does not define \(row.audit)")
        }
    }
}
