import Compat32
import Findings
import SourceTree
import SyscallTable

/// The rows of the masters.
struct TablePlace: Place {
    let name = "table"

    func missing(for call: NewCall, in draft: Draft) throws(Refusal) -> [Finding] {
        guard call.addition.audit == nil else { return [] }
        return [
            missingOption(
                "the audit event of \(call.name) is missing: --audit AUE_NAME, or --audit AUE_NULL for no auditing")
        ]
    }

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        let kinds = try kinds(of: call)
        let style = HouseStyle(call.native.banded.master)
        let rules = call.tables.generator.particulars.master.annotations
        let entry = HouseStyle.Entry(
            number: call.number,
            audit: call.addition.audit ?? "AUE_NULL",
            kinds: (kinds + (CapabilityPlace().usesKind(call) ? ["CAPENABLED"] : [])).joined(separator: "|"),
            result: call.prototype.result,
            name: call.name,
            arguments: call.prototype.arguments.map { $0.text(understoodBy: rules) }
        )
        let reason = "\(call.name) gets number \(call.number), \(call.reasonOfNumber)"
        let allowance = try allowance(call)
        try call.native.write(allowance + style.text(entry), to: &draft, of: call.tables, because: reason)
        for slot in call.narrow { try addNarrow(call, slot, entry, to: &draft) }
    }

    /// The comment by which `sysent check` knows that no header is meant to declare the call.
    private func allowance(_ call: NewCall) throws(Refusal) -> String {
        guard call.addition.header == .hidden, try HeaderPlace().isWanted(call) else { return "" }
        return "; sysent: allow missing-declaration programs are not meant to see \(call.name)\n"
    }

    /// The row of a 32-bit master, once for ABIs that align pairs of words and once for the others where these differ.
    private func addNarrow(_ call: NewCall, _ slot: MasterSlot, _ native: HouseStyle.Entry, to draft: inout Draft)
        throws(Refusal)
    {
        guard let row = call.compat.row else { return }
        let style = HouseStyle(slot.banded.master)
        let text = { (arguments: [CallInterface.Argument]) in
            style.text(
                HouseStyle.Entry(
                    number: native.number,
                    audit: native.audit,
                    kinds: row.kinds.joined(separator: "|"),
                    result: row.result,
                    name: row.name,
                    arguments: arguments.map(\.bare)
                ))
        }
        let plain = text(row.arguments)
        let rows = row.padded.map { "#ifdef PAD64_REQUIRED\n\(text($0))#else\n\(plain)#endif\n" } ?? plain
        let reason =
            row.name == native.name
            ? "32-bit programs share the handler" : "32-bit programs get a handler of their own, \(row.name)"
        try slot.write(rows, to: &draft, of: call.tables, because: reason)
    }

    /// The kinds of the row, as far as this tree's generator knows them.
    private func kinds(of call: NewCall) throws(Refusal) -> [String] {
        let known = call.tables.generator.kinds
        for kind in call.addition.kinds {
            guard Self.ofCalls.contains(kind) else {
                throw Refusal("unknown-kind", "'\(kind)' is no kind of a new call")
            }
            guard known.contains(kind) else {
                throw Refusal("unknown-kind", "the generator of this tree does not know the kind \(kind)")
            }
        }
        return call.addition.kinds
    }

    /// The kinds that a new call may have: no placeholder, no older interface, and CAPENABLED by its own option.
    private static let ofCalls: Set = ["STD", "NOSTD", "NOARGS", "NOPROTO", "NOLIB", "NORETURN", "NOTSTATIC"]
}

extension NewCall {
    /// Why the call has the number that it has.
    fileprivate var reasonOfNumber: String {
        if native.isPlaceholder { return "which was kept for it or for nobody" }
        if addition.number != nil, native.gap != nil { return "which was asked for" }
        return "the next free one"
    }
}

extension CallInterface.Argument {
    /// The declaration with the annotations that a release's generator takes off again.
    func text(understoodBy rules: Particulars.AnnotationRules) -> String {
        switch rules {
        case .none: return bare
        case .contains: return text
        case .sal:
            let words = annotations.split(separator: " ").filter { !$0.hasPrefix("_Contains_") }
            return (words + [Substring(bare)]).joined(separator: " ")
        }
    }
}
