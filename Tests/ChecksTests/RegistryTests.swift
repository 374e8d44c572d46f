import Findings
import TestSupport
import Testing

@testable import Checks

@Suite("The registry of rules") struct RegistryTests {
    @Test("has each name once, in kebab case, with all four parts of its documentation")
    func names() {
        let all = RuleRegistry.documentation
        #expect(Set(all.map(\.name)).count == all.count)
        for rule in all {
            #expect(
                rule.name.utf8.allSatisfy { $0 == 0x2D || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) })
            for text in [rule.checks, rule.matters, rule.example, rule.exceptions] {
                #expect(text.hasSuffix(".") || text.hasSuffix("'."), "\(rule.name): \(text)")
            }
            #expect(!rule.editions.isEmpty)
        }
    }

    @Test("documents every rule that the sources report")
    func complete() throws {
        let known = Set(RuleRegistry.documentation.map(\.name))
        // Words in kebab case that are no rules: git's commands, and the name of an option's value.
        let others: Set = [
            "cat-file", "diff-index", "merge-file", "fast-import", "first-last", "format-patch", "ls-files",
            "read-tree", "rev-parse",
            "update-index", "syzlang-calls", "merge-base", "merge-driver", "applies-with-offset", "compat-43",
            // Places of a call, and fields of a trailer.
            "audit-event", "audit-record", "kernel-source", "kernel-files", "symbol-map", "audit-class",
            "capability-reason", "kernel-function", "old-declaration",
            "built-in", "syscall-module", "register-array", "unregister-array", "numbers-freebsd32",
            "power-off", "qemu-argument", "qemu-efi-aarch64", "qemu-system-arm", "qemu-system-x86", "sysent-probe",
            "missing-marker", "trap-mismatch",
            // Numbering schemes.
            "xnu-arm64", "xnu-i386", "band-600", "by-name",
        ]
        var missing: Set<String> = []
        for path in PackageFiles.files(below: "Sources", suffix: ".swift")
        // The sample is text of a tree, a page holds markup; a difference's kinds of change, a boot's outcomes, and
        // a decision's ways and figures are no findings.
        where !path.contains("/Sample/") && !path.contains("/Page/") && !path.hasPrefix("Sources/TableDiff/")
            && !path.hasPrefix("Sources/Decisions/")
            && !path.hasPrefix("Sources/ProbeLogic/")
            && (!path.hasPrefix("Sources/BootCheck/") || path.contains("/BootCheck/Plan/"))
        {
            for match in try PackageFiles.text(path).matches(of: /"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)"/) {
                let word = String(match.1)
                if !known.contains(word), !others.contains(word) { missing.insert("\(path): \(word)") }
            }
        }
        #expect(missing.sorted() == [])
    }

    @Test("lists each rule that has a file of its own")
    func files() throws {
        let count = PackageFiles.files(below: "Sources/Checks/Rules", suffix: ".swift").count
        #expect(RuleRegistry.rules.count == count)
    }
}
