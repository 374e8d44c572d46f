import Edits
import Findings
import TestSupport
import TrapModules

/// Manifests for tests.
enum Manifests {
    /// The one that is an example.
    static let example = "Examples/mach/mach_traps.yml"
    /// One that uses everything there is.
    static let complete = "Tests/TrapModulesTests/Corpus/complete.yml"

    static func read(_ path: String) throws -> TrapManifest {
        try TrapManifest.read(PackageFiles.read(path), path: path)
    }

    /// What is wrong with `text`, as lines.
    static func problems(_ text: String) -> [String] {
        do throws(Refusal) {
            _ = try TrapManifest.read(Array(text.utf8), path: "m.yml")
            return []
        } catch {
            return error.findings.lines
        }
    }

    /// A manifest of one trap, which has `lines` besides its name.
    static func trap(_ lines: String..., head: String = "") -> String {
        "module: m\n\(head)traps:\n  - name: t\n" + lines.map { "    \($0)\n" }.joined()
    }
}
