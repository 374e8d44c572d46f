import Checks
import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// Stubs of calls that a newer branch has and an older one is to get later.
public struct Stubs: Sendable, Hashable {
    /// The names of the calls; none for all that the older branch lacks.
    public var names: [String]
    /// Whether only the numbers are kept, so that a program that makes the call is killed by SIGSYS.
    public var areNumbersOnly: Bool

    /// Wants stubs of `names`.
    public init(_ names: [String] = [], numbersOnly: Bool = false) {
        self.names = names
        areNumbersOnly = numbersOnly
    }

    /// The fields of the trailer `Sysent-Intent`.
    var trailer: String {
        "names=\(names.isEmpty ? "all" : names.joined(separator: ","))" + (areNumbersOnly ? " number-only" : "")
    }
}

extension Plan {
    /// Plans the stubs of calls of `newer` in the tree of `older`, each with the number that it has there.
    ///
    /// A program that was built against the newer branch and makes such a call on a kernel without it is killed by SIGSYS;
    /// a stub answers ENOSYS (wiki page AddingSyscalls, "MFCing"). Numbers that lie between are kept for what the newer branch
    /// has there.
    ///
    /// - Throws: a `Refusal` when the newer branch does not have a call, when the older one has something else at its number,
    ///   or there is nothing to do.
    public static func stub(
        _ stubs: Stubs,
        from newer: TreeTables,
        onto older: TreeTables,
        scope: Scope = .complete
    ) throws(Refusal) -> Plan {
        let source = try CallMasters(newer).native.master
        let masters = try CallMasters(older)
        let calls = try wanted(stubs, source, masters)
        guard let highest = calls.map(\.numbers.upperBound).max() else {
            throw Refusal("nothing-to-do", "the older branch has every call of the newer one")
        }
        let names = Set(calls.map(\.name))
        var draft = Draft(older.view)
        for master in masters.all {
            let isNative = master.path == masters.native.path
            var rows = calls.filter { $0.numbers.upperBound < master.size }.map { $0.numbers.lowerBound }
            if highest >= master.size { rows += master.size...highest }
            let texts = rows.map { number in
                let row = source.rows.first { $0.numbers.contains(number) }
                let isStub = row.map { names.contains($0.name) && $0.kinds.level == .native } ?? false
                let name = row?.name ?? ""
                return PlaceholderRow(
                    number: number, name: isStub ? name : row?.isNamelessPlaceholder ?? true ? "" : name,
                    text: isStub && !stubs.areNumbersOnly
                        ? stubRow(number, name, in: master, isNative: isNative, older) : keptRow(number, name))
            }
            try masters.write(
                texts, into: master, to: &draft, of: older,
                because: stubs.areNumbersOnly ? "kept as in the newer branch" : "stubs for a merge")
        }
        if stubs.names.isEmpty { reportMoved(source, masters, to: &draft) }
        let list = calls.map(\.name).joined(separator: ", ")
        if !stubs.areNumbersOnly { try StubSource(calls.map(\.name)).add(to: &draft) }
        let effect =
            stubs.areNumbersOnly
            ? "Their numbers are kept and nothing more: a program that makes one of these calls is killed by SIGSYS."
            : "They answer ENOSYS, so that a program of the newer branch can go on without them."
        return try draft.plan(
            .stub(stubs),
            numbers: (calls.map(\.numbers.lowerBound).min() ?? 0)...highest,
            in: older,
            scope: scope,
            splits: false,
            subject: "kern: add stubs of \(calls.count == 1 ? list : "\(calls.count) calls") of a newer branch",
            summary: ["Add stubs of calls that a newer branch has: \(list).", effect]
        )
    }

    /// The rows of the calls that are wanted and not there.
    private static func wanted(_ stubs: Stubs, _ source: Master, _ masters: CallMasters) throws(Refusal) -> [Row] {
        let present = Set(
            masters.native.master.rows.filter { $0.kinds.level == .native || $0.kinds.level == .obsolete }.map(\.name))
        let calls = source.rows.filter {
            $0.kinds.level == .native && $0.numbers.count == 1 && $0.name != "lkmnosys" && $0.arm.isUnconditional
                && $0.kinds.flags.isDisjoint(with: [.noDefinition, .multiplexer])
        }
        guard stubs.names.isEmpty else {
            var rows: [Row] = []
            for name in stubs.names {
                guard let row = calls.first(where: { $0.name == name }) else {
                    throw Refusal("unknown-call", "the newer branch has no call '\(name)'")
                }
                if present.contains(name) { try masters.refuseExisting(name) }
                rows.append(row)
            }
            return rows.sorted { $0.numbers.lowerBound < $1.numbers.lowerBound }
        }
        // A call that moved to another number keeps its old one in the older branch, and gets no stub.
        return calls.filter { row in
            guard !present.contains(row.name) else { return false }
            let holder = masters.native.master.rows.first { $0.numbers.contains(row.numbers.lowerBound) }
            return holder.map { $0.isNamelessPlaceholder || ($0.kinds.level == .none && $0.name == row.name) } ?? true
        }
    }

    /// A call without arguments, so that it is the same in every ABI; its handler answers ENOSYS.
    private static func stubRow(
        _ number: Int, _ name: String, in master: BandedMaster, isNative: Bool, _ tables: TreeTables
    )
        -> String
    {
        let kinds = isNative ? (tables.generator.kinds.contains("NOLIB") ? "STD|NOLIB" : "STD") : "NOPROTO"
        let entry = HouseStyle.Entry(
            number: number, audit: "AUE_NULL", kinds: kinds, result: "int", name: name, arguments: [])
        let remark = isNative ? "; sysent: stub \(name) answers ENOSYS until the call is merged\n" : ""
        return remark + HouseStyle(master.master).text(entry)
    }

    /// A call that the older branch has under another number: a stub of its name cannot be.
    private static func reportMoved(_ source: Master, _ masters: CallMasters, to draft: inout Draft) {
        for row in source.rows where row.kinds.level == .native && row.name != "lkmnosys" {
            let others = masters.native.master.rows.filter { $0.name == row.name && $0.kinds.level == .native }
            guard let other = others.first, !others.contains(where: { $0.numbers == row.numbers }) else { continue }
            let message =
                "\(row.name) has \(row.numbers.lowerBound) in the newer branch and \(other.numbers.lowerBound) here; a program that uses the newer number is killed by SIGSYS"
            draft.report(Finding(.warning, "moved-call", at: other.location, message))
        }
    }

    /// A number that is kept for what the newer branch has there.
    private static func keptRow(_ number: Int, _ name: String) -> String {
        "\(number)\tAUE_NULL\tUNIMPL\t\(name.isEmpty ? "nosys" : name)\n"
    }
}

/// The file of the functions that answer ENOSYS.
struct StubSource {
    static let path = TreePath("sys/kern/kern_stubs.c")
    private let names: [String]

    init(_ names: [String]) {
        self.names = names
    }

    /// The function of one stub.
    static func function(_ name: String) -> String {
        """

        int
        sys_\(name)(struct thread *td __unused, struct \(name)_args *uap __unused)
        {

        \treturn (ENOSYS);
        }

        """
    }

    func add(to draft: inout Draft) throws(Refusal) {
        let functions = names.map(Self.function).joined()
        let reason = "the handlers of the stubs"
        if let text = try draft.text(Self.path) {
            try draft.insert(functions, beforeLine: text.lineCount + 1, of: text, because: reason)
            return
        }
        let head = """
            /*-
             * SPDX-License-Identifier: BSD-2-Clause
             */

            /*
             * Calls of a newer branch that are to be merged.  A program that makes one goes
             * on without it; without a row here it would be killed by SIGSYS.
             */

            #include <sys/param.h>
            #include <sys/systm.h>
            #include <sys/errno.h>
            #include <sys/proc.h>
            #include <sys/sysproto.h>

            """
        try draft.create(Self.path, head + functions, because: reason)
        try KernelFilesPlace.enlist(Self.path, in: &draft)
    }
}

/// The function of a stub, which goes when the call comes.
struct StubPlace: Place {
    let name = "stub"

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        guard call.native.isStub, let text = try draft.text(StubSource.path) else { return }
        let function = Array(StubSource.function(call.name).utf8)
        let starts = text.bytes.indices.filter { text.bytes[$0...].starts(with: function) }
        guard let start = starts.first else {
            let place = Location(path: draft.view.label(StubSource.path))
            throw Refusal(
                "no-place", at: place, "the stub of \(call.name) is not here as it was written; take it out first")
        }
        try draft.replace(
            start..<start + function.count, with: "", of: text, because: "the call comes in the stub's place")
    }
}
