import Authoring
import Edits
import Findings
import GitStore
import SourceTree
import SyscallSyntax
import SyscallTable
import SystemPackage
import TableMerge

/// Carries the patches of a series to a base, one after another, each by what it means.
///
/// A patch that applies to the letter and leaves sound tables behind stays what it is. One that changes tables is made
/// anew: from the intent that its trailer records, else from the rows that its diff adds and removes. Everything else is
/// left to git's three-way merge.
struct SeriesCarrier {
    let base: BaseTree
    let origins: PatchOrigins
    let directory: FilePath
    let options: RebaseOptions
    /// The commit with what was carried so far.
    private(set) var tip: ObjectId
    private var touched: Set<TreePath> = []
    private(set) var tables: TreeTables
    private var count = 0

    init(
        base: BaseTree,
        origins: PatchOrigins,
        directory: FilePath,
        options: RebaseOptions
    ) throws(Refusal) {
        self.base = base
        self.origins = origins
        self.directory = directory
        self.options = options
        tip = base.commit
        tables = try TreeTables.load(base.view(base.commit, touched: [], patches: 0), as: options.generator)
        try tables.refuseErrors()
    }

    /// Carries one patch. What a person has to decide is a verdict; a refusal is thrown when git or the tree fails.
    mutating func carry(_ patch: PatchFile) throws(Refusal) -> CarriedPatch {
        let mail = MailPatch(patch.bytes)
        let file = try base.store.file(patch.bytes, named: "patch")
        let paths: Set<TreePath>
        do {
            paths = try TouchedPaths.of([patch], in: [file], directory: directory, store: base.store)
        } catch {
            return conflict(patch, nil, error.findings)
        }
        var work = PatchWork(patch: patch, mail: mail, file: file, paths: paths)
        work.state = try base.entries(at: paths, in: tree())
        try base.prepareFiles(work.state.values)
        let files = TableFiles(tables, prefix: base.prefix)
        work.masters = paths.filter(files.masters.contains).sorted()
        work.companions = paths.filter(files.companions.contains).sorted()
        if work.masters.isEmpty, work.companions.isEmpty { return try carryText(work) }
        return try carryTables(work)
    }

    private func tree() throws(Refusal) -> ObjectId {
        try base.store.objects.commit(tip).tree
    }

    /// The tree with what was carried so far.
    func view() throws(Refusal) -> any TreeView {
        try base.view(tip, touched: touched, patches: count)
    }
}

/// How far a rebase may go.
public struct RebaseOptions: Sendable {
    /// Whether a call whose number is compiled into programs may get another one.
    public var renumbersPublished: Bool
    /// The generator to work as; `nil` for the one of the tree.
    public var generator: Generator?
    /// The revision that the series was made for; `nil` for what its patches say.
    public var origin: String?

    /// Makes options.
    public init(renumbersPublished: Bool = false, generator: Generator? = nil, origin: String? = nil) {
        self.renumbersPublished = renumbersPublished
        self.generator = generator
        self.origin = origin
    }
}

/// A patch while it is carried.
struct PatchWork {
    let patch: PatchFile
    let mail: MailPatch
    let file: FilePath
    /// What it touches, from the root of the repository.
    let paths: Set<TreePath>
    /// What stands there.
    var state: [TreePath: GitEntry] = [:]
    /// The masters and the companions among them.
    var masters: [TreePath] = []
    var companions: [TreePath] = []
}

// MARK: - Text

extension SeriesCarrier {
    /// Carries a patch that touches no table.
    private mutating func carryText(_ work: PatchWork) throws(Refusal) -> CarriedPatch {
        let index = try base.store.index(of: work.state)
        switch try mergeText(work, excluding: [], into: index) {
        case .failure(let conflict): return self.conflict(work.patch, nil, conflict.findings)
        case .success(let verdict):
            let after = try base.store.entries(of: index)
            if after == work.state {
                return carried(work, .upstream(byOtherText: try !base.store.contains(work.file, in: index)))
            }
            try base.checkRoom(for: after, touched: touched, patch: directory.appending(work.patch.name))
            let bytes = try commit(work, changes: changes(from: work.state, to: after), message: nil)
            let isAsItWas = verdict == .applies(offset: 0)
            return carried(work, verdict, findings: stalePreimages(work), bytes: isAsItWas ? work.patch.bytes : bytes)
        }
    }

    /// What keeps a patch from being merged.
    private struct Conflict: Error {
        let findings: [Finding]
    }

    /// Brings the parts of a patch that are about no excluded file into an index.
    private func mergeText(
        _ work: PatchWork,
        excluding excluded: [TreePath],
        into index: IndexFile
    ) throws(Refusal) -> Result<CarriedPatch.Verdict, Conflict> {
        let store = base.store
        let complaints: [String]
        switch try store.fit(work.file, to: index, excluding: excluded) {
        case .applied(let offset): return .success(.applies(offset: offset))
        case .refused(let words): complaints = words
        }
        if excluded.isEmpty, try store.contains(work.file, in: index) { return .success(.merged) }
        var preimages: [[UInt8]] = []
        for part in work.mail.parts where !excluded.contains(part.path) {
            if let id = part.preimage, let blob = try store.blob(beginning: id) { preimages.append(blob) }
        }
        try store.prepare(preimages)
        switch try store.merge(work.file, into: index, excluding: excluded) {
        case .clean: return .success(.merged)
        case .conflicts(let paths):
            return .failure(
                Conflict(
                    findings: paths.map { path in
                        Finding(
                            .error, "patch-conflict", at: Location(path: path.string),
                            "the base changed the lines that the patch changes",
                            notes: notes(of: work.mail, about: path))
                    }))
        case .refused:
            let failure = ApplyFailure(
                patch: work.patch,
                path: directory.appending(work.patch.name),
                complaints: complaints,
                isApplied: false
            )
            return .failure(Conflict(findings: failure.refusal.findings))
        }
    }

    /// The lines that a patch wants to find in a file and the base may not have any more.
    private func notes(of mail: MailPatch, about path: TreePath) -> [Note] {
        guard let hunk = mail.part(path)?.hunks.first else { return [] }
        let lines = hunk.lines.filter { $0.first == UInt8(ascii: "-") }.prefix(3)
        return lines.map { Note("the patch takes out: \(String(decoding: $0.dropFirst(), as: UTF8.self).trimmedEnd)") }
    }

    private func changes(
        from old: [TreePath: GitEntry],
        to new: [TreePath: GitEntry]
    ) -> [(path: TreePath, content: NewContent)] {
        Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted().map { path in
            (path, new[path].map { .object($0) } ?? .state(.absent))
        }
    }
}

// MARK: - Tables

extension SeriesCarrier {
    /// Carries a patch that touches masters or companions.
    private mutating func carryTables(_ work: PatchWork) throws(Refusal) -> CarriedPatch {
        let index = try base.store.index(of: work.state)
        if case .applied(let offset) = try base.store.fit(work.file, to: index) {
            if let carried = try keep(work, index, offset) { return carried }
        }
        if work.masters.isEmpty { return try regenerate(work) }
        switch work.mail.intent {
        case .add(let addition):
            if let carried = try addAgain(addition, work) { return carried }
            return try mergeRows(work)
        case let intent? where intent.determinesPatch: return try redo(intent, work)
        default: return try mergeRows(work)
        }
    }

    /// Keeps a patch that applies, when the tables that it leaves behind are sound and its companions fresh.
    private mutating func keep(_ work: PatchWork, _ index: IndexFile, _ offset: Int) throws(Refusal) -> CarriedPatch? {
        let after = try base.store.entries(of: index)
        let changes = changes(from: work.state, to: after)
        guard !changes.isEmpty else { return carried(work, .upstream(byOtherText: true)) }
        let next = try candidate(changes)
        let changed = try TreeTables.load(
            base.view(next, touched: touched.union(work.paths), patches: count + 1), as: options.generator)
        guard !changed.findings.hasErrors else { return nil }
        let drift = try changed.regeneration(of: concerned(changed, work)).changes
        guard drift.isEmpty || work.companions.isEmpty else { return nil }
        let bytes = try commit(work, changes: changes, message: nil)
        tables = changed
        let findings = StaleMessage(
            head: work.mail.head, rows: rows(of: work), at: Location(path: directory.appending(work.patch.name).string)
        ).findings
        return carried(
            work, .applies(offset: offset), findings: findings + stalePreimages(work) + leftToBuild(drift, work),
            bytes: offset == 0 ? work.patch.bytes : bytes)
    }

    /// The companions that a patch of a master alone leaves behind.
    private func leftToBuild(_ drift: [FileChange], _ work: PatchWork) -> [Finding] {
        guard !drift.isEmpty else { return [] }
        let files = drift.map(\.path.string)
        let names = files.count > 3 ? "\(files.count) companions" : files.joined(separator: ", ")
        return [
            Finding(
                .note, "stale-companion", at: Location(path: directory.appending(work.patch.name).string),
                "the patch leaves \(names) to be regenerated by the build")
        ]
    }

    /// The files that the patch was not made from, although it applies to them.
    private func stalePreimages(_ work: PatchWork) -> [Finding] {
        work.mail.parts.compactMap { part in
            guard let id = part.preimage, let entry = work.state[part.path], !entry.id.hex.hasPrefix(id) else {
                return nil
            }
            return Finding(
                .note, "stale-preimage", at: Location(path: directory.appending(work.patch.name).string),
                "the patch was made from another state of \(part.path) (\(id.prefix(12)))")
        }
    }

    /// Makes the companions of a patch of companions anew; those of all tables, where that is what the patch records.
    private mutating func regenerate(_ work: PatchWork) throws(Refusal) -> CarriedPatch {
        let isAll = work.mail.intent == .generate
        let drift = try tables.regeneration(of: isAll ? tables.tables : concerned(tables, work)).changes
        let rest = work.paths.subtracting(work.companions)
        guard rest.isEmpty || isAll else {
            let finding = Finding(
                .error, "patch-conflict", at: Location(path: directory.appending(work.patch.name).string),
                "the patch changes companions and other files, and does not apply")
            return conflict(work.patch, .companions, [finding])
        }
        guard !drift.isEmpty else { return carried(work, .upstream(byOtherText: true)) }
        let bytes = try commit(work, edit: drift, rest: [], message: nil)
        return carried(work, .regenerated, bytes: bytes)
    }

    /// Does a recorded intent again.
    private mutating func redo(_ intent: Intent, _ work: PatchWork) throws(Refusal) -> CarriedPatch {
        let scope: Scope = work.companions.isEmpty ? .masterOnly : .complete
        let plan: Plan
        do {
            plan = try Plan(intent, on: tables, scope: scope)
        } catch {
            return conflict(work.patch, .recorded(intent.trailer), error.findings)
        }
        let message = plan.message(for: work.mail, scope: scope)
        let bytes = try commit(work, edit: plan.edit.changes, rest: [], message: message)
        let old = rows(of: work).added.filter(\.isBandSlot).flatMap { Array($0.numbers) }
        var moves: [MergedMaster.Move] = []
        if case .widen = intent, old.count == plan.band.count {
            for (old, new) in zip(old, plan.band) where old != new {
                moves.append(
                    MergedMaster.Move(name: "lkmnosys", old: old, new: new, isSlot: true, holder: holder(of: old)))
            }
        }
        try reload()
        return carried(work, .redone, intent: .recorded(intent.trailer), moves: moves, bytes: bytes)
    }

    /// Who has `number` in the native table, other than a band.
    func holder(of number: Int) -> String? {
        let native = tables.tables.first?.table.master.rows.first { $0.numbers.contains(number) }
        return native.flatMap { $0.name.isEmpty || $0.isBandSlot ? nil : $0.name }
    }

    /// Brings the rows that a patch adds, changes and removes into the masters of the base.
    private mutating func mergeRows(_ work: PatchWork) throws(Refusal) -> CarriedPatch {
        let place = Location(path: directory.appending(work.patch.name).string)
        let intent = rows(of: work).intent
        var merged: [(path: TreePath, master: MergedMaster)] = []
        for path in work.masters {
            guard let master = try merge(path, work) else {
                let finding = Finding(
                    .error, "missing-preimage", at: place,
                    "the patch does not apply, and what it changes in \(path) cannot be told from its lines alone",
                    notes: [Note("the repository lacks the file that the patch was made from; --from names its base")])
                return conflict(work.patch, intent, [finding])
            }
            merged.append((path, master))
        }
        let conflicts = merged.flatMap { $0.master.conflicts.map(\.finding) }
        guard conflicts.isEmpty else { return conflict(work.patch, intent, conflicts) }
        let parted = partedNumbers(merged, work)
        guard parted.isEmpty else { return conflict(work.patch, intent, parted) }
        let moves = merged.first?.master.moves ?? []
        let refused = moves.filter { !$0.isSlot }.map { publishedNumber($0, place) }
        if !refused.isEmpty, !mayRenumber(work) { return conflict(work.patch, intent, refused) }
        var edit: [FileChange] = []
        for (path, master) in merged {
            let own = base.treePath(path)
            let old = try tables.view.state(of: own)
            guard case .file(let bytes, let mode) = old, bytes != master.bytes else { continue }
            edit.append(
                FileChange(path: own, expected: old, result: .file(master.bytes, mode), reasons: ["rows of the patch"]))
        }
        let index = try base.store.index(of: work.state)
        let excluded = work.masters + work.companions
        if case .failure(let conflict) = try mergeText(work, excluding: excluded, into: index) {
            return self.conflict(work.patch, intent, conflict.findings)
        }
        let rest = changes(from: work.state, to: try base.store.entries(of: index))
        let present = merged.first?.master.present ?? []
        guard !edit.isEmpty || !rest.isEmpty else {
            return carried(work, .upstream(byOtherText: true), intent: intent, present: present)
        }
        let view = OverlayView(tables.view, edit: TreeEdit(steps: [EditStep(title: "rows", changes: edit)]))
        let changed = try TreeTables.load(view, as: options.generator)
        guard !changed.findings.hasErrors else {
            return conflict(work.patch, intent, changed.findings.filter { $0.severity == .error })
        }
        if !work.companions.isEmpty {
            edit += try changed.regeneration(of: concerned(changed, work)).changes
        }
        let message = work.mail.head.renumbered(moves)
        let bytes = try commit(work, edit: edit, rest: rest, message: message)
        try reload()
        return carried(
            work, .redone, intent: intent, moves: moves, present: present,
            findings: binaryBreaks(moves, work), bytes: bytes)
    }

    /// The rows that would have one number in the native table and another for 32-bit programs, whose master is their own
    /// up to FreeBSD 13.
    private func partedNumbers(_ merged: [(path: TreePath, master: MergedMaster)], _ work: PatchWork) -> [Finding] {
        let shared = merged.filter { path, _ in
            let own = base.treePath(path)
            return tables.tables.contains {
                $0.site.master == own && ($0.isNarrow || $0.site.directory == TreePath("sys/kern"))
            }
        }
        let numbers = shared.map { path, master in
            let added = rows(of: work, in: path).added.flatMap { Array($0.numbers) }
            return Dictionary(added.map { old in (old, master.moves.first { $0.old == old }?.new ?? old) }) { $1 }
        }
        guard let first = numbers.first else { return [] }
        return zip(shared, numbers).dropFirst().flatMap { other, numbers in
            first.keys.sorted().compactMap { old in
                guard let one = first[old], let two = numbers[old], one != two else { return nil }
                return Finding(
                    .error, "parted-number", at: Location(path: other.path.string),
                    "what has number \(old) in the patch would be \(one) in \(shared[0].path) and \(two) here")
            }
        }
    }

    /// Whether the calls of a patch may get other numbers.
    func mayRenumber(_ work: PatchWork) -> Bool {
        options.renumbersPublished || work.mail.isUnpublished
    }

    func publishedNumber(_ move: MergedMaster.Move, _ place: Location) -> Finding {
        let taker = move.holder.map { "; \($0) has it now" } ?? ""
        return Finding(
            .error, "published-number", at: place,
            "\(move.name) would move from \(move.old) to \(move.new), and its number is compiled into programs\(taker)",
            notes: [
                Note(
                    "--renumber-published moves it all the same; a trailer 'Sysent-Intent: unpublished' says that nobody has the number yet"
                )
            ]
        )
    }

    /// What the moves of published calls do to programs.
    func binaryBreaks(_ moves: [MergedMaster.Move], _ work: PatchWork) -> [Finding] {
        guard !work.mail.isUnpublished else { return [] }
        return moves.filter { !$0.isSlot }.map { move in
            Finding(
                .warning, "published-number", at: Location(path: directory.appending(work.patch.name).string),
                "programs that were built for \(move.name) at \(move.old) have to be built again: it is \(move.new) now"
            )
        }
    }

    /// The master at `path` with the change of a patch; `nil` when the change cannot be told.
    func merge(_ path: TreePath, _ work: PatchWork) throws(Refusal) -> MergedMaster? {
        let own = base.treePath(path)
        guard let theirs = tables.tables.first(where: { $0.site.master == own })?.table.master,
            let part = work.mail.part(path)
        else { return nil }
        if let id = part.preimage, let old = try base.store.blob(beginning: id),
            let new = try patched(old, at: path, by: work)
        {
            return TableMerge.merge(base: read(old, own), ours: read(new, own), theirs: theirs)
        }
        // Rows that come in and replace nothing stood behind the table: there is no other place for a new number.
        guard part.hunks.allSatisfy(\.removed.isEmpty) else { return nil }
        let added = read(part.hunks.flatMap(\.added), own)
        guard !added.rows.isEmpty, added.syntax.problems.isEmpty else { return nil }
        return TableMerge.merge(base: read([], own), ours: added, theirs: theirs)
    }

    private func read(_ bytes: [UInt8], _ path: TreePath) -> Master {
        let syntax = MasterSyntax.parse(
            bytes, path: path.string, form: tables.generator.particulars.master.form)
        return Master(syntax, generator: tables.generator)
    }

    /// What a patch makes of a file that it was made from.
    private func patched(_ bytes: [UInt8], at path: TreePath, by work: PatchWork) throws(Refusal) -> [UInt8]? {
        try base.store.prepare([bytes])
        let blob = try base.store.commit(
            [
                NewCommit(
                    author: BaseTree.nobody, date: GitDate(epochSeconds: 0), message: Array("preimage\n".utf8),
                    changes: [(path, .state(.file(bytes, .regular)))])
            ], onto: nil)
        guard let commit = blob.first else { return nil }
        let tree = try base.store.objects.commit(commit).tree
        let index = try base.store.index(of: tree)
        let others = work.mail.parts.map(\.path).filter { $0 != path }
        guard case .applied = try base.store.fit(work.file, to: index, excluding: others),
            let entry = try base.store.entries(of: index)[path]
        else { return nil }
        return try base.store.objects.blob(entry.id)
    }

    private func concerned(_ tables: TreeTables, _ work: PatchWork) -> [TreeTables.Table] {
        let masters = Set(work.masters.map(base.treePath))
        let companions = Set(work.companions.map(base.treePath))
        return tables.tables.filter { table in
            masters.contains(table.site.master) || table.outputs.contains { companions.contains($0.path) }
        }
    }

    /// The rows that a patch's lines add to masters, and those that they take out.
    private func rows(of work: PatchWork) -> PatchRows {
        var rows = PatchRows()
        for path in work.masters {
            let own = self.rows(of: work, in: path)
            rows.added += own.added
            rows.removed += own.removed
        }
        return rows
    }

    private func rows(of work: PatchWork, in path: TreePath) -> PatchRows {
        var rows = PatchRows()
        for hunk in work.mail.part(path)?.hunks ?? [] {
            rows.added += read(hunk.added, path).rows
            rows.removed += read(hunk.removed, path).rows
        }
        return rows
    }
}

// MARK: - Commits

extension SeriesCarrier {
    /// A commit on the tip that nobody sees.
    private func candidate(_ changes: [(path: TreePath, content: NewContent)]) throws(Refusal) -> ObjectId {
        let commit = NewCommit(
            author: BaseTree.nobody, date: base.date ?? GitDate(epochSeconds: 0), message: Array("candidate\n".utf8),
            changes: changes)
        guard let made = try base.store.commit([commit], onto: tip).first else {
            throw Refusal("git-failed", "git could not make a commit")
        }
        return made
    }

    mutating func commit(
        _ work: PatchWork,
        edit: [FileChange],
        rest: [(path: TreePath, content: NewContent)],
        message: [UInt8]?
    ) throws(Refusal) -> [UInt8] {
        let own = edit.map { (path: base.prefix.appending($0.path.string), content: NewContent.state($0.result)) }
        return try commit(work, changes: own + rest, message: message)
    }

    /// Puts a change on the tip and writes it as a patch with the head of the old one, or with another `message`.
    private mutating func commit(
        _ work: PatchWork,
        changes: [(path: TreePath, content: NewContent)],
        message: [UInt8]?
    ) throws(Refusal) -> [UInt8] {
        let next = try candidate(changes)
        let mails = try base.store.formatPatches(1, upTo: next, numberedFrom: 1, base: base.published)
        tip = next
        touched.formUnion(changes.map(\.path))
        count += 1
        guard let mail = mails.first?.bytes else { throw Refusal("git-failed", "git wrote no patch") }
        return (message ?? work.mail.head) + MailPatch(mail).tail(of: mail)
    }

    mutating func reload() throws(Refusal) {
        tables = try TreeTables.load(view(), as: options.generator)
    }

    func carried(
        _ work: PatchWork,
        _ verdict: CarriedPatch.Verdict,
        intent: PatchIntent? = nil,
        moves: [MergedMaster.Move] = [],
        present: [MergedMaster.PresentCall] = [],
        findings: [Finding] = [],
        bytes: [UInt8]? = nil
    ) -> CarriedPatch {
        CarriedPatch(
            name: work.patch.name,
            verdict: verdict,
            intent: intent ?? self.intent(of: work),
            moves: moves,
            present: present,
            findings: findings,
            bytes: bytes
        )
    }

    private func intent(of work: PatchWork) -> PatchIntent? {
        if let trailer = work.mail.recordedIntent { return .recorded(trailer) }
        if !work.masters.isEmpty { return rows(of: work).intent }
        return work.companions.isEmpty ? nil : .companions
    }

    func conflict(_ patch: PatchFile, _ intent: PatchIntent?, _ findings: [Finding]) -> CarriedPatch {
        CarriedPatch(
            name: patch.name, verdict: .conflict, intent: intent, moves: [], present: [], findings: findings, bytes: nil
        )
    }
}

/// The rows in the lines of a patch.
struct PatchRows {
    var added: [Row] = []
    var removed: [Row] = []

    var intent: PatchIntent {
        .inferred(added: Self.names(added), removed: Self.names(removed))
    }

    /// `600 foo`, and runs of slots as `603-650 lkmnosys`.
    private static func names(_ rows: [Row]) -> [String] {
        var runs: [(numbers: ClosedRange<Int>, name: String)] = []
        for row in rows {
            let name = row.name.isEmpty ? row.kinds.words.joined(separator: "|") : row.name
            if let last = runs.last, last.name == name, last.numbers.upperBound + 1 == row.numbers.lowerBound {
                runs[runs.count - 1].numbers = last.numbers.lowerBound...row.numbers.upperBound
            } else {
                runs.append((row.numbers, name))
            }
        }
        return runs.map { "\($0.numbers.hyphenated) \($0.name)" }
    }
}

extension Row {
    /// Whether the row is a slot for a loadable call.
    fileprivate var isBandSlot: Bool { name == "lkmnosys" && kinds.level == .native }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
