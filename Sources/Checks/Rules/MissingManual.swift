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
        guard let list = try list(tree) else { return [] }
        var missing = tree.presentCalls
        for path in try makefiles(tree, first: list) where !missing.isEmpty {
            guard let bytes = try tree.read(path) else { continue }
            let pages = Self.pages(bytes)
            missing.removeAll { pages.contains($0.publicName) }
        }
        let note = Note("pages of system calls are listed here", at: tree.location(list))
        return missing.map {
            finding(at: tree.place($0), "no makefile installs a page of the manual for \($0.publicName)", notes: [note])
        }
    }

    /// The makefile that lists the pages of the system calls.
    private func list(_ tree: CheckedTree) throws(Refusal) -> TreePath? {
        for path in ["lib/libsys/Makefile.sys", "lib/libc/sys/Makefile.inc"].map({ TreePath($0) }) {
            if try tree.view.exists(path) { return path }
        }
        return nil
    }

    /// The makefiles that install pages, `first` ahead of the others.
    private func makefiles(_ tree: CheckedTree, first: TreePath) throws(Refusal) -> [TreePath] {
        let isMakefile = { (name: String) in name == "Makefile" || name.hasPrefix("Makefile.") || name.hasSuffix(".mk")
        }
        var paths = [first]
        var directories = try tree.view.directories(in: TreePath("lib"))
        for library in ["lib/libc", "lib/libsys", "lib/libthr"] {
            directories += try tree.view.directories(in: TreePath(library))
        }
        directories += try tree.view.directories(in: TreePath("share/man"))
        for directory in directories {
            paths += try tree.view.files(in: directory, where: isMakefile).filter { $0 != first }
        }
        return paths
    }

    /// The names of the pages of sections 2 to 4 that a makefile installs: those of `MAN`, and every second word of
    /// `MLINKS`, which is the link; the first is the page that it leads to.
    private static func pages(_ bytes: [UInt8]) -> Set<String> {
        let lines = LineMap(bytes)
        var names: Set<String> = []
        var isContinued = false
        var areLinks = false
        var count = 0
        for number in 1...lines.starts.count {
            var words = bytes.words(in: lines.range(ofLine: number))
            if !isContinued, let first = words.first {
                areLinks = bytes.holds("MLINKS", from: first.lowerBound)
                count = 0
                // The variable may stick to its first value.
                if let equals = bytes[first].lastIndex(of: 0x3D) { words[0] = equals + 1..<first.upperBound }
            }
            isContinued = words.last.map { bytes.holds("\\", at: $0) } ?? false
            for word in words where word.count > 2 && bytes[word.upperBound - 2] == 0x2E {
                guard isDigit(bytes[word.upperBound - 1]) else { continue }
                count += 1
                guard !areLinks || count.isMultiple(of: 2), (0x32...0x34).contains(bytes[word.upperBound - 1]) else {
                    continue
                }
                names.insert(bytes.text(word.lowerBound..<word.upperBound - 2))
            }
        }
        return names
    }
}
