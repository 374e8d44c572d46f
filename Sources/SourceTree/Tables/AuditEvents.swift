import Edits
import Findings
import SyscallSyntax
import SyscallTable

/// The audit events that a tree's headers define.
public struct AuditEvents: Sendable {
    /// What each event is defined as: a number, or another event.
    private let values: [String: String]
    /// The header.
    public let header: TreePath

    /// What `event` is defined as; `nil` when it is not.
    public subscript(event: String) -> String? { values[event] }

    /// Reads `sys/bsm/audit_kevents.h`; `nil` when the tree has no such header.
    ///
    /// - Throws: a `Refusal` when it cannot be read.
    public static func read(_ view: any TreeView) throws(Refusal) -> AuditEvents? {
        let path = TreePath("sys/bsm/audit_kevents.h")
        guard try view.exists(path) else { return nil }
        let bytes = try view.read(path)
        let lines = LineMap(bytes)
        var values: [String: String] = [:]
        for line in 1...lines.starts.count {
            let range = lines.range(ofLine: line)
            guard !range.isEmpty, bytes[range.lowerBound] == 0x23 else { continue }
            let words = bytes.words(in: range.lowerBound + 1..<range.upperBound)
            guard words.count >= 2, bytes.holds("define", at: words[0]) else { continue }
            values[bytes.text(words[1])] = words.count > 2 ? bytes.text(words[2]) : ""
        }
        return AuditEvents(values: values, header: path)
    }

    /// A warning for each event that is not defined: the C compiler would stop there, or the table is ahead of the header.
    func findings(of master: Master) -> [Finding] {
        master.rows.filter { values[$0.audit] == nil }.map { row in
            Finding(.warning, "unknown-audit-event", at: row.location, "\(header) does not define \(row.audit)")
        }
    }
}
