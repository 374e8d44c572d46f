import Findings
import SourceTree
import SyscallTable

/// Numbers that are kept for somebody.
struct ReservedNumber: Rule {
    let documentation = RuleDocumentation(
        "reserved-number",
        .note,
        checks: "A row of the native master is kept for a call by a comment '; sysent: reserved CALL OWNER: REASON'.",
        matters: "Whoever looks for a free number sees here which are spoken for, by whom and why.",
        example:
            "'sysent reserve lamp --owner Lamplight --reason \"merged next month\"'. 'sysent add' of lamp takes the number.",
        exceptions: "Never wrong; it reports no fault."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let master = tree.native?.table.master else { return [] }
        return MasterRemarks(master).remarks.compactMap { remark in
            guard remark.kind == .reserved, let row = remark.row.map({ master.rows[$0] }), row.name == remark.call,
                row.kinds.level == .none
            else { return nil }
            return finding(at: row.location, "\(row.numbers.lowerBound) is kept for \(remark.call): \(remark.text)")
        }
    }
}
