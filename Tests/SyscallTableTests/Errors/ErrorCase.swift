import Findings
import SyscallSyntax
import SyscallTable
import TestSupport
import Testing

/// A master (and a configuration) with mistakes, each announced at the end of its line:
///
///     2	AUE_NULL	STD { ### number-gap: number 2 leaves a gap: 1 missing
///
/// Everything from ` ### ` on is taken off before the file is read, so an announcement may stand on any line and alters
/// nothing. Ahead of the rule may stand `warning` and a column; several announcements may follow one another. Bytes
/// that an editor would not keep are written `<0D>`; `<EOF>` ends the file at once, without a line feed.
struct ErrorCase: CustomTestStringConvertible {
    let name: String
    let directory: String
    let generator: Generator

    /// The mistakes in tables of the modular edition.
    static let all = cases(in: "Corpus", of: .modular)

    /// The mistakes that only the older editions know, or know otherwise.
    static let older =
        cases(in: "Editions/shell", of: .shell) + cases(in: "Editions/shell-early", of: .earlyShell)
        + cases(in: "Editions/lua13", of: .lua13) + cases(in: "Editions/lua14", of: .lua14)

    private static func cases(in directory: String, of generator: Generator) -> [ErrorCase] {
        let directory = "Tests/SyscallTableTests/Errors/" + directory
        return PackageFiles.names(in: directory).filter { $0.hasSuffix(".master") }
            .map { ErrorCase(String($0.dropLast(".master".count)), in: directory, of: generator) }
    }

    init(
        _ name: String, in directory: String = "Tests/SyscallTableTests/Errors/Corpus",
        of generator: Generator = .modular
    ) {
        self.name = name
        self.directory = directory
        self.generator = generator
    }

    var testDescription: String { "\(directory.split(separator: "/").last ?? "")/\(name)" }

    /// What is announced in the files of the case.
    func expectations() throws -> [Expectation] {
        try master().expectations + (configuration()?.expectations ?? [])
    }

    /// What is found in the files of the case.
    func findings() throws -> [Finding] {
        let source = try self.master()
        let form = generator.particulars.master.form
        let master = Master(.parse(source.bytes, path: source.name, form: form), generator: generator)
        let dialect = generator.particulars.configuration.dialect
        let configuration = try self.configuration().map {
            ConfigurationSyntax.parse($0.bytes, path: $0.name, dialect: dialect)
        }
        let settings = TableConfiguration(configuration, generator: generator)
        return SyscallTable(master, configuration: settings, generator: generator).findings
    }

    private func master() throws -> AnnotatedFile {
        try file(name + ".master")
    }

    private func configuration() throws -> AnnotatedFile? {
        let file = name + ".conf"
        return PackageFiles.names(in: directory).contains(file) ? try self.file(file) : nil
    }

    private func file(_ name: String) throws -> AnnotatedFile {
        try AnnotatedFile(name: name, PackageFiles.read(directory + "/" + name))
    }
}

/// A finding that must come.
struct Expectation: Hashable {
    /// The finding as a line, without its column unless the column is announced.
    let line: String
    let rule: String
    let hasColumn: Bool

    /// Whether this announces `finding`.
    func announces(_ finding: Finding) -> Bool {
        guard !hasColumn, let location = finding.location else { return finding.line == line }
        let place = Location(path: location.path, line: location.line)
        return Finding(finding.severity, finding.rule, at: place, finding.message).line == line
    }
}

extension Generator {
    /// A generator that reads masters as makesyscalls.sh did up to FreeBSD 11.
    static let earlyShell: Generator = {
        var generator = Generator.shell
        generator.particulars.master.form = .continued(joinsPrototypes: false)
        generator.particulars.master.ranges = false
        return generator
    }()
}
