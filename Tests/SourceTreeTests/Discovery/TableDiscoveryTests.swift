import Edits
import Findings
import TestSupport
import Testing

@testable import SourceTree

@Suite("The tables of a tree")
struct TableDiscoveryTests {
    /// The sites as `DIRECTORY: MASTER, CONFIGURATION`.
    private func sites(_ tree: TableTree) throws -> [String] {
        try TableDiscovery(view: tree.view).sites().sites.map {
            "\($0.directory): \($0.master), \($0.configuration?.string ?? "none")"
        }
    }

    private func findings(_ tree: TableTree) throws -> [String] {
        try TableDiscovery(view: tree.view).sites().findings.lines
    }

    private let both = [
        "sys/kern: sys/kern/syscalls.master, sys/kern/syscalls.conf",
        "sys/compat/narrow: sys/kern/syscalls.master, sys/compat/narrow/syscalls.conf",
    ]

    @Test("are those of the listed directories, the native one first")
    func listed() throws {
        #expect(try sites(.complete) == both)
        #expect(try findings(.complete) == [])
    }

    @Test("say how they were found")
    func reasons() throws {
        let sites = try TableDiscovery(view: TableTree.complete.view).sites().sites
        #expect(
            sites.map(\.reasons) == [
                ["listed in _sysent_dirs, Makefile.inc1:1", "sys/kern/Makefile includes sysent.mk"],
                [
                    "listed in _sysent_dirs, Makefile.inc1:1", "sys/compat/narrow/Makefile includes sysent.mk",
                    "SYSENT_FILE is set, sys/compat/narrow/Makefile:1",
                ],
            ]
        )
    }

    @Test("are found below sys where nothing is listed")
    func unlisted() throws {
        #expect(try sites(TableTree.complete.with("Makefile.inc1", nil)) == both)
        #expect(try sites(TableTree.complete.with("Makefile.inc1", "SRCTOP=.\n")) == both)
    }

    @Test("are found without a single Makefile")
    func withoutMakefiles() throws {
        let tree = TableTree.complete.with("Makefile.inc1", nil).with("sys/kern/Makefile", nil)
            .with("sys/compat/narrow/Makefile", nil)
        #expect(try sites(tree) == both)
    }

    @Test("may have no configuration in sys/kern")
    func withoutConfiguration() throws {
        let tree = TableTree(["sys/kern/syscalls.master": TableTree.master])
        #expect(try sites(tree) == ["sys/kern: sys/kern/syscalls.master, none"])
    }

    @Test("may have a master of their own")
    func ownMaster() throws {
        let tree = TableTree([
            "sys/kern/syscalls.master": "", "sys/amd64/linux/syscalls.master": "", "sys/amd64/linux/syscalls.conf": "",
        ])
        #expect(
            try sites(tree) == [
                "sys/kern: sys/kern/syscalls.master, none",
                "sys/amd64/linux: sys/amd64/linux/syscalls.master, sys/amd64/linux/syscalls.conf",
            ]
        )
    }

    @Test("are found in directories that a fork has moved")
    func moved() throws {
        let list = "_sysent_dirs=\tsys/kern \\\n\tsys/arch/amd64/linux\t# moved\n"
        let tree = TableTree.complete.with("Makefile.inc1", list)
            .with("sys/arch/amd64/linux/Makefile", ".include \"${SYSDIR}/conf/sysent.mk\"\n")
            .with("sys/arch/amd64/linux/syscalls.master", "").with("sys/arch/amd64/linux/syscalls.conf", "")
        #expect(
            try sites(tree) == [
                both[0],
                "sys/arch/amd64/linux: sys/arch/amd64/linux/syscalls.master, sys/arch/amd64/linux/syscalls.conf",
            ]
        )
    }

    @Test("are found beside a listed directory, though nobody listed them")
    func neighbours() throws {
        let tree = TableTree.complete.with("sys/compat/narrow32/syscalls.conf", "")
        #expect(
            try sites(tree) == both + [
                "sys/compat/narrow32: sys/kern/syscalls.master, sys/compat/narrow32/syscalls.conf"
            ]
        )
    }

    @Test("may have files of other names")
    func otherNames() throws {
        let tree = TableTree.complete.with(
            "sys/compat/narrow/Makefile",
            "SYSENT_CONF=narrow.conf\nSYSENT_FILE?=own.master\n.include \"${SYSDIR}/conf/sysent.mk\"\n"
        ).with("sys/compat/narrow/narrow.conf", "")
        #expect(try sites(tree)[1] == "sys/compat/narrow: sys/compat/narrow/own.master, sys/compat/narrow/narrow.conf")
    }

    @Test(
        "whose Makefile names a file that cannot be told are refused rather than guessed",
        arguments: ["${ELSEWHERE}/syscalls.master", "/usr/src/syscalls.master", "../../../../syscalls.master"]
    )
    func unresolved(path: String) throws {
        let tree = TableTree.complete.with(
            "sys/compat/narrow/Makefile",
            "# rules\nSYSENT_FILE=\(path)\n.include \"../../conf/sysent.mk\"\n"
        )
        let refusal = #expect(throws: Refusal.self) { try sites(tree) }
        let expected =
            "sys/compat/narrow/Makefile:2:1: error: SYSENT_FILE=\(path) names no file of this tree that can be told"
        #expect(refusal?.findings.lines == [expected + " [unresolved-path]"])
    }

    @Test("are not what a Makefile with other rules makes")
    func otherRules() throws {
        let tree = TableTree.complete.with("sys/compat/other/Makefile", ".include \"../../conf/kmod.mk\"\n")
        #expect(try sites(tree) == both)
    }

    @Test("that are listed and not there are told of")
    func missing() throws {
        let tree = TableTree.complete.with("Makefile.inc1", "# list\n_sysent_dirs=sys/kern sys/gone\n")
        let expected = "Makefile.inc1:2:1: warning: _sysent_dirs names 'sys/gone', which is no directory of this tree"
        #expect(try findings(tree) == [expected + " [missing-table]"])
    }

    @Test("that are listed and have nothing to make a table of are told of")
    func empty() throws {
        let tree = TableTree.complete.with("Makefile.inc1", "_sysent_dirs=sys/kern sys/bare\n").with("sys/bare/a.c", "")
        let expected =
            "sys/bare: warning: 'sys/bare' is listed in _sysent_dirs and has neither Makefile nor syscalls.conf"
        #expect(try findings(tree) == [expected + " [missing-table]"])
    }

    @Test("never lie outside the tree")
    func outside() throws {
        let tree = TableTree.complete.with("Makefile.inc1", "_sysent_dirs=sys/kern ../other /etc ${UNKNOWN}/a\n")
        #expect(try sites(tree) == [both[0]])
    }

    @Test(
        "are called by the end of their directory",
        arguments: [
            ("sys/amd64/linux", true), ("linux", true), ("amd64/linux", true), ("linux/", true), ("amd64", false),
            ("inux", false), ("", false), ("arm64/linux", false), ("a/sys/amd64/linux", false),
        ]
    )
    func called(name: String, expected: Bool) {
        let site = TableSite(
            directory: TreePath("sys/amd64/linux"), master: TreePath("m"), configuration: nil, reasons: [])
        #expect(site.isCalled(name) == expected)
    }
}
