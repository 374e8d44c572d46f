import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// Whether capability mode allows the call: `CAPENABLED`, or a line of `capabilities.conf` where the tree has one.
struct CapabilityPlace: Place {
    let name = "capability"

    /// Whether the row of the master says it.
    func usesKind(_ call: NewCall) -> Bool {
        guard case .enabled = call.addition.capability else { return false }
        return (try? file(call)) == nil && call.tables.generator.kinds.contains("CAPENABLED")
    }

    /// The list that the table of `sys/kern` reads; `nil` where there is none.
    private func file(_ call: NewCall) throws(Refusal) -> TreePath? {
        for table in call.tables.tables where table.site.directory == TreePath("sys/kern") {
            guard case .file(let name, _) = table.table.configuration.capabilitySource,
                let path = table.site.directory.resolving(name), try call.view.exists(path)
            else { continue }
            return path
        }
        return nil
    }

    func missing(for call: NewCall, in draft: Draft) throws(Refusal) -> [Finding] {
        switch call.addition.capability {
        case .disabled: return []
        case nil:
            return [
                missingOption(
                    "whether capability mode allows \(call.name) is not decided: --capenabled, or --no-capenabled")
            ]
        case .enabled(let reason):
            guard reason == nil, let global = call.prototype.globalName else { return [] }
            return [
                missingOption(
                    "--capenabled needs a reason, for \(global) names something outside of the process: --capenabled-reason TEXT"
                )
            ]
        }
    }

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        guard case .enabled(let reason) = call.addition.capability else {
            draft.remark("Capability mode does not allow \(call.name).")
            return
        }
        draft.remark("Capability mode allows \(call.name)\(reason.map { ": " + $0 } ?? "").")
        guard let path = try file(call), let text = try draft.text(path) else {
            guard usesKind(call) else {
                draft.skip(name, "this tree has neither a capabilities.conf nor the kind CAPENABLED")
                return
            }
            return
        }
        let reader: CapabilitiesSyntax.Reader = call.tables.generator.edition == .shell ? .shell : .lua
        let list = CapabilitiesSyntax.parse(text.bytes, path: call.view.label(path), reader: reader)
        guard !list.names.contains(call.name) else { return }
        let paragraphs = Paragraphs(list)
        let why = reason ?? "it reaches nothing but what the process holds"
        let comment = BandText.wrap("Allow \(call.name)(2): \(why).").map { "## \($0)\n" }.joined()
        let index = SortedPlace.index(of: call.name, in: paragraphs.firstNames)
        let line = paragraphs.starts.indices.contains(index) ? paragraphs.starts[index] : text.lineCount + 1
        let block = "##\n\(comment)##\n\(call.name)\n"
        try draft.insert(
            line > text.lineCount ? "\n" + block : block + "\n", beforeLine: line, of: text,
            because: "capability mode allows \(call.name)")
    }
}

/// The entries of a `capabilities.conf` with the comments above them: runs of lines without a blank one.
private struct Paragraphs {
    /// The line on which each begins.
    private(set) var starts: [Int] = []
    /// The first call of each.
    private(set) var firstNames: [String] = []

    init(_ list: CapabilitiesSyntax) {
        let isBlank = { (line: Int) in list.bytes[list.lines.range(ofLine: line)].allSatisfy(isSpace) }
        for entry in list.entries {
            guard var line = entry.location.line else { continue }
            while line > 1, !isBlank(line - 1) { line -= 1 }
            guard line != starts.last else { continue }
            starts.append(line)
            firstNames.append(entry.name)
        }
    }
}
