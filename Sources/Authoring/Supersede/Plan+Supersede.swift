import Compat32
import Edits
import Findings
import SourceTree
import SyscallTable

extension Plan {
    /// Plans a new interface in the place of an old one (wiki page AddingSyscalls, "Backward compatibility").
    ///
    /// The old call keeps its number as `COMPATnn`, its functions under the option `COMPAT_FREEBSDnn`, and its symbol in the
    /// version that it has; the new one is added as ``add(_:_:scope:splits:)`` does it. `__FreeBSD_version` takes a step.
    ///
    /// - Throws: a `Refusal` for what ``add(_:_:scope:splits:)`` refuses; where the tree cannot get the level; where somebody
    ///   else calls the old functions, or a function of the library stands in front of the stub.
    public static func supersede(
        _ tables: TreeTables,
        _ supersession: Supersession,
        scope: Scope = .complete,
        splits: Bool = false
    ) throws(Refusal) -> Plan {
        var draft = Draft(tables.view)
        let level = try CompatLevel(supersession.level, in: draft)
        let old = try OldCall(supersession.old, level: level, in: tables)
        let version = try VersionStep(draft)
        try OldInterface(old, version, supersession).keep(in: &draft)
        var next = try Draft(after: draft)
        let between = try TreeTables.load(next.view, as: next.generator(of: tables))
        try between.refuseErrors()
        var addition = try old.completing(supersession.addition, in: next)
        if supersession.isForwardCompatible { addition.wrapper = .plain }
        let forward = supersession.isForwardCompatible ? try old.forwardPath(version) : nil
        let call = try NewCall(addition, in: between, forward: forward)
        try call.write(to: &next)
        if let forward { old.remark(on: forward, call, in: &next) }
        return try next.plan(
            .supersede(supersession),
            numbers: call.number...call.number,
            in: tables,
            scope: scope,
            splits: splits,
            subject: "kern: supersede the interface of \(old.name)",
            summary: [
                "Give \(call.name) a new interface with number \(call.number); \(old.number) stays the old one, as "
                    + "COMPAT\(level.number): the last release that shipped it is \(level.number), \(level.reason)."
            ]
        )
    }
}

/// All that keeps an old interface for old programs.
private struct OldInterface {
    let old: OldCall
    let version: VersionStep?
    let supersession: Supersession

    init(_ old: OldCall, _ version: VersionStep?, _ supersession: Supersession) {
        self.old = old
        self.version = version
        self.supersession = supersession
    }

    func keep(in draft: inout Draft) throws(Refusal) {
        let new = supersession.addition.prototype
        let tables = old.tables
        // The tables decide what the functions are called from now on.
        try old.addKind(to: &draft)
        try CompatOptionPlaces(old).add(to: &draft)
        let view = OverlayView(
            tables.view, edit: TreeEdit(steps: [EditStep(title: "", changes: try draft.changes())]))
        let after = try TreeTables.load(view, as: draft.generator(of: tables))
        try after.refuseErrors()
        try OldHandlers(old, before: tables, after: after).write(to: &draft)
        try OldSymbol(old: old, new: new.name).write(to: &draft)
        try OldDeclarations(old: old).remove(from: &draft)
        try OldTrussRow(old: old).rename(in: &draft)
        try refuseWithdrawal(draft)
        if let version {
            try version.write(because: "ports and libraries tell kernels with the new \(new.name) by it", to: &draft)
        } else {
            draft.skip("version", "this tree defines no __FreeBSD_version")
        }
        try UpdatingEntry(sentences: sentences).write(to: &draft)
        draft.remark("The page of the manual has to say what the new interface is.")
    }

    private var sentences: [String] {
        let name = supersession.addition.prototype.name
        let kernels = version.map { "kernels from __FreeBSD_version \($0.next) on" } ?? "new kernels"
        let has = "The interface of \(old.name)(2) changed, and \(kernels) have the new one"
        let forward =
            supersession.isForwardCompatible
            ? "A new C library falls back on the old interface where the kernel has no other; what that cannot do fails with ENOSYS"
            : "Forward compatibility is incomplete: a program that calls \(name)(2) and runs on an older kernel is killed by SIGSYS, so that the kernel is to be installed and booted first"
        let custom =
            "Custom kernel configurations need the option \(old.option) to run programs that were built for FreeBSD \(old.level.number) and use \(old.name)(2)"
        return [has, forward, custom].map { $0 + "." }
    }

    /// A list of names allows both interfaces, or neither.
    private func refuseWithdrawal(_ draft: Draft) throws(Refusal) {
        guard supersession.addition.capability == .disabled, supersession.addition.prototype.name == old.name,
            let text = try draft.text(TreePath("sys/kern/capabilities.conf")),
            text.allLines.contains(old.name)
        else { return }
        throw Refusal(
            "capability-mismatch", at: Location(path: draft.view.label(text.path)),
            "capability mode allows \(old.name) by its name, the old interface and the new one alike; give --capenabled"
        )
    }
}

extension OldCall {
    /// Files that the generator writes.
    var generated: Set<TreePath> { Set(tables.tables.flatMap(\.outputs).map(\.path)) }

    /// What nobody decided about the new call is as it is for the old one.
    fileprivate func completing(_ addition: Addition, in draft: Draft) throws(Refusal) -> Addition {
        var addition = addition
        if addition.audit == nil { addition.audit = row.audit }
        if addition.capability == nil {
            let isEnabled = tables.tables.first { $0.site.directory == TreePath("sys/kern") }?.table.calls.contains {
                $0.number == number && $0.has(.capabilityEnabled)
            }
            addition.capability =
                isEnabled ?? false ? .enabled(reason: "the old interface of it is allowed as well") : .disabled
        }
        if addition.visibility == nil, case .file(let header)? = addition.header {
            addition.visibility = try OldDeclarations(old: self).visibility(
                in: HeaderPlace.path(of: header, in: tables.view))
        }
        if addition.page == nil, addition.description == nil { addition.page = try page(in: draft) }
        return addition
    }

    /// The page of the manual that documents the old interface; `nil` when none does.
    private func page(in draft: Draft) throws(Refusal) -> String? {
        guard let makefile = try ManualPlace().makefile(draft) else { return nil }
        if try draft.view.exists(makefile.path.parent.appending("\(name).2")) { return "\(name).2" }
        return MakefileList.page(of: "\(name).2", in: makefile)
    }

    fileprivate func forwardPath(_ version: VersionStep?) throws(Refusal) -> ForwardPath {
        guard let version else {
            throw Refusal(
                "no-place",
                "--forward-compat needs __FreeBSD_version of sys/sys/param.h to tell kernels from one another")
        }
        return ForwardPath(version: version.next, number: "SYS_\(prefix)\(name)", old: interface)
    }

    fileprivate func remark(on forward: ForwardPath, _ call: NewCall, in draft: inout Draft) {
        draft.remark(
            "On a kernel older than \(forward.version) the library calls the old interface. Programs that build the system "
                + "(bootstrap-tools of Makefile.inc1) are linked with the library of the machine that builds, and must not "
                + "need the new one.")
        guard let gap = forward.gap(call.prototype) else { return }
        draft.report(
            Finding(
                .warning, "incomplete-forward-compatibility", at: nil,
                "on a kernel older than \(forward.version) \(call.name) fails with ENOSYS \(gap)"))
    }
}
