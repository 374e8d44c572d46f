import Findings

/// Decides what 32-bit programs make of the result of a call.
struct ResultPlanner {
    let call: CallInterface
    let tree: CompatTree

    /// The verdict on the result.
    ///
    /// - Throws: a `Refusal` for a type that no call can have for a result.
    func verdict() throws(Refusal) -> CompatPlan.Verdict {
        let type = DeclaredType(call.result)
        guard call.returns else {
            return verdict(.none, "the call does not return", nil)
        }
        let registers = tree.place(of: "RETVAL_LO", in: .pairs)
        switch TypeTable(declarations: tree.declarations).meaning(of: type) {
        case .void: return verdict(.asIs, "there is no result but success or failure", nil)
        case .pointer:
            return verdict(.asIs, "a 32-bit program takes the low word of an address, which is all of its own", nil)
        case .scalar(let scalar) where scalar == .time:
            let rule =
                "\(type.base) has 32 bits in i386 and 64 elsewhere; both words are returned, and i386 takes the low one"
            return verdict(.split(padded: false), rule, registers)
        case .scalar(let scalar) where scalar.isWide:
            let rule = "\(type.base) has 64 bits in every ABI; a 32-bit program takes them in two registers"
            return verdict(.split(padded: false), rule, registers)
        case .scalar(let scalar) where scalar.isFixed:
            return verdict(.asIs, "\(type.base) has \(scalar.native * 8) bits in every ABI", nil)
        case .scalar(let scalar):
            let sign = scalar.isSigned ? ", whose sign is in its highest bit" : ""
            return verdict(.asIs, "a 32-bit program takes the low word of a \(type.base)\(sign)", nil)
        case .structure, .union, .floating:
            throw Refusal("unsupported-result", "\(call.name): a call cannot return a \(type.base)")
        case .unknown(let name):
            throw Refusal(
                "unknown-width", "the result of \(call.name): how wide \(name) is in each ABI is not known",
                notes: [Note("give its declaration, such as 'typedef int \(name);'")])
        }
    }

    private func verdict(_ passage: CompatPlan.Passage, _ rule: String, _ place: Location?) -> CompatPlan.Verdict {
        .init(name: "", type: call.result, passage: passage, rule: rule, place: place)
    }
}
