import Compat32
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
        try refuseUnknownRights(call, draft)
        switch call.addition.capability {
        case .disabled: return []
        case nil:
            return [
                missingOption(
                    "whether capability mode allows \(call.name) is not decided: --capenabled, or --no-capenabled")
            ]
        case .enabled(let reason):
            var missing: [Finding] = []
            if reason == nil, let global = call.prototype.globalName {
                let message = "--capenabled needs a reason, for \(global) names something that is not the process's own"
                missing.append(missingOption(message + ": --capenabled-reason TEXT"))
            }
            for argument in call.prototype.arguments
            where argument.isDescriptor && call.addition.rights[argument.name] == nil {
                let message = "the capability rights of the descriptor '\(argument.name)' are missing"
                missing.append(missingOption("\(message): --rights \(argument.name)=CAP_READ,…, or =none"))
            }
            return missing
        }
    }

    /// A right that the tree does not define, or an argument that the call does not have.
    private func refuseUnknownRights(_ call: NewCall, _ draft: Draft) throws(Refusal) {
        let header = TreePath("sys/sys/capsicum.h")
        let known = try draft.text(header).map { HeaderText($0) }
        for (name, rights) in call.addition.rights.sorted(by: { $0.key < $1.key }) {
            guard call.prototype.arguments.contains(where: { $0.name == name && $0.type == "int" }) else {
                throw Refusal("unknown-argument", "--rights \(name): \(call.name) has no descriptor of that name")
            }
            for right in rights {
                guard right.hasPrefix("CAP_"), known?.mentions(right) ?? true else {
                    throw Refusal("unknown-right", "--rights \(name): \(header) does not define '\(right)'")
                }
            }
        }
    }

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        guard case .enabled(let reason) = call.addition.capability else {
            draft.remark("Capability mode does not allow \(call.name).")
            return
        }
        draft.remark("Capability mode allows \(call.name)\(reason.map { ": " + $0 } ?? "").")
        for argument in call.prototype.arguments {
            guard let rights = call.rights(of: argument), !rights.isEmpty else { continue }
            draft.remark("Its descriptor \(argument.name) needs the rights \(rights.joined(separator: ", ")).")
        }
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

extension NewCall {
    /// The capability rights of a descriptor, none for one that needs none; `nil` for any other argument.
    func rights(of argument: CallPrototype.Argument) -> [String]? {
        addition.rights[argument.name] ?? (argument.isDescriptor ? [] : nil)
    }
}
