import Edits
import Findings
import SourceTree
import SyscallTable
import TrapModules

extension Ground {
    /// A table of its own beside the kernel's, reached by a class in the number.
    ///
    /// Where a kernel looks at the number is found in the tree: the functions whose names end in `fetch_syscall_args`.
    var separateTable: Way {
        get throws(Refusal) {
            var way = Way(.separateTable)
            let entries = try EntryCode.all(in: question.tables.view)
            way.byHand = entries.map(\.path.string)
            if entries.isEmpty {
                way.obstacles = [
                    "this tree has no machine-dependent code that enters a system call; it cannot be measured"
                ]
            }
            way.narrow = narrow(entries)
            way.trace = [
                "numbers of a class lie outside of the table of names (\(native.table.size) rows): tools print them bare until they learn of the class"
            ]
            way.next = try next(entries)
            let root = question.manifests.first?.sysctl.name ?? "sysctl(8)"
            way.remarks = [
                "no slot is needed, and numbers are without end",
                "programs find each number by name at \(root), so that numbers of another system's choice gain them nothing",
            ]
            return way
        }
    }

    private func narrow(_ entries: [EntryCode]) -> [String] {
        let others = entries.filter { !$0.isNative }
        if others.isEmpty { return ["no entry code of 32-bit programs was found in this tree"] }
        let functions = others.flatMap { entry in entry.functions.map { "\($0) (\(entry.path))" } }
        return [
            "32-bit programs enter by code of their own, which would be changed as well: \(functions.joined(separator: ", "))"
        ]
    }

    private func next(_ entries: [EntryCode]) throws(Refusal) -> [String] {
        guard let next = question.next, !entries.isEmpty else { return [] }
        var (changed, gone, lines) = (0, 0, 0)
        let others = try EntryCode.all(in: next.view)
        for entry in entries {
            let before = try question.tables.view.read(entry.path)
            // Some trees keep machines below sys/arch.
            guard let other = others.first(where: { $0.path.components.suffix(3) == entry.path.components.suffix(3) })
            else {
                gone += 1
                continue
            }
            let after = try next.view.read(other.path)
            guard before != after else { continue }
            changed += 1
            let touched = Way.TouchedFile(
                FileChange(
                    path: entry.path, expected: .file(before, .regular), result: .file(after, .regular), reasons: []))
            lines += touched.added + touched.removed
        }
        let moved = gone == 0 ? "" : ", \(gone) are gone"
        return [
            "of \(entries.count.counted("file")) the next release changes \(changed) in \(lines.counted("line"))\(moved)"
                + (changed + gone == 0 ? "" : ": each such release is a rebase by hand")
        ]
    }
}

/// A file in which a kernel takes the number of a call from its registers.
struct EntryCode {
    let path: TreePath
    /// The functions that do it, without those that only declare or call them.
    let functions: [String]

    /// Whether it serves the kernel's own programs.
    var isNative: Bool { functions.contains("cpu_fetch_syscall_args") }

    private static let suffix = Array("fetch_syscall_args(".utf8)

    /// The files of a tree, below `sys/MACHINE` or `sys/arch/MACHINE`.
    static func all(in view: any TreeView) throws(Refusal) -> [EntryCode] {
        var found: [EntryCode] = []
        for root in ["sys", "sys/arch"] {
            for machine in try view.list(TreePath(root)) where machine.kind == .directory {
                // Code of a machine lies in a directory of the machine's name, that of its 32-bit programs beside it.
                let directory = TreePath("\(root)/\(machine.name)")
                guard try view.kind(of: TreePath("\(directory)/\(machine.name)")) == .directory else { continue }
                for part in try view.list(directory) where part.kind == .directory {
                    found += try files(below: TreePath("\(directory)/\(part.name)"), view)
                }
            }
        }
        return found
    }

    private static func files(below directory: TreePath, _ view: any TreeView) throws(Refusal) -> [EntryCode] {
        var found: [EntryCode] = []
        for entry in try view.list(directory) where entry.name.hasSuffix(".c") {
            guard ["trap", "syscall", "machdep"].contains(where: entry.name.contains), case .file = entry.kind else {
                continue
            }
            let path = TreePath("\(directory)/\(entry.name)")
            let functions = definitions(in: try view.read(path))
            if !functions.isEmpty { found.append(EntryCode(path: path, functions: functions)) }
        }
        return found
    }

    /// The functions that `text` defines: style(9) begins a line with the name.
    private static func definitions(in text: [UInt8]) -> [String] {
        text.split(separator: 0x0A).compactMap { line in
            guard let parenthesis = line.firstIndex(of: 0x28) else { return nil }
            let name = line[..<parenthesis]
            guard !name.isEmpty,
                name.allSatisfy({ $0 == 0x5F || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }),
                (name + [0x28]).suffix(suffix.count).elementsEqual(suffix)
            else { return nil }
            return String(decoding: name, as: UTF8.self)
        }
    }
}
