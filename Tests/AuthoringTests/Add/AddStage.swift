import Authoring
import Edits
import Findings
import SourceTree
import TestSupport

/// The sample tree, to which calls are added.
struct AddStage {
    var view: any TreeView

    init() throws(Refusal) {
        view = try MemoryView.copy(of: DiskView(root: PackageFiles.root + "/Sample"))
    }

    /// A call that has everything decided: nothing of it is asked for.
    static func addition(
        _ prototype: String = "int lamp(int fd, _Out_ int *oil)",
        _ change: (inout Addition) -> Void = { _ in }
    ) throws(Refusal) -> Addition {
        var addition = Addition(try .parse(Array(prototype.utf8), path: "prototype"))
        addition.audit = "AUE_NULL"
        addition.capability = .disabled
        addition.header = .file("unistd.h")
        addition.description = "read the oil level of a lamp"
        change(&addition)
        return addition
    }

    func plan(
        _ prototype: String = "int lamp(int fd, _Out_ int *oil)",
        scope: Scope = .complete,
        splits: Bool = false,
        _ change: (inout Addition) -> Void = { _ in }
    ) throws(Refusal) -> Plan {
        try Plan.add(
            TreeTables.load(view), Self.addition(prototype, change), scope: scope, splits: splits)
    }

    /// What an addition is refused for, as lines.
    func refusal(_ prototype: String, _ change: (inout Addition) -> Void = { _ in }) -> [String] {
        do throws(Refusal) {
            return ["no refusal but \(try plan(prototype, change).summary)"]
        } catch {
            return error.findings.lines
        }
    }

    /// The tree after `plan`.
    func after(_ plan: Plan) -> AddStage {
        var stage = self
        stage.view = OverlayView(view, edit: plan.edit)
        return stage
    }

    /// The lines that `plan` adds to a file.
    func added(_ plan: Plan, _ path: String) -> [String] {
        guard let change = plan.edit.changes.first(where: { $0.path == TreePath(path) }) else { return [] }
        return UnifiedDiff(change).text.split(separator: "\n", omittingEmptySubsequences: false).filter {
            $0.hasPrefix("+") && !$0.hasPrefix("+++")
        }.map { String($0.dropFirst()) }
    }

    /// The reason for leaving `place` out.
    func skip(_ plan: Plan, _ place: String) -> String? { plan.skipped.first { $0.place == place }?.reason }
}

extension UnifiedDiff {
    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension MemoryView {
    /// The files of `view` in memory, so that they are read from the disk once.
    static func copy(of view: any TreeView) throws(Refusal) -> MemoryView {
        var files: [TreePath: [UInt8]] = [:]
        var waiting = [TreePath.root]
        while let directory = waiting.popLast() {
            for entry in try view.list(directory) {
                let path = directory.appending(entry.name)
                switch entry.kind {
                case .directory: waiting.append(path)
                case .file: files[path] = try view.read(path)
                case .symbolicLink, .other: break
                }
            }
        }
        return MemoryView(files)
    }
}
