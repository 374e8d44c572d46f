import TestSupport
import Testing

/// The invariants of ARCHITECTURE.md that hold of the sources themselves.
@Suite("Invariants of the sources")
struct InvariantTests {
    private static let core = ["Edits", "Findings", "SyscallSyntax", "SyscallTable", "Companions", "SlotModel"]
    /// The modules that may touch the world (invariant 2).
    private static let worldly = ["GitStore", "SourceTree", "PatchSeries", "BootCheck", "SysentCommand", "sysent"]

    /// The modules and what each uses, in the order of `Package.swift`.
    private func modules() throws -> [(name: String, uses: [String])] {
        let text = try PackageFiles.text("Package.swift")
        return text.matches(of: /module\(\s*"(\w+)"(?:,\s*uses:\s*\[([^\]]*)\])?/).map { match in
            (String(match.1), (match.2 ?? "").matches(of: /"(\w+)"|(\w+)/).map { String($0.1 ?? $0.2 ?? "") })
        }
    }

    private func code(of module: String) throws -> [(file: String, line: Int, text: Substring)] {
        try PackageFiles.files(below: "Sources/" + module, suffix: ".swift").flatMap { file in
            let lines = try PackageFiles.text(file).split(separator: "\n", omittingEmptySubsequences: false)
            return lines.enumerated().map { (file, $0 + 1, $1) }
        }
    }

    private func imports(of module: String) throws -> Set<String> {
        Set(
            try code(of: module).compactMap {
                try? /^(?:@\w+ )*import (\w+)/.firstMatch(in: $0.text).map { String($0.1) }
            })
    }

    @Test("The modules are those of Sources")
    func complete() throws {
        let names = try modules().map(\.name) + ["sysent"]
        #expect(names.sorted() == PackageFiles.names(in: "Sources"))
    }

    @Test("A module uses only modules that stand above it")
    func order() throws {
        var above: Set<String> = ["argumentParser", "system", "yams"]
        for (name, uses) in try modules() {
            #expect(Set(uses).subtracting(above) == [], "\(name) uses what stands below it")
            above.insert(name)
        }
    }

    @Test("A module imports what it says it uses, and nothing else")
    func imports() throws {
        let libraries: Set = [
            "ArgumentParser", "Darwin", "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Musl",
            "Synchronization",
            "SystemPackage", "Yams",
        ]
        for (name, uses) in try modules() {
            let unsaid = try imports(of: name).subtracting(libraries).subtracting(uses)
            #expect(unsaid.sorted() == [], "\(name)")
        }
    }

    @Test("Core modules import neither Foundation nor a system library", arguments: core)
    func pure(module: String) throws {
        let modules = try modules().map(\.name)
        #expect(try imports(of: module).subtracting(modules) == [])
    }

    @Test("Only the modules that may touch the world import a system library")
    func worldly() throws {
        for (name, uses) in try modules() where !Self.worldly.contains(name) {
            #expect(!uses.contains("system"), "\(name)")
            let system: Set = ["Foundation", "Glibc", "Musl", "SystemPackage"]
            #expect(try imports(of: name).intersection(system) == [], "\(name)")
        }
    }

    @Test("No module but the command prints")
    func prints() throws {
        for (name, _) in try modules() where name != "SysentCommand" {
            let prints = try code(of: name).filter {
                (try? /(^|[^\w."])(print|debugPrint|dump)\(/.firstMatch(in: $0.text)) != nil
            }
            #expect(prints.map { "\($0.file):\($0.line): \($0.text)" } == [])
        }
    }

    @Test("Core modules ask neither for the time, nor for the environment, nor for the locale", arguments: core)
    func closed(module: String) throws {
        let words =
            /\b(getenv|ProcessInfo|Date|Locale|ContinuousClock|SystemRandomNumberGenerator|gethostname|random)\b\s*[.(]/
        let found = try code(of: module).filter { (try? words.firstMatch(in: $0.text)) != nil }
        #expect(found.map { "\($0.file):\($0.line): \($0.text)" } == [])
    }
}
