import Checks
import Edits
import Findings
import SourceTree

/// Which version the symbol of a new call has, and the definition of that version where the branch lacks it.
struct SymbolNamespace {
    /// A version and why it was chosen.
    struct Version {
        let name: String
        let reason: String
        /// The version of the system's own interfaces; `nil` where there is none.
        let privateName: String?
    }

    private let call: NewCall
    private let map: SymbolMap

    init(_ call: NewCall, _ map: SymbolMap) {
        self.call = call
        self.map = map
    }

    /// Whether a version holds interfaces that only the system itself uses.
    static func isPrivate(_ name: String) -> Bool { name.lowercased().contains("private") }

    /// Chooses the version, and defines it where it is to be defined.
    ///
    /// - Throws: a `Refusal` when the branch has no such version and cannot have it.
    func settle(in draft: inout Draft) throws(Refusal) -> Version {
        let text = try draft.text(SymbolMap.definitions)
        let definitions = text.map { SymbolMap($0.bytes, path: $0.path) } ?? map
        let names = definitions.versions.map(\.name)
        let hidden = names.last(where: Self.isPrivate)
        let newest = names.last { !Self.isPrivate($0) }
        let version = { (name: String, reason: String) in Version(name: name, reason: reason, privateName: hidden) }
        let foreign = try SystemName(draft.view)?.foreign
        switch call.addition.namespace {
        case .newest where foreign == nil, .upstream:
            guard let newest else { throw noVersion(names) }
            return version(newest, "\(call.name) enters \(newest), the newest version of this branch")
        case .newest, .downstream:
            guard let hidden else { throw noVersion(names) }
            if case .newest = call.addition.namespace {
                let message =
                    "this tree calls itself \(foreign ?? ""), so \(call.name) enters \(hidden) and not FreeBSD's \(newest ?? "")"
                let note = Note("--downstream confirms it; --upstream or --namespace chooses another version")
                let place = Location(path: draft.view.label(map.path))
                draft.report(Finding(.note, "private-namespace", at: place, message, notes: [note]))
            }
            return version(
                hidden, "\(call.name) enters \(hidden): a downstream's call takes none of FreeBSD's versions")
        case .named(let name):
            let reason = "\(call.name) enters \(name), which was asked for"
            if names.contains(name) { return version(name, reason) }
            guard let newest, let text, Self.isLater(name, than: newest) else { throw noVersion(names, name) }
            try define(name, behind: newest, definitions, in: text, to: &draft)
            return version(name, reason)
        }
    }

    private func noVersion(_ names: [String], _ name: String? = nil) -> Refusal {
        let message = name.map { "this branch has no version \($0)" } ?? "this branch has no version for the symbol"
        let list = names.joined(separator: ", ")
        return Refusal("unknown-namespace", at: nil, message, notes: list.isEmpty ? [] : [Note("it has \(list)")])
    }

    /// `FBSD_1.8` is later than `FBSD_1.7`.
    private static func isLater(_ name: String, than other: String) -> Bool {
        let parts = { (text: String) in text.split(separator: ".", maxSplits: 1).map(String.init) }
        let (new, old) = (parts(name), parts(other))
        guard new.count == 2, old.count == 2, new[0] == old[0], let number = Int(new[1]), let last = Int(old[1]) else {
            return false
        }
        return number > last
    }

    /// Puts a version behind the newest one; the private one, which ends the chain, then depends on it.
    private func define(
        _ name: String,
        behind newest: String,
        _ definitions: SymbolMap,
        in text: SourceText,
        to draft: inout Draft
    ) throws(Refusal) {
        guard let last = definitions.versions.last(where: { $0.name == newest }) else { return }
        let block = "\n# This version was first added to a later branch.\n\(name) {\n} \(newest);\n"
        try draft.insert(
            block, beforeLine: last.lastLine + 1, of: text,
            because: "\(name), in which a later branch has \(call.name), is defined behind \(newest)")
        for version in definitions.versions where version.name != newest {
            let line = text.line(version.lastLine)
            guard line.hasPrefix("} \(newest);") || line == "} \(newest) ;" else { continue }
            let range = text.range(ofLine: version.lastLine)
            try draft.replace(
                range, with: "} \(name);\n", of: text, because: "\(version.name) stays at the end of the chain")
        }
    }
}
