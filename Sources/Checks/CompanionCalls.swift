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

    /// The calls of the tables that are made of `master`.
    init(_ master: TreePath, _ tables: TreeTables) {
        for table in tables.tables where table.site.master == master {
            let numberPrefix = table.table.configuration["syscallprefix"]
            for call in table.table.calls where !call.alias.isEmpty {
                let number = [numberPrefix + call.symbol, numberPrefix + "AUE_" + call.symbol]
                for symbol in number + ["__sys_" + call.publicName, call.handler, call.structure] {
                    symbols[symbol] = call.alias
                }
                for name in [call.alias, call.name, call.publicName, call.symbol] { names[name] = call.alias }
            }
        }
    }

    /// The call that a line of `text` is about: the one that it names, or else the nearest line above.
    func call(inLine line: Int, of text: [UInt8]) -> String? {
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
