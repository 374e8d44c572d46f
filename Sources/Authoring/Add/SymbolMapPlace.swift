import Checks
import Edits
import Findings
import SourceTree

/// The symbol of the call in the library's map.
///
/// The symbols `_NAME` and `__sys_NAME` are the generator's business from FreeBSD 15 on, and up to 14 stand in the map for
/// calls that other libraries reach by them alone (wiki page AddingSyscalls).
struct SymbolMapPlace: Place {
    let name = "symbol-map"

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        guard !call.addition.kinds.contains("NOLIB") else {
            draft.skip(name, "a NOLIB call has no symbol")
            return
        }
        guard let calls = try SymbolMap.ofCalls(in: draft.view) else {
            draft.skip(name, "this tree has neither lib/libsys/Symbol.sys.map nor lib/libc/sys/Symbol.map")
            return
        }
        let others = try SymbolMap.ofAllLibraries(besides: calls, in: draft.view)
        if let (map, entry) = Self.entry(call.name, in: [calls] + others) {
            draft.skip(name, "\(map.path) exports \(call.name) in \(entry.version) already")
            return
        }
        // The function that threads replace is one of libc; without a libsys there is one map for both.
        let interposed = others.first { $0.path == TreePath("lib/libc/sys/Symbol.map") }
        let map = call.addition.wrapper == .interposable ? interposed ?? calls : calls
        let version = try SymbolNamespace(call, map).settle(in: &draft)
        try export([call.name], as: call.name, in: version, of: map, because: version.reason, to: &draft)
        // Up to FreeBSD 14 the threads library finds the stub by the map.
        guard call.addition.wrapper == .interposable, interposed == nil, let ours = version.privateName else { return }
        let hidden = SymbolNamespace.Version(name: ours, reason: "", privateName: ours)
        let reason = "the threads library calls the stub of \(call.name)"
        let names = ["_" + call.name, "__sys_" + call.name]
        try export(names, as: call.name, in: hidden, of: map, because: reason, to: &draft)
    }

    /// The call whose stub `name` is.
    private static func call(ofStub name: String) -> String {
        for prefix in ["__sys_", "_"] where name.hasPrefix(prefix) { return String(name.dropFirst(prefix.count)) }
        return name
    }

    private static func entry(_ name: String, in maps: [SymbolMap]) -> (SymbolMap, SymbolMap.Entry)? {
        for map in maps {
            if let entry = map.entries.first(where: { $0.name == name }) { return (map, entry) }
        }
        return nil
    }

    /// Adds the symbols of `call` to a version of a map, or the version with them.
    private func export(
        _ names: [String],
        as call: String,
        in version: SymbolNamespace.Version,
        of map: SymbolMap,
        because reason: String,
        to draft: inout Draft
    ) throws(Refusal) {
        guard let text = try draft.text(map.path) else { return }
        let lines = names.map { "\t\($0);\n" }.joined()
        if let block = map.versions.first(where: { $0.name == version.name }) {
            let entries = map.entries.filter { $0.version == version.name }
            // Names of stubs stand beside one another, whatever their prefix.
            let isStub = names.count > 1
            let keys = entries.map { isStub ? Self.call(ofStub: $0.name) : $0.name }
            let index = SortedPlace.index(of: call, in: keys)
            let place = entries.isEmpty ? block.line + 1 : index == 0 ? entries[0].line : entries[index - 1].line + 1
            try draft.insert(lines, beforeLine: min(place, block.lastLine), of: text, because: reason)
            return
        }
        let block = "\(version.name) {\n\(lines)};\n"
        if let hidden = map.versions.first(where: { SymbolNamespace.isPrivate($0.name) }) {
            try draft.insert(block + "\n", beforeLine: hidden.line, of: text, because: reason)
        } else {
            try draft.insert("\n" + block, beforeLine: text.lineCount + 1, of: text, because: reason)
        }
    }
}
