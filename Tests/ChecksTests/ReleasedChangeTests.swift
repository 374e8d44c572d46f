import Findings
import SourceTree
import TestSupport
import Testing

@testable import Checks

/// What released trees did to the promise; each of these was looked at in the masters.
@Suite(
    "Changes between released trees", .enabled(if: SharedTrees.arePresent, Comment(rawValue: SharedTrees.absence)))
struct ReleasedChangeTests {
    static let changes: [(base: String, tree: String, found: [String])] = [
        // A structure that the 32-bit table took for the native one.
        ("freebsd-12.1", "freebsd-13.2", ["warning signature-changed ntp_adjtime"]),
        (
            "freebsd-13.2", "freebsd-14",
            [
                // The 32-bit table is made of the native master now, which knows neither of the two.
                "warning call-removed kldsym", "warning signature-changed getpagesize",
                // A private call of the older tree.
                "error call-removed zswap_interface",
                // Structures that were renamed.
                "warning signature-changed kevent", "warning signature-changed sigaltstack",
                "warning signature-changed sigreturn", "warning signature-changed sigtimedwait",
                "warning signature-changed sigwaitinfo", "warning signature-changed wait6",
            ]
        ),
        (
            "freebsd-14", "freebsd-main",
            [
                "error signature-changed rpctls_syscall", "warning call-removed gssd_syscall",
                "warning call-removed linux_fstat", "warning call-removed sbrk", "warning call-removed sstk",
                "warning signature-changed sigtimedwait", "warning signature-changed sigwaitinfo",
                "warning signature-changed wait6",
            ]
        ),
    ]

    /// The trees have no companions.
    private static let rules = SampleChange.rules.subtracting(["companion-left-out"])

    private static let tables = Dictionary(
        uniqueKeysWithValues: SharedTrees.names.compactMap { name in
            (try? TreeTables.load(DiskView(root: SharedTrees.path(of: name)))).map { (name, $0) }
        })

    @Test("are those that the masters tell", arguments: changes)
    func found(base: String, tree: String, expected: [String]) throws {
        let before = try #require(Self.tables[base])
        let now = try #require(Self.tables[tree])
        let report = CheckRun(wanted: Self.rules).report(on: CheckedTree(now, base: before))
        let found = report.open.filter { $0.finding.severity != .note }.map { result in
            "\(result.finding.severity.rawValue) \(result.finding.rule) \(Self.call(result.finding))"
        }
        #expect(found.sorted() == expected.sorted())
    }

    @Test("of a tree to itself are none", arguments: SharedTrees.names)
    func same(name: String) throws {
        let tables = try #require(Self.tables[name])
        let report = CheckRun(wanted: Self.rules).report(on: CheckedTree(tables, base: tables))
        #expect(report.results.map(\.finding.line) == [])
    }

    /// The call that a message is about: its first word, or that behind `number N is`.
    private static func call(_ finding: Finding) -> String {
        var words = finding.message.split { " ,:".contains($0) }
        if words.first == "in" { words.removeFirst(2) }
        return words.first == "number" ? String(words[3].prefix { $0 != "'" }) : String(words[0])
    }
}
