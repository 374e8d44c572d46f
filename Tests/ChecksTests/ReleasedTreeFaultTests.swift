import Edits
import Findings
import SourceTree
import TestSupport
import Testing

@testable import Checks

/// The same faults in the tables of released systems: a pattern and what stands there afterwards, so that a tree without
/// the pattern is left out.
@Suite("A fault in a released tree", .enabled(if: SharedTrees.arePresent, Comment(rawValue: SharedTrees.absence)))
struct ReleasedTreeFaultTests {
    /// A change of the first match of a pattern, and the rule that must find it on its line.
    struct Sown: Sendable, CustomTestStringConvertible {
        let path: String
        let pattern: String
        let replacement: String
        let rule: String
        var testDescription: String { "\(rule) in \(path)" }
    }

    private static let master = "sys/kern/syscalls.master"
    private static let header = "sys/sys/syscall.h"
    private static let narrow = "sys/compat/freebsd32/freebsd32_syscall.h"

    static let faults = [
        Sown(path: master, pattern: "\n363\t", replacement: "\n364\t", rule: "number-gap"),
        Sown(path: master, pattern: "\n363\t", replacement: "\n362\t", rule: "duplicate-number"),
        Sown(path: master, pattern: "\n3\tAUE_READ\tSTD", replacement: "\n3\tAUE_READ\tSTDD", rule: "unknown-kind"),
        Sown(path: master, pattern: "\n3\tAUE_READ\tSTD", replacement: "\n3\tSTD\tAUE_READ", rule: "field-order"),
        Sown(
            path: master, pattern: "\n3\tAUE_READ\tSTD", replacement: "\n#if A\n3\tAUE_READ\tSTD",
            rule: "unbalanced-conditional"),
        Sown(path: master, pattern: "NODEF|NOTSTATIC", replacement: "NODEF", rule: "static-slot"),
        Sown(
            path: header, pattern: "\n#define\tSYS_kqueue\t362", replacement: "\n#define\tSYS_kqueue\t363",
            rule: "header-number"),
        Sown(
            path: header, pattern: "\n#define\tSYS_MAXSYSCALL\t", replacement: "\n#define\tSYS_MAXSYSCALL\t1",
            rule: "header-number"),
        Sown(
            path: narrow, pattern: "\n#define\tFREEBSD32_SYS_kqueue\t362",
            replacement: "\n#define\tFREEBSD32_SYS_kqueue\t361", rule: "header-number"),
        Sown(path: "sys/kern/init_sysent.c", pattern: "sys_kqueue", replacement: "sys_kevent", rule: "stale-companion"),
        Sown(path: "sys/kern/syscalls.c", pattern: "\t\"kqueue\",", replacement: "", rule: "stale-companion"),
        Sown(path: "sys/sys/sysproto.h", pattern: "sys_kqueue(", replacement: "sys_kqueued(", rule: "stale-companion"),
        Sown(
            path: "sys/kern/systrace_args.c", pattern: "case 362: {", replacement: "case 363: {",
            rule: "stale-companion"),
        Sown(
            path: "sys/compat/freebsd32/freebsd32_sysent.c", pattern: "freebsd32_ioctl", replacement: "sys_ioctl",
            rule: "stale-companion"),
        Sown(
            path: "sys/kern/capabilities.conf", pattern: "\nread\n", replacement: "\nreed\n", rule: "stale-capability"),
        Sown(
            path: "sys/compat/freebsd32/syscalls.conf", pattern: "syscall_no_abi_change=\"",
            replacement: "syscall_no_abi_change=\"nothing ", rule: "stale-exception"),
    ]

    /// The trees with their companions, which are not part of them, made once.
    private static let trees: [OverlayView] = SharedTrees.names.compactMap { name in
        let disk = DiskView(root: SharedTrees.path(of: name))
        return (try? TreeTables.load(disk).regeneration()).map { OverlayView(disk, edit: $0) }
    }

    @Test("is found on its line by the rule that is responsible", arguments: faults.indices)
    func found(index: Int) throws {
        let fault = Self.faults[index]
        // Each fault in one tree, and all trees in turn.
        let trees = Self.trees[(index % Self.trees.count)...] + Self.trees[..<(index % Self.trees.count)]
        let (view, lines) = try #require(try firstSown(fault, trees))
        let report = CheckRun(wanted: [fault.rule]).report(on: CheckedTree(try TreeTables.load(view)))
        let causes = report.open.filter {
            $0.cause == nil && $0.finding.rule == fault.rule && $0.path == fault.path
        }
        #expect(causes.contains { lines.contains($0.finding.location?.line ?? 0) })
    }

    private func firstSown(_ fault: Sown, _ trees: ArraySlice<OverlayView>) throws -> (
        view: OverlayView, lines: ClosedRange<Int>
    )? {
        for tree in trees {
            if let found = try sow(fault, in: tree) { return found }
        }
        return nil
    }

    /// The tree with the fault, and the lines on which it stands; `nil` where there is no place for it.
    private func sow(_ fault: Sown, in tree: OverlayView) throws -> (view: OverlayView, lines: ClosedRange<Int>)? {
        let path = TreePath(fault.path)
        guard try tree.exists(path) else { return nil }
        let old = try tree.state(of: path)
        let text = String(decoding: old.bytes ?? [], as: UTF8.self)
        guard let match = text.firstRange(of: fault.pattern) else { return nil }
        let new = text[..<match.lowerBound] + fault.replacement + text[match.upperBound...]
        let change = FileChange(path: path, expected: old, result: .file(Array(new.utf8), .regular), reasons: [])
        // The line of the first byte that is not a line feed.
        let first = text[..<match.lowerBound].utf8.count { $0 == 0x0A } + (fault.pattern.hasPrefix("\n") ? 2 : 1)
        return (
            OverlayView(tree, edit: TreeEdit(steps: [EditStep(title: "sow", changes: [change])])),
            first...first + fault.replacement.utf8.count { $0 == 0x0A }
        )
    }
}
