import Documents
import Findings
import Yams

extension BootPlan {
    /// Reads a plan.
    ///
    /// Its form is that of `Documentation/boot-plan.schema.json`; what a schema cannot say is checked here: patterns, states
    /// that nothing leads to, names that stand twice.
    ///
    /// - Parameters:
    ///   - text: the bytes of the file.
    ///   - path: the file, as messages name it.
    /// - Throws: a `Refusal` with everything that is wrong, at line and column.
    public static func read(_ text: [UInt8], path: String) throws(Refusal) -> BootPlan {
        var reader = BootPlanReader(document: DocumentReader(try YAMLDocument(text, path: path)))
        let plan = reader.read()
        try reader.document.finish()
        guard let plan else { throw Refusal("malformed-value", at: Location(path: path), "no plan") }
        return plan
    }
}

/// Reads the parts of a plan.
struct BootPlanReader {
    var document: DocumentReader
    /// Where each marker's name stands.
    private var names: Set<String> = []
    /// The states that a marker asks for, and where.
    private var wanted: [(state: String, node: Node)] = []
    private var reached: Set<String> = [BootPlan.firstState]

    init(document: DocumentReader) {
        self.document = document
    }

    mutating func read() -> BootPlan? {
        guard
            let fields = document.fields(
                document.root, of: "plan", required: ["stages"],
                optional: ["name", "deadline", "silence", "settle", "end", "resets"])
        else { return nil }
        var plan = BootPlan(name: document.text(fields["name"], of: "name") ?? document.path, stages: [])
        if let deadline = time(fields["deadline"], of: "deadline") { plan.deadline = deadline }
        if fields["silence"]?.string == "none" {
            plan.silence = nil
        } else if let silence = time(fields["silence"], of: "silence") {
            plan.silence = silence
        }
        if let settle = time(fields["settle"], of: "settle", allowsZero: true) { plan.settle = settle }
        if let end = document.word(fields["end"], of: "end", as: BootPlan.End.self) { plan.end = end }
        if let resets = document.integer(fields["resets"], of: "resets", in: 0...1000) { plan.resets = resets }
        let items = document.items(fields["stages"], of: "stages")
        if items.isEmpty, let node = fields["stages"], document.findings.isEmpty {
            document.report("malformed-value", at: node, "stages: there is none")
        }
        plan.stages = items.enumerated().compactMap { stage($1, number: $0 + 1) }
        for (state, node) in wanted where !reached.contains(state) {
            document.report("unknown-state", at: node, "no marker leads to the state '\(state)'")
        }
        let decides = plan.stages.contains { stage in
            stage.markers.contains { $0.kind == .required } || !stage.conversation.isEmpty
        }
        if !decides, plan.end == .markers, !items.isEmpty, document.findings.isEmpty, let node = fields["stages"] {
            document.report(
                "malformed-value", at: node, "stages: nothing is required, so that every boot would hold at once")
        }
        return plan
    }

    private mutating func stage(_ node: Node, number: Int) -> BootPlan.Stage? {
        let what = "stage \(number)"
        guard
            let fields = document.fields(
                node, of: what, required: ["name"], optional: ["deadline", "ordered", "markers", "conversation"])
        else { return nil }
        let name = document.text(fields["name"], of: what + ": name") ?? what
        let items = document.items(fields["markers"], of: what + ": markers")
        let exchanges = document.items(fields["conversation"], of: what + ": conversation")
        return BootPlan.Stage(
            name: name,
            deadline: time(fields["deadline"], of: what + ": deadline"),
            isOrdered: document.flag(fields["ordered"], of: what + ": ordered") ?? false,
            markers: items.compactMap { marker($0, of: what) },
            conversation: exchanges.compactMap { exchange($0, of: what) }
        )
    }

    private mutating func marker(_ node: Node, of what: String) -> BootPlan.Marker? {
        let what = what + ": marker"
        if node.isText, let line = document.text(node, of: what) {
            let marker = BootPlan.Marker(.line(line))
            note(marker.name, at: node)
            return marker
        }
        guard
            let fields = document.fields(
                node, of: what, optional: ["line", "pattern", "name", "kind", "before", "after"])
        else { return nil }
        let text: BootPlan.Marker.Text
        switch (fields["line"], fields["pattern"]) {
        case (let line?, nil):
            guard let line = document.text(line, of: what + ": line") else { return nil }
            text = .line(line)
        case (nil, let node?):
            guard let pattern = pattern(node, of: what + ": pattern") else { return nil }
            text = .pattern(pattern)
        default:
            document.report("malformed-value", at: node, "\(what): expected 'line' or 'pattern'")
            return nil
        }
        let kind = document.word(fields["kind"], of: what + ": kind", as: BootPlan.Marker.Kind.self) ?? .required
        let marker = BootPlan.Marker(
            text,
            name: document.text(fields["name"], of: what + ": name"),
            kind: kind,
            before: document.text(fields["before"], of: what + ": before"),
            after: document.text(fields["after"], of: what + ": after")
        )
        note(marker.name, at: fields["name"] ?? node)
        if let before = marker.before, let node = fields["before"] { wanted.append((before, node)) }
        if let after = marker.after { reached.insert(after) }
        return marker
    }

    /// Names tell markers apart in reports.
    private mutating func note(_ name: String, at node: Node) {
        if !names.insert(name).inserted {
            document.report("malformed-value", at: node, "there are two markers with the name '\(name)'")
        }
    }

    private mutating func exchange(_ node: Node, of what: String) -> BootPlan.Exchange? {
        let what = what + ": conversation"
        guard let fields = document.fields(node, of: what, required: ["wait", "send"], optional: ["pace"]) else {
            return nil
        }
        guard let wait = fields["wait"].flatMap({ pattern($0, of: what + ": wait") }), let node = fields["send"] else {
            return nil
        }
        guard node.isText || node.hasTag("int"), let send = node.string else {
            document.report("malformed-value", at: node, "\(what): send: expected text, found \(node.kind)")
            return nil
        }
        return BootPlan.Exchange(
            wait: wait, send: Array(send.utf8), pace: time(fields["pace"], of: what + ": pace") ?? .zero)
    }

    private mutating func pattern(_ node: Node, of what: String) -> LinePattern? {
        guard let text = document.text(node, of: what) else { return nil }
        do {
            return try LinePattern(text)
        } catch {
            document.report("malformed-pattern", at: node, "\(what): \(error.message)")
            return nil
        }
    }

    /// A time: `500ms`, `20s`, `2m`, or a number of seconds.
    private mutating func time(_ node: Node?, of what: String, allowsZero: Bool = false) -> Duration? {
        guard let node else { return nil }
        guard let text = node.string, let time = Duration(bootText: text), time > .zero || allowsZero else {
            document.report(
                "malformed-value", at: node, "\(what): expected a time such as 500ms, 20s or 2m, found \(node.kind)")
            return nil
        }
        return time
    }
}

extension Duration {
    /// Reads `500ms`, `20s`, `1.5s`, `2m`, `1h` or a number of seconds.
    public init?(bootText text: String) {
        var digits = text[...]
        var unit = 1000.0
        for (suffix, factor) in [("ms", 1.0), ("s", 1000), ("m", 60_000), ("h", 3_600_000)] where text.hasSuffix(suffix)
        {
            digits = text.dropLast(suffix.count)
            unit = factor
            break
        }
        guard let number = Double(digits), digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else {
            return nil
        }
        let milliseconds = number * unit
        guard milliseconds.isFinite, milliseconds >= 0, milliseconds <= 86_400_000 * 7 else { return nil }
        self = .milliseconds(Int64(milliseconds.rounded()))
    }

    /// The time in seconds with `digits` behind the point.
    public func seconds(digits: Int = 1) -> String {
        let (seconds, atto) = components
        var scale: Int64 = 1
        for _ in 0..<digits { scale *= 10 }
        let parts = (seconds * scale) + (atto / (1_000_000_000_000_000_000 / scale))
        guard digits > 0 else { return "\(parts)" }
        let fraction = "\(parts % scale)"
        return "\(parts / scale)." + String(repeating: "0", count: digits - fraction.utf8.count) + fraction
    }

    /// As a message says it: `20s`, `0.5s`.
    public var shortText: String {
        let text = seconds(digits: 3)
        var trimmed = text[...]
        while trimmed.last == "0" { trimmed = trimmed.dropLast() }
        if trimmed.last == "." { trimmed = trimmed.dropLast() }
        return trimmed + "s"
    }
}
