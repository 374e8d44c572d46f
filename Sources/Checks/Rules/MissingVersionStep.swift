import Edits
import Findings
import SourceTree
import SyscallTable
import TableDiff

/// A new call comes with a new `__FreeBSD_version`.
struct MissingVersionStep: ChangeRule {
    let documentation = RuleDocumentation(
        "missing-version-step",
        .warning,
        checks: """
            Where the native table has a call that the base has not, __FreeBSD_version in sys/sys/param.h is greater \
            than in the base. One finding, at the first new call.
            """,
        matters: """
            New programs are run on older kernels: a port that is built, a C library that must fall back. What they \
            compare is __FreeBSD_version, and without a step there is no number from which on the call is there.
            """,
        example: """
            lamp is appended to sys/kern/syscalls.master. Raise __FreeBSD_version in sys/sys/param.h by one in the \
            same change.
            """,
        exceptions: """
            The step is a commit of its own that follows: name a base that is ahead of both. A call that a kernel \
            other than FreeBSD adds for itself. In a tree without the header a note says that nothing was compared.
            """
    )

    private static let header = TreePath("sys/sys/param.h")

    func findings(of change: TreeChange, in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let native = change.native else { return [] }
        let added = native.changes.filter { isNewCall($0, native) }
        guard let first = added.first else { return [] }
        let names = added.map(\.name)
        let are = names.count == 1 ? "\(names[0]) is" : "\(names[0]) and \(names.count - 1) more are"
        guard let now = try version(tree.view), let before = try version(change.base.view) else {
            let message = "\(are) new, and \(Self.header) does not say in both trees what __FreeBSD_version is"
            return [Finding(.note, name, at: place(first, native), message)]
        }
        guard now.number <= before.number else { return [] }
        let step = now.number == before.number ? "is \(now.number) as before" : "went back from \(before.number)"
        var notes = [Note("__FreeBSD_version \(step)", at: tree.location(Self.header, line: now.line))]
        if names.count > 1 { notes.append(Note("new are \(names.joined(separator: ", "))")) }
        return [finding(at: place(first, native), "\(are) new, and __FreeBSD_version did not rise", notes: notes)]
    }

    /// Whether the change brings a call of the present interface under a number that programs do not know it by.
    private func isNewCall(_ change: Change, _ native: ChangedTable) -> Bool {
        switch change.kind {
        case .superseded: true
        case .added, .implemented, .revived, .reused:
            native.present(change.newNumber ?? change.numbers.lowerBound).contains { $0.isNative && $0.isCall }
        default: false
        }
    }

    private func place(_ change: Change, _ native: ChangedTable) -> Location? {
        native.place(of: change.newNumber ?? change.numbers.lowerBound)
    }

    /// `__FreeBSD_version` and its line; `nil` in a tree that does not define it.
    private func version(_ view: any TreeView) throws(Refusal) -> (number: Int, line: Int)? {
        guard try view.exists(Self.header) else { return nil }
        let define = Defines(try view.read(Self.header)).list.last { $0.name == "__FreeBSD_version" }
        return define.map { ($0.number, $0.line) }
    }
}
