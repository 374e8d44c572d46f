import Findings
import SourceTree
import SyscallTable

extension Planner {
    /// The row of the 32-bit master, as the plan wants it.
    func ownWords(_ parameters: [Parameter], needsWrapper: Bool, _ narrow: TreeTables.Table) throws(Refusal)
        -> Words
    {
        let prefix = narrow.table.configuration["abi_func_prefix"]
        var words = Words()
        words.needsWrapper = needsWrapper
        let name = needsWrapper ? (prefix.isEmpty ? "freebsd32_" : prefix) + call.name : call.name
        words.handler = name
        words.structure = name + "_args"
        guard needsWrapper else {
            words.types = parameters.map(\.argument.type)
            words.row = .init(
                kinds: ["NOPROTO"], result: call.result, name: name,
                arguments: call.arguments.map { .init($0.type, $0.name) }, padded: nil)
            return words
        }
        var plain: [CallInterface.Argument] = []
        var padded: [CallInterface.Argument] = []
        for parameter in parameters {
            let type = parameter.narrowType
            words.types.append(type)
            switch parameter.passing {
            case .value(.pair), .value(.time):
                if !padded.count.isMultiple(of: 2) {
                    padded.append(.init("int", padName(padded)))
                    words.padded.insert(parameter.name)
                }
                let halves = ["1", "2"].map { CallInterface.Argument("uint32_t", parameter.name + $0) }
                padded += halves
                plain += parameter.passing == .value(.time) ? [.init("int32_t", parameter.name)] : halves
            default:
                plain.append(.init(type, parameter.name))
                padded.append(.init(type, parameter.name))
            }
        }
        try refuseWords(padded.count, in: narrow)
        try refuseCollision(padded.map(\.name))
        words.row = .init(
            kinds: ["STD"], result: call.result, name: name, arguments: plain, padded: padded == plain ? nil : padded)
        return words
    }

    func padName(_ arguments: [CallInterface.Argument]) -> String {
        let taken = Set(arguments.map(\.name) + call.arguments.map(\.name))
        return (1...).lazy.map { $0 == 1 ? "pad" : "pad\($0)" }.first { !taken.contains($0) } ?? "pad"
    }
}

extension Parameter {
    /// The type in the row of a 32-bit master.
    fileprivate var narrowType: String {
        switch passing {
        case .value(.plain), .address, .string: argument.type
        case .value(.signed), .value(.time): "int32_t"
        case .value(.pair): "uint32_t"
        case .addresses: "uint32_t *"
        case .vector: type.replacingBase("struct iovec32").text
        case .object(let element, _), .array(let element, _, _):
            switch element.narrowType {
            case nil: argument.type
            case let narrow? where type.stars.count == 2: DeclaredType(base: narrow, stars: [false]).text
            case let narrow?: type.replacingBase(narrow).text
            }
        }
    }
}

extension DeclaredType {
    fileprivate func replacingBase(_ base: String) -> DeclaredType {
        var type = self
        type.base = base
        return type
    }
}
