import Checks
import Edits
import Findings
import SourceTree
import SyscallTable

/// The symbol of the old call: programs that were linked with it go on to find it, and no new program does.
struct OldSymbol {
    let old: OldCall
    /// The name of the call that comes.
    let new: String

    private static let versions = TreePath("lib/libc/include/compat.h")

    /// Takes the symbol out of its map, and gives the old stub its name and version (`__sym_compat`).
    func write(to draft: inout Draft) throws(Refusal) {
        try refuseFunctions(draft)
        guard let calls = try SymbolMap.ofCalls(in: draft.view) else {
            draft.skip("symbol-version", "this tree has no map of the calls' symbols")
            return
        }
        for map in [calls] + (try SymbolMap.ofAllLibraries(besides: calls, in: draft.view)) {
            for entry in map.entries where entry.name == old.name {
                guard let text = try draft.text(map.path) else { continue }
                try refuseNewest(entry.version, map, draft)
                try draft.replace(
                    text.range(ofLine: entry.line), with: "", of: text,
                    because: "the old \(old.name) has its version from \(Self.versions.name) now")
                try keep(entry.version, &draft)
            }
        }
    }

    /// One name cannot have one version twice.
    private func refuseNewest(_ version: String, _ map: SymbolMap, _ draft: Draft) throws(Refusal) {
        guard new == old.name, !SymbolNamespace.isPrivate(version),
            let text = try draft.text(SymbolMap.definitions),
            let newest = SymbolMap(text.bytes, path: text.path).versions.last(where: { !$0.isPrivate }),
            newest.name == version
        else { return }
        throw Refusal(
            "symbol-version-taken", at: Location(path: draft.view.label(map.path)),
            "\(old.name) is in \(version), the newest version, which its new interface would have as well",
            notes: [
                Note("if no release has shipped it, the interface can be changed where it is"),
                Note("else give the new interface another name, or add a version to \(SymbolMap.definitions)"),
            ])
    }

    private func keep(_ version: String, _ draft: inout Draft) throws(Refusal) {
        guard !SymbolNamespace.isPrivate(version) else {
            draft.skip(
                "symbol-version", "\(version) is the system's own; nothing that was linked elsewhere has \(old.name)")
            return
        }
        guard let text = try draft.text(Self.versions) else {
            throw Refusal(
                "missing-file", at: Location(path: draft.view.label(Self.versions)),
                "the old \(old.name) keeps its version \(version) by this file")
        }
        let lines = text.allLines
        let entries = lines.indices.filter { lines[$0].hasPrefix("__sym_compat(") }
        guard let last = entries.last else {
            throw Refusal(
                "no-place", at: Location(path: draft.view.label(Self.versions)), "there is no line __sym_compat(…) here"
            )
        }
        let line = "__sym_compat(\(old.name), \(old.prefix)\(old.name), \(version));\n"
        let kin = entries.last { lines[$0].contains(", \(old.prefix)") }
        try draft.insert(
            kin == nil ? "\n" + line : line, beforeLine: (kin ?? last) + 2, of: text,
            because: "programs that were linked with \(old.name) of \(version) get the old stub")
    }

    /// A function in front of the stub is what old programs reach, and only its author can say what it shall do.
    private func refuseFunctions(_ draft: Draft) throws(Refusal) {
        for path in ["lib/libsys/\(old.name).c", "lib/libc/sys/\(old.name).c"].map({ TreePath($0) })
        where try draft.view.exists(path) {
            throw Refusal(
                "old-wrapper", at: Location(path: draft.view.label(path)),
                "this function stands in front of the stub of \(old.name), and programs reach it and not the call",
                notes: [Note("keep what it does for old programs under another name, then supersede the call")])
        }
        for path in ["lib/libsys/Makefile.sys", "lib/libc/sys/Makefile.inc"].map({ TreePath($0) }) {
            guard let text = try draft.text(path) else { continue }
            for variable in ["INTERPOSED", "PSEUDO", "NOASM"] {
                for list in MakefileList.all(variable, in: text) {
                    guard
                        list.items.contains(where: { [old.name, "\(old.name).o", "_\(old.name).o"].contains($0.text) })
                    else { continue }
                    throw Refusal(
                        "old-wrapper", at: Location(path: draft.view.label(path), line: list.line, column: 1),
                        "\(variable) names \(old.name): its stub is not the function that programs call")
                }
            }
        }
    }
}

/// The declarations of the old call that programs see.
struct OldDeclarations {
    let old: OldCall

    func remove(from draft: inout Draft) throws(Refusal) {
        var count = 0
        for directory in ["include", "sys/sys"].map({ TreePath($0) })
        where try draft.view.kind(of: directory) == .directory {
            for path in try draft.view.files(in: directory, where: { $0.hasSuffix(".h") }) {
                guard !old.generated.contains(path), let text = try draft.text(path) else { continue }
                var search = IdentifierSearch([old.name])
                search.removeMentioned(in: text.bytes)
                guard search.wanted.isEmpty else { continue }
                count += try remove(from: text, &draft)
            }
        }
        if count == 0 { draft.skip("old-declaration", "no header declares \(old.name)") }
    }

    /// The visibility check that the declaration of the old call in `header` stands in, or `none`; `nil` where it is not.
    func visibility(in header: TreePath) throws(Refusal) -> String? {
        guard let text = try Draft(old.tables.view).text(header) else { return nil }
        let line = HeaderText(text).lines.first {
            !$0.isComment && HeaderText.isForPrograms($0.conditions) && HeaderText.declared($0.text) == old.name
        }
        guard let line else { return nil }
        return line.conditions.last { $0.text.contains("_VISIBLE") && !$0.isNegated }?.text ?? "none"
    }

    private func remove(from text: SourceText, _ draft: inout Draft) throws(Refusal) -> Int {
        let header = HeaderText(text)
        var count = 0
        for (index, line) in header.lines.enumerated()
        where !line.isComment && HeaderText.isForPrograms(line.conditions) && HeaderText.declared(line.text) == old.name
        {
            guard let end = (index..<header.lines.count).first(where: { header.lines[$0].text.contains(";") }) else {
                continue
            }
            let range = text.start(ofLine: index + 1)..<text.start(ofLine: end + 2)
            try draft.replace(range, with: "", of: text, because: "new programs do not see the old \(old.name)")
            count += 1
        }
        return count
    }
}

/// The row by which truss(1) decodes the old call: under the name that its number has now.
struct OldTrussRow {
    let old: OldCall

    func rename(in draft: inout Draft) throws(Refusal) {
        guard let text = try draft.text(TrussPlace.table) else { return }
        let lines = text.allLines
        let name = ".name = \"\(old.name)\""
        guard let index = lines.firstIndex(where: { $0.contains(name) }) else { return }
        let line = lines[index].replacing(name, with: ".name = \"compat\(old.level.number).\(old.name)\"")
        try draft.replace(
            text.range(ofLine: index + 1), with: line + "\n", of: text,
            because: "truss(1) goes on to decode the old \(old.name)")
    }
}
