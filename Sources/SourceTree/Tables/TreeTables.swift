import Companions
import Edits
import Findings
import SyscallSyntax
import SyscallTable

/// All tables of a tree, read and projected.
public struct TreeTables: Sendable {
    /// The tree.
    public let view: any TreeView
    /// The generator whose data were used.
    public let generator: Generator
    /// Why this generator.
    public let generatorReason: String
    /// The tables, `sys/kern` first, the others in path order.
    public let tables: [Table]
    /// Everything that is wrong or doubtful, each once. With an error among them no companion can be made.
    public let findings: [Finding]

    /// A table and where its companions belong.
    public struct Table: Sendable {
        /// Where it is made.
        public let site: TableSite
        /// Its calls.
        public let table: SyscallTable
        /// The companions that the configuration wants, in generation order.
        public let outputs: [Output]
    }

    /// A companion and its path.
    public struct Output: Sendable, Hashable {
        /// What it is.
        public let companion: Companion
        /// Where it belongs.
        public let path: TreePath
    }
}

extension TreeTables {
    /// Finds and reads the tables of `view`.
    ///
    /// - Throws: a `Refusal` when the tree has no table, or a file of it cannot be read.
    public static func load(_ view: any TreeView) throws(Refusal) -> TreeTables {
        let found = try GeneratorDiscovery(view: view).generator()
        let (sites, doubts) = try TableDiscovery(view: view).sites()
        guard !sites.isEmpty else {
            throw Refusal(
                "no-tables", at: Location(path: view.label(.root)), "no system-call table was found in this tree")
        }
        var loader = TableLoader(view: view, generator: found.generator, events: try AuditEvents.read(view))
        var tables: [Table] = []
        for site in sites { tables.append(try loader.load(site)) }
        loader.checkOutputs(tables)
        return TreeTables(
            view: view,
            generator: found.generator,
            generatorReason: found.reason,
            tables: tables,
            findings: found.findings + doubts + loader.findings
        )
    }

    /// The tables that `name` may mean.
    public func tables(called name: String) -> [Table] {
        tables.filter { $0.site.isCalled(name) }
    }

    /// Throws the errors among the findings, if there are any.
    public func refuseErrors() throws(Refusal) {
        if findings.hasErrors { throw Refusal(findings) }
    }
}

/// Reads tables; a master that two tables share is parsed once.
private struct TableLoader {
    let view: any TreeView
    let generator: Generator
    let events: AuditEvents?
    var findings: [Finding] = []
    private var seen: Set<Finding> = []
    private var masters: [TreePath: Master] = [:]

    init(view: any TreeView, generator: Generator, events: AuditEvents?) {
        self.view = view
        self.generator = generator
        self.events = events
    }

    private mutating func report(_ new: [Finding]) {
        for finding in new where seen.insert(finding).inserted { findings.append(finding) }
    }

    mutating func load(_ site: TableSite) throws(Refusal) -> TreeTables.Table {
        let master = try self.master(site.master)
        var syntax: ConfigurationSyntax?
        if let path = site.configuration { syntax = .parse(try view.read(path), path: view.label(path)) }
        let configuration = TableConfiguration(syntax, generator: generator)
        let table = SyscallTable(master, configuration: configuration, generator: generator)
        report(table.findings)
        return TreeTables.Table(site: site, table: table, outputs: outputs(of: site, configuration, syntax))
    }

    private mutating func master(_ path: TreePath) throws(Refusal) -> Master {
        if let master = masters[path] { return master }
        let master = Master(.parse(try view.read(path), path: view.label(path)), generator: generator)
        report(events?.findings(of: master) ?? [])
        masters[path] = master
        return master
    }

    private mutating func outputs(
        of site: TableSite,
        _ configuration: TableConfiguration,
        _ syntax: ConfigurationSyntax?
    ) -> [TreeTables.Output] {
        Companion.allCases.compactMap { companion in
            let name = configuration[companion.setting]
            // "/dev/null" says that the companion is not wanted.
            if name == "/dev/null" { return nil }
            if !name.isEmpty, !name.hasSuffix("/"), let path = site.directory.resolving(name), path != .root {
                return TreeTables.Output(companion: companion, path: path)
            }
            let place = syntax?[companion.setting]?.location ?? Location(path: view.label(site.directory))
            let message =
                name.isEmpty || name.hasSuffix("/")
                ? "\(companion.setting) names no file" : "\(companion.setting)=\(name) leaves the tree"
            report([Finding(.error, "output-outside-tree", at: place, message)])
            return nil
        }
    }

    /// No two companions may be one file, and none may be a file that tables are made of.
    mutating func checkOutputs(_ tables: [TreeTables.Table]) {
        var owners: [TreePath: TableSite] = [:]
        let inputs = Set(tables.flatMap { [$0.site.master] + ($0.site.configuration.map { [$0] } ?? []) })
        for table in tables {
            let place = table.site.configuration ?? table.site.master
            for output in table.outputs {
                if let other = owners.updateValue(table.site, forKey: output.path) {
                    let message =
                        "\(output.path) is generated twice, from \(other.directory) and \(table.site.directory)"
                    report([Finding(.error, "output-collision", at: Location(path: view.label(place)), message)])
                }
                if inputs.contains(output.path) {
                    let message = "\(companionSetting(output)) would overwrite \(output.path), which tables are made of"
                    report([Finding(.error, "output-collision", at: Location(path: view.label(place)), message)])
                }
            }
        }
    }

    private func companionSetting(_ output: TreeTables.Output) -> String { output.companion.setting }
}
