import Checks
import Edits
import Findings
import SourceTree
import SyscallSyntax

/// The audit event of the call: one that there is, or a new one in the headers and in the list of events.
///
/// The numbers from 43000 to 44999 are OpenBSM's for events of kernels (contrib/openbsm/etc/audit_event). A new one is
/// provisional until OpenBSM assigns it.
struct AuditEventPlace: Place {
    let name = "audit-event"
    private static let range = 43000...44999
    private static let headers = [AuditEvents.kernel, AuditTranslation.header]
    private static let list = AuditTranslation.list

    func missing(for call: NewCall, in draft: Draft) throws(Refusal) -> [Finding] {
        guard let event = call.addition.audit, event != "AUE_NULL" else { return [] }
        try Self.refuseForm(event)
        guard try isNew(event, draft), try draft.text(Self.list) != nil else { return [] }
        guard call.addition.auditClasses.isEmpty else {
            try refuseUnknownClasses(call.addition.auditClasses, draft)
            return []
        }
        let message =
            "\(event) is a new event, and the classes that select it are missing: --audit-class, such as fr,fw"
        return [missingOption(message)]
    }

    /// An event's name is `AUE_` and capitals.
    private static func refuseForm(_ event: String) throws(Refusal) {
        let rest = event.dropFirst(4)
        let isWord = rest.utf8.allSatisfy { isIdentifier($0) && ($0 < 0x61 || $0 > 0x7A) }
        guard event.hasPrefix("AUE_"), !rest.isEmpty, isWord else {
            throw Refusal(
                "malformed-audit-event", "'\(event)' is no audit event; expected a name such as AUE_LAMP, or AUE_NULL")
        }
    }

    private func isNew(_ event: String, _ draft: Draft) throws(Refusal) -> Bool {
        guard let kernel = try AuditEvents.read(draft.view) else { return false }
        return kernel[event] == nil
    }

    private func refuseUnknownClasses(_ classes: [String], _ draft: Draft) throws(Refusal) {
        guard let text = try draft.text(TreePath("contrib/openbsm/etc/audit_class")) else { return }
        let known = text.allLines.filter { !$0.hasPrefix("#") }.compactMap { line in
            let fields = line.split(separator: ":")
            return fields.count == 3 ? String(fields[1]) : nil
        }
        for name in classes where !known.contains(name) {
            throw Refusal(
                "unknown-audit-class", "'\(name)' is no class of audit events",
                notes: [Note("the classes are \(known.joined(separator: ", "))")])
        }
    }

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        guard let event = call.addition.audit, event != "AUE_NULL" else {
            draft.skip(name, "the call is not audited")
            draft.remark("\(call.name) is not audited.")
            return
        }
        guard let kernel = try AuditEvents.read(draft.view) else {
            draft.skip(name, "this tree has no \(AuditEvents.kernel)")
            return
        }
        if let definition = kernel[event] {
            let isNone = definition.value == "AUE_NULL"
            draft.skip(name, "\(kernel.path) has \(event) already")
            draft.remark(
                "\(call.name) is audited as \(event), an event that there is"
                    + (isNone ? ", which records nothing." : "."))
            return
        }
        let number = try nextNumber(draft)
        for path in Self.headers { try define(event, number, path, &draft) }
        try enlist(call, event, number, &draft)
        draft.remark(
            "\(call.name) is audited as \(event), a new event. Its number \(number) is provisional: OpenBSM assigns it."
        )
    }

    /// The number behind the highest one of the headers and of the list.
    private func nextNumber(_ draft: Draft) throws(Refusal) -> Int {
        var highest = Self.range.lowerBound - 1
        for path in Self.headers {
            for definition in try AuditEvents.read(draft.view, path)?.definitions ?? [] {
                if let number = Int(definition.value), Self.range.contains(number) { highest = max(highest, number) }
            }
        }
        for entry in Self.entries(try draft.text(Self.list)) { highest = max(highest, entry.number) }
        guard highest < Self.range.upperBound else {
            throw Refusal(
                "number-too-large", "all numbers of OpenBSM's events of kernels, \(Self.range.hyphenated), are taken")
        }
        return highest + 1
    }

    /// The lines of the list that name events of this range.
    private static func entries(_ text: SourceText?) -> [(number: Int, line: Int)] {
        (text?.allLines ?? []).enumerated().compactMap { index, line in
            guard let number = Int(line.prefix { $0 != ":" }), range.contains(number) else { return nil }
            return (number, index + 1)
        }
    }

    private func define(_ event: String, _ number: Int, _ path: TreePath, _ draft: inout Draft) throws(Refusal) {
        guard let events = try AuditEvents.read(draft.view, path), let text = try draft.text(path) else {
            draft.skip(name, "this tree has no \(path)")
            return
        }
        let last = events.definitions.filter { Int($0.value).map(Self.range.contains) ?? false }
            .max { (Int($0.value) ?? 0) < (Int($1.value) ?? 0) }
        guard let last else {
            let place = Location(path: draft.view.label(path))
            throw Refusal(
                "no-place", at: place,
                "no event has a number of \(Self.range.hyphenated), so there is no place for \(event)")
        }
        let tabs = String(repeating: "\t", count: max(1, (31 - event.utf8.count) / 8))
        try draft.insert(
            "#define\t\(event)\(tabs)\(number)\t/* Provisional number. */\n", beforeLine: last.line + 1, of: text,
            because: "\(event) is new; \(number) is the next number of OpenBSM's range for kernels")
    }

    private func enlist(_ call: NewCall, _ event: String, _ number: Int, _ draft: inout Draft) throws(Refusal) {
        guard let text = try draft.text(Self.list) else {
            draft.skip(name, "this tree has no \(Self.list)")
            return
        }
        let line = Self.entries(text).max { $0.number < $1.number }?.line ?? text.lineCount
        let classes = call.addition.auditClasses.joined(separator: ",")
        try draft.insert(
            "\(number):\(event):\(call.name)(2):\(classes)\n", beforeLine: line + 1, of: text,
            because: "tools know \(event) by its name, and select it by \(classes)")
    }
}
