import Findings
import SourceTree
import SyscallTable

/// A comment that says what a row is for stands above that row.
struct StaleReservation: Rule {
    let documentation = RuleDocumentation(
        "stale-reservation",
        .warning,
        checks: """
            A comment '; sysent: reserved CALL …' stands directly above a row without a call that bears the name, and a \
            comment '; sysent: stub CALL …' above a row that declares the call without arguments.
            """,
        matters: "A reservation that is none keeps people from a number, or lets them take one that is spoken for.",
        example:
            "'; sysent: reserved lamp …' above '603 AUE_NULL STD { int lamp(…); }': the call came. Take the comment out.",
        exceptions: "Never."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let master = tree.native?.table.master else { return [] }
        return MasterRemarks(master).remarks.filter { remark in
            guard let row = remark.row.map({ master.rows[$0] }), row.name == remark.call else { return true }
            switch remark.kind {
            case .reserved: return row.kinds.level != .none
            case .stub: return row.kinds.level != .native || row.prototype?.arguments.isEmpty != true
            }
        }.map { remark in
            let what = remark.kind == .reserved ? "no row that keeps a number for" : "no stub of"
            return finding(at: remark.location, "below this comment stands \(what) \(remark.call)")
        }
    }
}
