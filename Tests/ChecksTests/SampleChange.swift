import Findings
import SourceTree
import SyscallTable
import TestSupport

@testable import Checks

/// The sample tree before and after a change.
struct SampleChange {
    static let master = "sys/kern/syscalls.master"
    static let version = "sys/sys/param.h"
    static let configuration = "sys/compat/freebsd32/syscalls.conf"

    /// The sample, with a header that says which version of the system it is.
    static let base: TableTree = {
        var tree = TableTree(["sys/sys/param.h": "#undef __FreeBSD_version\n#define __FreeBSD_version 1500010\n"])
        for path in PackageFiles.files(below: "Sample", suffix: "") {
            if let text = try? PackageFiles.text(path) { tree[String(path.dropFirst("Sample/".count))] = text }
        }
        return tree
    }()

    /// The names of the rules that look at a change.
    static let rules = Set(RuleRegistry.rules.map(\.name).filter(RuleRegistry.needsBase))

    /// A text of a file that is replaced by another.
    struct Edit: Sendable {
        let path: String
        let old: String
        let new: String
    }

    /// The sample with `edits` and the companions that it makes then.
    static func tree(_ edits: [Edit], regenerated: Bool = true) -> TableTree {
        let tree = edits.reduce(base) { tree, edit in
            tree.with(edit.path, tree[edit.path]?.replacing(edit.old, with: edit.new))
        }
        return regenerated ? CleanTree.regenerated(tree) : tree
    }
}

/// Checks the change from `base` to `tree`.
func check(
    _ tree: TableTree,
    since base: TableTree,
    wanted: Set<String> = SampleChange.rules,
    as generator: Generator? = nil
) throws -> CheckReport {
    let before = try TreeTables.load(base.view, as: generator)
    let checked = CheckedTree(try TreeTables.load(tree.view, as: generator), base: before)
    return CheckRun(wanted: wanted).report(on: checked)
}

extension CheckReport {
    /// The findings that count, as `SEVERITY RULE at FIRST-WORD-OF-THE-LINE`, with ` <- CAUSE` for those that follow from
    /// another. In a master, where nearly all of them are, the first word of the line is the number of the row.
    func rows(in tree: TableTree) -> [String] {
        open.map { result in
            let cause = result.cause.map { " <- \($0.rule)" } ?? ""
            return "\(result.finding.severity.rawValue) \(result.finding.rule) at \(tree.word(at: result))\(cause)"
        }
    }
}

extension TableTree {
    fileprivate func word(at result: CheckResult) -> String {
        guard let path = result.path else { return "nowhere" }
        guard let line = result.finding.location?.line else { return path }
        let lines = (self[path] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        let word = lines[line - 1].split { $0 == "\t" || $0 == " " }.first.map(String.init) ?? ""
        return path == SampleChange.master ? word : "\(path) \(word)"
    }
}
