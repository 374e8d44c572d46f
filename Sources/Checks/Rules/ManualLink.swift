import Edits
import Findings
import SourceTree

/// The makefile of the system calls' manual and the pages beside it agree.
struct ManualLink: Rule {
    let documentation = RuleDocumentation(
        "manual-link",
        .warning,
        checks: """
            Every page that MAN of the system calls' makefile names (lib/libsys/Makefile.sys, \
            lib/libc/sys/Makefile.inc up to 14) lies beside it, every page beside it is named by a makefile there, and \
            every link in MLINKS leads to a page that is installed.
            """,
        matters: """
            A page that is not named is not installed; one that is named and not there, and a link that leads nowhere, \
            stop 'make installworld', long after the change.
            """,
        example: """
            'MLINKS+=lamp.2 flamp.2' where MAN has no lamp.2 any more. Link to the page that describes flamp now.
            """,
        exceptions: "Pages that are made while the tree is built."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let list = try ManualList.ofCalls(in: tree) else { return [] }
        let directory = list.path.parent
        var pages = Set(list.pages.map(\.file))
        for path in try tree.view.files(in: directory, where: ManualList.isMakefile) where path != list.path {
            pages.formUnion(ManualList(try tree.view.read(path), path: path).pages.map(\.file))
        }
        let files = try tree.view.files(in: directory, where: ManualList.isPage)
        let place = { (line: Int, column: Int) in tree.location(list.path, line: line, column: column) }
        // One page that is missing is one fault, however many links it has.
        var dangling: [String: [ManualList.Link]] = [:]
        for link in list.links where !pages.contains(link.page) { dangling[link.page, default: []].append(link) }
        var findings = dangling.sorted { $0.key < $1.key }.compactMap { page, links in
            links.first.map { link in
                finding(
                    at: place(link.line, link.column),
                    "\(link.name) is a link to \(page), which no makefile here installs",
                    notes: links.dropFirst().map { Note("\($0.name) is one as well", at: place($0.line, $0.column)) },
                    about: Self.call(page))
            }
        }
        if let page = list.unpaired {
            findings.append(
                finding(at: place(page.line, page.column), "MLINKS has no name for the link to \(page.file)"))
        }
        // A tree that is there in part has the makefile and none of the pages.
        guard !files.isEmpty else { return findings }
        let present = Set(files.map(\.name))
        findings += list.pages.filter { !present.contains($0.file) }.map { page in
            finding(
                at: place(page.line, page.column), "\(page.file) is not in \(directory)", about: Self.call(page.file))
        }
        findings += files.filter { !pages.contains($0.name) }.map { path in
            finding(
                at: tree.location(path, line: 1), "no makefile in \(directory) installs this page",
                notes: [Note("pages are listed here", at: tree.location(list.path))], about: Self.call(path.name))
        }
        return findings
    }

    /// The call that a page is named after.
    private static func call(_ file: String) -> String { String(file.dropLast(2)) }
}
