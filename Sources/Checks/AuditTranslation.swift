import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// The kernel's translation of audit records to BSM, and the list of events by which tools know them.
package enum AuditTranslation {
    /// `kaudit_to_bsm` stands here.
    package static let path = TreePath("sys/security/audit/audit_bsm.c")
    /// The events by number, with their names, descriptions and classes.
    package static let list = TreePath("contrib/openbsm/etc/audit_event")
    /// OpenBSM's own copy of the kernel's header.
    package static let header = TreePath("contrib/openbsm/sys/bsm/audit_kevents.h")

    /// The events that `bytes`, the translation, has a case for.
    package static func cases(_ bytes: [UInt8]) -> Set<String> {
        var events: Set<String> = []
        var position = 0
        while let found = bytes.firstIndex(of: "case AUE_", in: position..<bytes.count) {
            let start = found + 5
            let end = bytes[start...].firstIndex { !isIdentifier($0) } ?? bytes.count
            events.insert(bytes.text(start..<end))
            position = end
        }
        return events
    }

    /// The events that `bytes`, the list, names.
    package static func listed(_ bytes: [UInt8]) -> Set<String> {
        let lines = LineMap(bytes)
        var events: Set<String> = []
        for number in 1...lines.starts.count {
            let fields = bytes[lines.range(ofLine: number)].split(separator: 0x3A, maxSplits: 2)
            guard fields.count > 1, let first = fields[0].first, isDigit(first) else { continue }
            events.insert(bytes.text(fields[1].indices))
        }
        return events
    }
}

extension CheckedTree {
    /// The present calls whose event has a number of its own: neither `AUE_NULL` nor another name of an event.
    func auditedCalls() throws(Refusal) -> [(call: Syscall, event: AuditEvents.Definition)] {
        guard let events = try AuditEvents.read(view) else { return [] }
        return presentCalls.compactMap { call in
            guard call.audit != "AUE_NULL", let event = events[call.audit], Int(event.value) != nil else { return nil }
            return (call, event)
        }
    }
}
