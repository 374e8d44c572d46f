import Edits
import Findings
import SourceTree
import SyscallTable

/// The changes of a generator's data by which it sees what it does not see by itself.
struct GeneratorHunks {
    let tree: CompatTree
    let call: CallInterface

    typealias Hunk = CompatPlan.Hunk

    /// Adds `type` to the types that have 64 bits in every ABI: the list that decides, and the one of the ABI flag, which is
    /// to say the same.
    ///
    /// - Throws: a `Refusal` when the generator of the tree has no such list where one is expected.
    func adding(wideType type: String) throws(Refusal) -> [Hunk] {
        guard let text = tree.text(.generatorTypes) else {
            throw Refusal(
                "wide-argument", "this tree carries no generator whose list of 64-bit types could have \(type) added")
        }
        let pattern = "\"^\(type)[ ]*$\""
        let reason = "\(type), a type of \(call.name), has 64 bits in every ABI"
        var hunks: [Hunk] = []
        let function = text.bytes.offset(of: "is64bitType") ?? text.bytes.offset(of: "is64bittype")
        if let function, let end = text.bytes.offset(of: "\nend", from: function),
            let last = text.bytes.lastOffset(of: "[ ]*$\")", in: function..<end)
        {
            let place = last + "[ ]*$\")".utf8.count
            let more = " or\n\t    type:find(\(pattern))"
            hunks.append(Hunk(text.path, TextEdit(range: place..<place, replacement: Array(more.utf8)), reason))
        }
        if let flags = tree.text(.generatorFlags), let list = flags.bytes.offset(of: "pair_64bit"),
            let end = flags.bytes.offset(of: "}", from: list),
            let last = flags.bytes.lastOffset(of: "\n", in: list..<end).map({ $0 + 1 }),
            let previous = flags.bytes.lastOffset(of: "\n", in: list..<last - 1).map({ $0 + 1 })
        {
            let indentation = flags.bytes[previous...].prefix { $0 == 0x20 || $0 == 0x09 }
            let line = indentation + Array("\(pattern),\n".utf8)
            hunks.append(Hunk(flags.path, TextEdit(range: last..<last, replacement: Array(line)), reason))
        }
        guard hunks.count == 2 else {
            throw Refusal(
                "wide-argument", at: Location(path: text.label),
                "the generator's list of 64-bit types is not where it is expected; add \(type) to it first")
        }
        return hunks
    }

    /// Lists the call among those that need a handler of their own although nothing in their declaration shows it.
    func listing(because reason: String) throws(Refusal) -> [Hunk] {
        guard let text = tree.text(.configuration) else {
            throw Refusal(
                "hidden-abi-change",
                "\(call.name) needs a 32-bit handler (\(reason)), and the 32-bit table has no "
                    + "configuration that could say so")
        }
        let comment = "# \(call.name) - \(reason)\n"
        let key = "syscall_abi_change="
        guard let setting = text.bytes.offset(ofLine: key) else {
            let newline = text.bytes.last == 0x0A || text.bytes.isEmpty ? "" : "\n"
            let lines = "\(newline)\n\(comment)\(key)\"\(call.name)\"\n"
            let end = text.bytes.count
            return [
                Hunk(text.path, TextEdit(range: end..<end, replacement: Array(lines.utf8)), "\(call.name): \(reason)")
            ]
        }
        let start = setting + key.utf8.count
        let isQuoted = start < text.bytes.count && text.bytes[start] == 0x22
        let rest = text.bytes[(isQuoted ? start + 1 : start)...]
        let value = rest.prefix { isQuoted ? $0 != 0x22 : $0 != 0x0A && $0 != 0x20 && $0 != 0x09 && $0 != 0x23 }
        let old = String(decoding: value, as: UTF8.self)
        let new = "\"\(old.isEmpty ? "" : old + " ")\(call.name)\""
        let range = start..<value.endIndex + (isQuoted ? 1 : 0)
        return [
            Hunk(
                text.path, TextEdit(range: setting..<setting, replacement: Array(comment.utf8)),
                "\(call.name): \(reason)"),
            Hunk(text.path, TextEdit(range: range, replacement: Array(new.utf8)), "\(call.name): \(reason)"),
        ]
    }

    /// The tables of the tree after `hunks`.
    ///
    /// - Throws: a `Refusal` when a hunk changes what another call is, and nobody has written the handler that it would
    ///   need.
    func tables(after hunks: [Hunk]) throws(Refusal) -> TreeTables {
        var changes: [FileChange] = []
        for path in Set(hunks.map(\.path)) {
            let old = try tree.tables.view.state(of: path)
            let edits = hunks.filter { $0.path == path }.map(\.edit)
            // Hunks never overlap; if they did, the call would not be projected as planned, which is refused.
            guard case .file(let bytes, let mode) = old, let new = TextEdit.apply(edits, to: bytes) else { continue }
            changes.append(FileChange(path: path, expected: old, result: .file(new, mode), reasons: []))
        }
        let edit = TreeEdit(steps: [EditStep(title: "", changes: changes)])
        let changed = try TreeTables.load(OverlayView(tree.tables.view, edit: edit))
        for (old, new) in zip(tree.tables.tables, changed.tables) {
            for (before, after) in zip(old.table.calls, new.table.calls) {
                try refuseChange(before, after, old.table)
            }
        }
        return changed
    }

    /// A call of a module brings its handler, and one that nobody can make needs none; any other would lack it.
    private func refuseChange(_ before: Syscall, _ after: Syscall, _ table: SyscallTable) throws(Refusal) {
        guard before.name != after.name || before.arguments != after.arguments else { return }
        guard after.name != call.name, after.alias != call.name else { return }
        switch after.kinds.level {
        case .none, .obsolete: return
        case .native, .compat: break
        }
        guard !after.has(.noStandard), !after.has(.multiplexer), !after.has(.noDefinition) else { return }
        throw Refusal(
            "wide-argument", at: table.master.rows[after.row].location,
            "with that type in the generator's list, \(after.alias) would need the handler \(after.handler) as well; "
                + "use off_t, or pass the value by its address")
    }
}

extension CompatPlan.Hunk {
    init(_ path: TreePath, _ edit: TextEdit, _ reason: String) {
        self.init(path: path, edit: edit, reason: reason)
    }
}

extension [UInt8] {
    /// Where `text` begins last in `range`.
    fileprivate func lastOffset(of text: String, in range: Range<Int>) -> Int? {
        let pattern = Array(text.utf8)
        guard range.count >= pattern.count else { return nil }
        return (range.lowerBound...range.upperBound - pattern.count).last { self[$0...].starts(with: pattern) }
    }

    /// Where a line begins with `text`; the last such line, because a later setting holds.
    fileprivate func offset(ofLine text: String) -> Int? {
        let pattern = Array(text.utf8)
        guard count >= pattern.count else { return nil }
        return (0...count - pattern.count).last {
            ($0 == 0 || self[$0 - 1] == 0x0A) && self[$0...].starts(with: pattern)
        }
    }
}
