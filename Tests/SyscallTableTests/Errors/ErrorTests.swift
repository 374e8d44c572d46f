import TestSupport
import Testing

@Suite("Mistakes in a table")
struct ErrorTests {
    @Test("are found where they are announced, and nowhere else", arguments: ErrorCase.all + ErrorCase.older)
    func announced(example: ErrorCase) throws {
        var missing = try example.expectations()
        var unexpected: [String] = []
        for finding in try example.findings() {
            if let index = missing.firstIndex(where: { $0.announces(finding) }) {
                missing.remove(at: index)
            } else {
                unexpected.append(finding.line)
            }
        }
        #expect(missing.map { "missing: \($0.line)" } + unexpected.map { "unexpected: \($0)" } == [])
    }

    @Test("have a file for each rule, named after it", arguments: RuleNames.tables.sorted())
    func named(rule: String) throws {
        let rules = try ErrorCase(rule).expectations().map(\.rule)
        #expect(rules.contains(rule))
    }

    @Test("are of rules that are listed")
    func listed() throws {
        let rules = try Set((ErrorCase.all + ErrorCase.older).flatMap { try $0.expectations().map(\.rule) })
        #expect(rules.subtracting(RuleNames.tables).subtracting(RuleNames.olderEditions) == [])
        #expect(RuleNames.olderEditions.subtracting(rules) == [])
    }

    /// A text of small letters and hyphens in these modules is the name of a rule.
    @Test("are of all the rules that the sources name")
    func complete() throws {
        var named: Set<String> = []
        for module in ["SyscallSyntax", "SyscallTable"] {
            for file in PackageFiles.files(below: "Sources/\(module)", suffix: ".swift") {
                for literal in try PackageFiles.text(file).matches(of: /"([a-z0-9]+(?:-[a-z0-9]+)+)"/) {
                    named.insert(String(literal.1))
                }
            }
        }
        let listed = RuleNames.tables.union(RuleNames.olderEditions).union(RuleNames.generators).union(
            RuleNames.capabilities)
        #expect(named.subtracting(listed).sorted() == [], "in the sources and not in the list")
        #expect(listed.subtracting(named).sorted() == [], "in the list and not in the sources")
    }
}
