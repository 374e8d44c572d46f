import Compat32
import Edits
import Findings
import SourceTree
import SyscallTable

extension Plan {
    /// Plans a new system call: its rows, and every other place that the tree has for it.
    ///
    /// - Parameters:
    ///   - tables: the tree.
    ///   - addition: the call, with all that was decided about it.
    ///   - scope: whether the companions are part of the change.
    ///   - splits: whether the companions are a commit of their own.
    /// - Throws: a `Refusal` with rule `missing-option` for each decision that nobody has taken, or with what makes the
    ///   call impossible.
    public static func add(
        _ tables: TreeTables,
        _ addition: Addition,
        scope: Scope = .complete,
        splits: Bool = false
    ) throws(Refusal) -> Plan {
        let call = try NewCall(addition, in: tables)
        var draft = Draft(tables.view)
        try call.write(to: &draft)
        let subject = "kern: add the system call \(call.name)"
        return try draft.plan(
            .add(addition),
            numbers: call.number...call.number,
            in: tables,
            scope: scope,
            splits: splits,
            subject: subject,
            summary: ["Add the system call \(call.name) with number \(call.number)."]
        )
    }
}

extension NewCall {
    /// Writes the call into every place that was not left out.
    ///
    /// - Throws: a `Refusal` with rule `missing-option` for each decision that nobody has taken.
    func write(to draft: inout Draft) throws(Refusal) {
        try Places.refuseUnknown(addition.skipped)
        let places = Places.all.filter { !addition.skipped.contains($0.name) }
        var missing: [Finding] = []
        for place in places { missing += try place.missing(for: self, in: draft) }
        guard missing.isEmpty else { throw Refusal(missing) }
        for place in places { try place.add(self, to: &draft) }
        draft.explain(compat)
        draft.hand(out: Plan.Text(name: "syzlang", text: syzlang))
        draft.hand(out: Plan.Text(name: "test", text: testProgram))
        for name in addition.skipped.sorted() { draft.skip(name, "it was asked for") }
    }
}

extension Places {
    /// Refuses a name that `--skip` was given and that is no place.
    static func refuseUnknown(_ names: Set<String>) throws(Refusal) {
        // Without its rows there is no call.
        let known = all.map(\.name).filter { $0 != TablePlace().name }
        for name in names.sorted() where !known.contains(name) {
            throw Refusal(
                "unknown-place", "'\(name)' is no place that can be left out",
                notes: [Note("the places are \(known.joined(separator: ", "))")])
        }
    }
}

extension Draft {
    /// Makes a plan of the draft: the sources, and in scope the companions of all tables that they concern.
    ///
    /// - Throws: a `Refusal` when the changed tables have errors.
    func plan(
        _ intent: Intent,
        numbers: ClosedRange<Int>,
        in tables: TreeTables,
        scope: Scope,
        splits: Bool,
        subject: String,
        summary: [String]
    ) throws(Refusal) -> Plan {
        let sources = EditStep(title: subject, changes: try changes())
        let changed = try TreeTables.load(
            OverlayView(tables.view, edit: TreeEdit(steps: [sources])), as: generator(of: tables))
        try changed.refuseErrors()
        let paths = Set(sources.changes.map(\.path))
        let concerned = changed.tables.filter { $0.isMade(of: paths) }
        let sizes = Plan.Size.pairs(tables.tables.filter { $0.isMade(of: paths) }.map(\.table.size), concerned)
        let companions = scope == .complete ? try self.companions(of: concerned, in: changed, before: tables) : []
        let skips = skipped.map { "\($0.place) (\($0.reason))" }.joined(separator: "; ")
        let omitted = skips.isEmpty ? [] : ["Left out: \(skips)."]
        let sentences = Plan.Size.sentences(sizes, scope)
        let steps: [EditStep]
        let commits: [Plan.Commit]
        if splits, !companions.isEmpty {
            let regeneration = "kern: regenerate the tables for \(subject.split(separator: " ").last ?? "")"
            steps = [sources, EditStep(title: regeneration, changes: companions)]
            commits = [
                Plan.Commit(subject: subject, paragraphs: summary + remarks + omitted, intent: intent),
                Plan.Commit(subject: regeneration, paragraphs: sentences, intent: .generate),
            ]
        } else {
            steps = [EditStep(title: subject, changes: sources.changes + companions)]
            commits = [
                Plan.Commit(subject: subject, paragraphs: summary + remarks + omitted + sentences, intent: intent)
            ]
        }
        let masters = Set(concerned.map(\.site.master))
        return Plan(
            intent: intent,
            band: numbers,
            summary: summary + remarks,
            commits: commits,
            sizes: sizes,
            edit: TreeEdit(steps: steps),
            reasoning: reasoning,
            texts: texts,
            skipped: skipped,
            findings: findings + (try tables.staleness(of: masters, scope))
        )
    }
}

extension Draft {
    /// The companions of the tables that the change concerns; where it changes what the generator knows, those of the other
    /// tables as well that come out otherwise than before, and not what was stale in them already.
    private func companions(
        of concerned: [TreeTables.Table], in changed: TreeTables, before tables: TreeTables
    ) throws(Refusal) -> [FileChange] {
        let changes = try changed.regeneration(of: concerned).changes
        guard changesGenerator else { return changes }
        let isOther = { (table: TreeTables.Table) in !concerned.contains { $0.site == table.site } }
        let stale = Dictionary(
            try tables.regeneration(of: tables.tables.filter(isOther)).changes.map { ($0.path, $0.result) },
            uniquingKeysWith: { first, _ in first })
        let others = try changed.regeneration(of: changed.tables.filter(isOther)).changes
        return changes + others.filter { stale[$0.path] != $0.result }
    }

    /// The generator to read the changed tree by; `nil` where the change is one of the generator that the tree carries.
    func generator(of tables: TreeTables) -> Generator? {
        changesGenerator && tables.generatorReason != TreeTables.askedFor ? nil : tables.generator
    }

    /// Says what becomes of each argument in 32-bit programs, and by which rule.
    fileprivate mutating func explain(_ compat: CompatPlan) {
        for finding in compat.findings { report(finding) }
        for verdict in compat.arguments + [compat.result] {
            let what = verdict.name.isEmpty ? "the result" : "\(verdict.type) \(verdict.name)"
            let place = verdict.place.map { " (\($0.path)\($0.line.map { ":\($0)" } ?? ""))" } ?? ""
            explain("\(what): \(verdict.rule)\(place)")
        }
    }
}

extension TreeTables.Table {
    /// Whether one of `paths` is the master, the configuration or the list of capability mode of this table.
    fileprivate func isMade(of paths: Set<TreePath>) -> Bool {
        if paths.contains(site.master) { return true }
        if let path = site.configuration, paths.contains(path) { return true }
        guard case .file(let name, _) = table.configuration.capabilitySource, let path = site.directory.resolving(name)
        else { return false }
        return paths.contains(path)
    }
}
