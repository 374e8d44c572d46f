import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// Which call a line of a generated file is about.
struct CompanionCalls {
    /// The names of the calls in the master, by their symbols.
    private var symbols: [String: String] = [:]
    /// The same, by the names that mean a call in a comment, in quotes or as an object file alone: an argument may have
    /// them as well.
    private var names: [String: String] = [:]

    /// The numbers of the calls.
    private var numbers: [String: Int] = [:]

    /// The calls of the tables that are made of `master`.
    init(_ master: TreePath, _ tables: TreeTables) {
        for table in tables.tables where table.site.master == master {
            let numberPrefix = table.table.configuration["syscallprefix"]
            for call in table.table.calls where !call.alias.isEmpty {
                let number = [numberPrefix + call.symbol, numberPrefix + "AUE_" + call.symbol]
                let library = ["__sys_" + call.publicName, "__sys_" + call.publicName + "_t"]
                for symbol in number + library + [call.handler, call.structure] {
                    symbols[symbol] = call.alias
                }
                // What the ABI would call it if it had one of its own, or none: the old text may.
                for symbol in [table.prefix + call.alias, "sys_" + call.alias] {
                    symbols[symbol] = call.alias
                    symbols[symbol + "_args"] = call.alias
                }
                symbols[call.alias + "_args"] = call.alias
                numbers[call.alias] = call.number
                for name in [call.alias, call.name, call.publicName, call.symbol] { names[name] = call.alias }
            }
        }
    }

    /// The call that a line is about which is not the same in two texts. Where they name two calls, one of the texts lacks
    /// what the other has, and the later call is only what comes next.
    func call(inLine line: Int, of old: [UInt8], and new: [UInt8]) -> String? {
        let calls = [old, new].compactMap { call(inLine: line, of: $0) }
        return calls.min { numbers[$0] ?? 0 < numbers[$1] ?? 0 }
    }

    /// The call that a line of `text` is about: the one that it names, or else the nearest line above.
    private func call(inLine line: Int, of text: [UInt8]) -> String? {
        let lines = LineMap(text)
        var number = min(line, lines.starts.count)
        while number > 0 {
            if let call = call(in: text, lines.range(ofLine: number)) { return call }
            number -= 1
        }
        return nil
    }

    private func call(in text: [UInt8], _ line: Range<Int>) -> String? {
        var position = line.lowerBound
        while position < line.upperBound {
            guard isIdentifier(text[position]) else {
                position += 1
                continue
            }
            let start = position
            while position < line.upperBound, isIdentifier(text[position]) { position += 1 }
            let name = text.text(start..<position)
            if let call = symbols[name] { return call }
            let end = ["\"", " */", ".o"].contains { (end: StaticString) in text.holds(end, from: position) }
            if end, let call = names[name] { return call }
        }
        return nil
    }
}
