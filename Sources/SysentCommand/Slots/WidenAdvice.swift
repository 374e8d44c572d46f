import Authoring
import Findings
import SourceTree

/// Which command makes room for calls that find no slot.
struct WidenAdvice {
    /// How many slots `widen` must be asked for.
    let slots: Int
    /// The band that must be taken back first; `nil` when there is none.
    let band: ClosedRange<Int>?

    /// The commands.
    var text: String {
        let widen = "sysent widen --slots \(slots)"
        return band == nil ? "'\(widen)'" : "'sysent narrow', then '\(widen)'"
    }

    /// Works out what gives the tables of a tree `missing` slots more.
    ///
    /// - Throws: a `Refusal` when the tree cannot be widened.
    init(missing: Int, _ tables: TreeTables) throws(Refusal) {
        do {
            _ = try Plan.widen(tables, by: Widening(slots: missing), scope: .masterOnly)
            slots = missing
            band = nil
        } catch {
            guard error.findings.contains(where: { $0.rule == "already-widened" }) else { throw error }
            let narrow = try Plan.narrow(tables, scope: .masterOnly)
            slots = narrow.band.count + missing
            band = narrow.band
        }
    }
}
