import Companions
import Edits
import Findings
import SourceTree
import SyscallTable

/// What a person wants to know of a call; the JSON of `sysent show` and the source of its text.
struct CallRecord: Encodable {
    let table: String
    let number: Int
    let name: String
    let symbol: String?
    let state: String
    let kinds: [String]
    let audit: String
    let capabilityMode: Bool
    let definedAt: String
    let prototype: Prototype?
    let handler: String?
    let argumentStructure: String?
    let otherABIs: [OtherABI]
    let companions: [Mention]

    struct Prototype: Encodable {
        let result: String
        let arguments: [Argument]
    }

    struct Argument: Encodable {
        let name: String
        let type: String
        let annotations: String
    }

    /// What another table makes of the call.
    struct OtherABI: Encodable {
        let table: String
        let name: String
        let state: String
        let sharesHandler: Bool
        let arguments: [String]
        let reasons: [String]
    }

    /// A line of a companion.
    struct Mention: Encodable {
        let path: String
        let lines: [Int]
    }
}

extension CallRecord {
    /// Gathers what is known of `call`.
    ///
    /// - Parameters:
    ///   - call: the call as `table` has it.
    ///   - table: the table in which it was found.
    ///   - relatives: the tables of other ABIs that are made of the same master.
    init(_ call: Syscall, in table: TreeTables.Table, relatives: [TreeTables.Table]) {
        let row = table.table.master.rows[call.row]
        self.table = table.site.directory.string
        number = call.number
        name = call.name
        symbol = call.hasNumberSymbol ? table.table.configuration["syscallprefix"] + call.symbol : nil
        state = call.state
        kinds = call.kinds.words
        audit = call.audit
        capabilityMode = call.has(.capabilityEnabled)
        definedAt = "\(row.location.path):\(row.location.line ?? 1)"
        prototype = row.prototype.map { prototype in
            Prototype(
                result: prototype.result,
                arguments: prototype.arguments.map {
                    Argument(
                        name: $0.name,
                        type: String(decoding: $0.type, as: UTF8.self),
                        annotations: $0.annotations
                    )
                }
            )
        }
        let isCall = call.hasHandler
        handler = isCall ? call.tableHandler : nil
        argumentStructure = isCall && !call.arguments.isEmpty ? call.structure : nil
        otherABIs = relatives.compactMap { relative in
            relative.table.calls.first { $0.row == call.row && $0.number == call.number }
                .map { OtherABI($0, native: call, in: relative) }
        }
        companions = ([table] + relatives).flatMap { $0.mentions(of: call) }
    }
}

extension CallRecord.OtherABI {
    fileprivate init(_ call: Syscall, native: Syscall, in table: TreeTables.Table) {
        self.table = table.site.directory.string
        name = call.name
        state = call.state
        sharesHandler = call.hasHandler && native.hasHandler && !call.abi.needsWrapper
        arguments = call.arguments.map { "\($0.type) \($0.name)" }
        var reasons = call.abi.reasons.map(\.sentence)
        if !native.has(.obsolete), call.has(.obsolete) { reasons.append("the configuration lists it in obsol") }
        if !native.has(.unimplemented), call.has(.unimplemented) {
            reasons.append("the configuration lists it in unimpl")
        }
        if reasons.isEmpty, call.hasHandler { reasons.append("no argument differs in this ABI") }
        self.reasons = reasons
    }
}

extension AbiEffect.Reason {
    fileprivate var sentence: String {
        switch self {
        case .argument(let name, let flag, let pattern): "argument '\(name)' matches \(pattern) (\(flag))"
        case .wide(let name): "argument '\(name)' is 64 bits wide and is passed in two words (pair_64bit)"
        case .pointer(let name): "argument '\(name)' is a pointer (pointer_args)"
        case .listed: "the configuration lists it in syscall_abi_change"
        case .exempted: "the configuration lists it in syscall_no_abi_change"
        }
    }
}

extension Syscall {
    /// Whether a function stands behind the row.
    fileprivate var hasHandler: Bool {
        switch kinds.level {
        case .native, .compat: true
        case .none, .obsolete: false
        }
    }

    /// The function in the switch table.
    fileprivate var tableHandler: String {
        if has(.multiplexer) { return "nosys" }
        if has(.noStandard) { return "lkmressys" }
        if case .compat = kinds.level { return symbol }
        return handler
    }
}

extension TreeTables.Table {
    /// The lines of this table's companions that speak of the call: those with its name or its number's comment.
    fileprivate func mentions(of call: Syscall) -> [CallRecord.Mention] {
        guard let own = table.calls.first(where: { $0.number == call.number && $0.row == call.row }) else { return [] }
        let prefix = table.configuration["syscallprefix"]
        var words: Set<String> = [prefix + own.symbol, prefix + "AUE_" + own.symbol, own.structure, own.symbol]
        if own.isNative {
            words.formUnion([own.name, own.handler, "_" + own.name, "__sys_" + own.name, "__sys_\(own.name)_t"])
        }
        return outputs.compactMap { output in
            var lines: [Int] = []
            let text = output.companion.render(table)
            for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
            where line.mentions(words, own.number) {
                lines.append(index + 1)
            }
            return lines.isEmpty ? nil : CallRecord.Mention(path: output.path.string, lines: lines)
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether the line holds one of `words`, or is the row of `number`. The row of another number is not meant, even if it
    /// has the same name: slots share theirs, and so do a call and its older interface.
    fileprivate func mentions(_ words: Set<String>, _ number: Int) -> Bool {
        let text = Substring(String(decoding: self, as: UTF8.self))
        if let comment = text.firstRange(of: "/* "), let equals = text.firstRange(of: " = "),
            comment.upperBound < equals.lowerBound,
            let row = Int(text[comment.upperBound..<equals.lowerBound])
        {
            return row == number
        }
        return text.split { !($0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_") }.contains {
            words.contains(String($0))
        }
    }
}
