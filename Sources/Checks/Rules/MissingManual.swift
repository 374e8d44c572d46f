import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// The call has a page of the manual.
struct MissingManual: Rule {
    let documentation = RuleDocumentation(
        "missing-manual",
        .warning,
        checks: """
            A makefile of lib/ or share/man installs a page or a link of the call's name (MAN or MLINKS, sections 2 \
            to 4) for every present native call.
            """,
        matters: "A call without a page is one that nobody but its author can use rightly.",
        example: "lamp.2 lies in lib/libsys, and Makefile.sys does not list it: add 'lamp.2' to MAN.",
        exceptions: """
            Calls behind functions of another name, which are documented under that name. Those of released trees \
            are listed, with reasons, and reported as allowed.
            """
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let list = try ManualList.ofCalls(in: tree) else { return [] }
        var missing = tree.presentCalls
        for path in try makefiles(tree, first: list.path) where !missing.isEmpty {
            guard let bytes = try tree.read(path) else { continue }
            let names = ManualList(bytes, path: path).callNames
            missing.removeAll { names.contains($0.publicName) }
        }
        let note = Note("pages of system calls are listed here", at: tree.location(list.path))
        return missing.map {
            finding(at: tree.place($0), "no makefile installs a page of the manual for \($0.publicName)", notes: [note])
        }
    }

    /// The makefiles that install pages, `first` ahead of the others.
    private func makefiles(_ tree: CheckedTree, first: TreePath) throws(Refusal) -> [TreePath] {
        var paths = [first]
        var directories = try tree.view.directories(in: TreePath("lib"))
        for library in ["lib/libc", "lib/libsys", "lib/libthr"] {
            directories += try tree.view.directories(in: TreePath(library))
        }
        directories += try tree.view.directories(in: TreePath("share/man"))
        for directory in directories {
            paths += try tree.view.files(in: directory, where: ManualList.isMakefile).filter { $0 != first }
        }
        return paths
    }
}
