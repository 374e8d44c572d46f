import Checks
import Edits
import Findings
import SourceTree
import SyscallTable

extension TablePlace {
    func review(_ call: ReviewedCall) throws(Refusal) -> CallReview.State? {
        var missing: [Finding] = []
        let native = TreePath("sys/kern")
        for table in call.tables.tables where table.isNarrow {
            guard let master = call.tables.tables.first(where: { $0.site.directory == native })?.site.master,
                table.site.master != master
            else { continue }
            let rows = table.table.master.rows.filter { $0.numbers.contains(call.row.numbers.lowerBound) }
            // Another name is one of the same call (freebsd32_semctl); a placeholder's is a decision against it.
            let stem = call.name.drop { $0 == "_" }
            let isThere = rows.contains {
                $0.kinds.level == .none ? !$0.isNamelessPlaceholder : $0.name.contains(stem)
            }
            if !isThere, call.row.kinds.level == .native {
                let what = rows.first.map { $0.isNamelessPlaceholder ? "a placeholder" : $0.name } ?? "nothing"
                missing.append(
                    call.finding(
                        "missing-row",
                        "\(table.site.master) has \(what) at \(call.row.numbers.lowerBound), and not \(call.name)"))
            }
        }
        let number = call.row.numbers.lowerBound
        return call.state(
            of: ["stale-companion", "argument-words"], "number \(number), and the companions are up to date",
            besides: missing)
    }
}

extension CapabilityPlace {
    func review(_ call: ReviewedCall) throws(Refusal) -> CallReview.State? {
        let native = call.tables.tables.first { $0.site.directory == TreePath("sys/kern") }
        let isEnabled =
            native?.table.calls.contains { $0.number == call.row.numbers.lowerBound && $0.has(.capabilityEnabled) }
            ?? false
        return call.state(
            of: ["capability-mismatch"], isEnabled ? "capability mode allows it" : "capability mode does not allow it")
    }
}

extension AuditEventPlace {
    func review(_ call: ReviewedCall) throws(Refusal) -> CallReview.State? {
        guard call.row.audit != "AUE_NULL" else { return .complete("it is not audited") }
        guard try call.view.exists(AuditEvents.kernel) else { return .absent("this tree has no \(AuditEvents.kernel)") }
        return call.state(of: ["unknown-audit-event", "unlisted-audit-event"], "it is audited as \(call.row.audit)")
    }
}

extension AuditRecordPlace {
    func review(_ call: ReviewedCall) throws(Refusal) -> CallReview.State? {
        guard call.row.audit != "AUE_NULL" else { return nil }
        guard try call.view.exists(AuditTranslation.path) else {
            return .absent("this tree has no \(AuditTranslation.path)")
        }
        return call.state(of: ["missing-audit-record"], "records of \(call.row.audit) are written")
    }
}

extension KernelSourcePlace {
    func review(_ call: ReviewedCall) throws(Refusal) -> CallReview.State? {
        call.state(of: ["missing-handler"], "its handlers are defined")
    }
}

extension HeaderPlace {
    func review(_ call: ReviewedCall) throws(Refusal) -> CallReview.State? {
        guard try call.view.kind(of: TreePath("include")) == .directory else {
            return .absent("this tree has no include directory")
        }
        return call.state(of: ["missing-declaration"], "a header declares it")
    }
}

extension SymbolMapPlace {
    func review(_ call: ReviewedCall) throws(Refusal) -> CallReview.State? {
        if call.row.kinds.flags.contains(.noLibrary) { return .complete("a NOLIB call has no symbol") }
        guard try SymbolMap.ofCalls(in: call.view) != nil else {
            return .absent("this tree has no map of the calls' symbols")
        }
        return call.state(of: ["missing-symbol"], "a map exports it")
    }
}

extension ManualPlace {
    func review(_ call: ReviewedCall) throws(Refusal) -> CallReview.State? {
        guard let makefile = try makefile(Draft(call.view)) else {
            return .absent("this tree has no makefile of pages")
        }
        let page = "\(call.name).2"
        let isListed = MakefileList.all("MAN", in: makefile).contains { $0.items.contains { $0.text == page } }
        var missing: [Finding] = []
        let path = makefile.path.parent.appending(page)
        if isListed, try !call.view.exists(path) {
            missing.append(call.finding("missing-manual", "\(makefile.path) installs \(page), and there is no \(path)"))
        }
        return call.state(of: ["missing-manual"], "a page of the manual is installed", besides: missing)
    }
}

extension TrussPlace {
    func review(_ call: ReviewedCall) throws(Refusal) -> CallReview.State? {
        guard try call.view.exists(Self.table) else { return .absent("this tree has no \(Self.table)") }
        return call.state(of: ["missing-truss"], "truss(1) decodes it")
    }
}

extension KernelFilesPlace {
    func review(_ call: ReviewedCall) throws(Refusal) -> CallReview.State? {
        guard call.row.kinds.flags.isDisjoint(with: [.noStandard, .notStatic, .noDefinition]) else {
            return .complete("a module brings its handler")
        }
        guard let file = try call.definition(of: "sys_" + call.name) else { return nil }
        let name = file.components.dropFirst().joined(separator: "/")
        let lists = try call.view.files(in: TreePath("sys/conf")) { $0.hasPrefix("files") }
        guard !lists.isEmpty else { return .absent("this tree has no sys/conf/files") }
        for list in lists {
            if let text = try call.text(list), text.allLines.contains(where: { $0.hasPrefix(name) }) {
                return .complete("\(list) names \(name)")
            }
        }
        return .missing([
            call.finding("uncompiled-handler", "no file of sys/conf names \(name), which defines sys_\(call.name)")
        ])
    }
}

extension ReviewedCall {
    /// The C file below sys/ that defines `function`; `nil` when none does.
    fileprivate func definition(of function: String) throws(Refusal) -> TreePath? {
        let likely = ["sys/kern", "sys/vm", "sys/netinet", "sys/security"].map { TreePath($0) }
        let others = try view.directories(in: TreePath("sys")).filter { !likely.contains($0) }
        for directory in likely + others {
            for path in try view.files(below: directory, where: { $0.hasSuffix(".c") }) {
                var search = IdentifierSearch([function])
                search.removeHandlers(in: try view.read(path))
                if search.wanted.isEmpty { return path }
            }
        }
        return nil
    }
}

extension WrapperPlace {
    func review(_ call: ReviewedCall) throws(Refusal) -> CallReview.State? {
        let isModern = try call.view.exists(TreePath("lib/libsys/Makefile.sys"))
        let makefile = TreePath(isModern ? "lib/libsys/Makefile.sys" : "lib/libc/sys/Makefile.inc")
        guard let text = try call.text(makefile) else { return nil }
        let isInterposed = MakefileList.all("INTERPOSED", in: text).contains {
            $0.items.contains { $0.text == call.name }
        }
        guard isInterposed else { return .complete("its stub is the function") }
        var missing: [Finding] = []
        let source = TreePath("lib/libc/sys/\(call.name).c")
        // Threads do not replace all of them: ptrace(2) has a function of libsys alone.
        let isInLibsys = try call.view.exists(TreePath("lib/libsys/\(call.name).c"))
        let isInLibc = try call.view.exists(source)
        if !isInLibsys, !isInLibc {
            missing.append(
                call.finding(
                    "incomplete-wrapper", "\(makefile) lists \(call.name) as INTERPOSED, and there is no \(source)"))
        }
        let table = TreePath(isModern ? "lib/libsys/interposing_table.c" : "lib/libc/sys/interposing_table.c")
        let header = TreePath("lib/libc/include/libc_private.h")
        if let slots = try call.text(table), let numbers = try call.text(header) {
            let hasSlot = slots.allLines.contains { $0.hasPrefix("\tSLOT(\(call.name),") }
            let hasNumber = numbers.allLines.contains { $0.hasPrefix("\tINTERPOS_\(call.name),") }
            if hasSlot != hasNumber {
                let (there, lacking) = hasSlot ? (table, header) : (header, table)
                missing.append(
                    call.finding("incomplete-wrapper", "\(there) has a slot for \(call.name), and \(lacking) has none"))
            }
        }
        return missing.isEmpty ? .complete("threads may replace the function in front of its stub") : .missing(missing)
    }
}
