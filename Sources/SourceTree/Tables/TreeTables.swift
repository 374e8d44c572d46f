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
    /// The tables that cannot be made because a shell would have to compute their configuration. The others can.
    public let blocked: [TableSite]
    /// Everything that is wrong or doubtful, each once. With an error among them no companion can be made, unless it is
    /// about the configuration of a ``blocked`` table.
    public let findings: [Finding]

    /// A table and where its companions belong.
    public struct Table: Sendable {
        /// Where it is made.
        public let site: TableSite
        /// Its calls.
        public let table: SyscallTable
        /// What companions write of them.
        let text: TableText
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
    /// The reason for a generator that the user named.
    package static let askedFor = "it was asked for"

    /// Finds and reads the tables of `view`.
    ///
    /// - Parameters:
    ///   - view: the tree.
    ///   - generator: the generator to work as, whatever the tree carries; by default the tree decides.
    /// - Throws: a `Refusal` when the tree has no table, or a file of it cannot be read.
    public static func load(_ view: any TreeView, as generator: Generator? = nil) throws(Refusal) -> TreeTables {
        let inputs = RecordingView(view)
        let (sites, doubts) = try TableDiscovery(view: inputs).sites()
        guard !sites.isEmpty else {
            throw Refusal(
                "no-tables", at: Location(path: view.label(.root)), "no system-call table was found in this tree")
        }
        let found =
            if let generator {
                GeneratorDiscovery.Result(generator: generator, reason: Self.askedFor, findings: [])
            } else {
                try GeneratorDiscovery(view: inputs).generator(of: sites)
            }
        var loader = TableLoader(view: inputs, generator: found.generator, events: try AuditEvents.read(inputs))
        let (tables, blocked) = try loader.load(sites)
        loader.checkOutputs(tables, inputs: Set(inputs.pathsRead))
        return TreeTables(
            view: view,
            generator: found.generator,
            generatorReason: found.reason,
            tables: tables,
            blocked: blocked,
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

    /// The tables that no error is about: all but those in whose master or configuration one stands. None where an error is
    /// about something that tables share, such as the generator or an output that two of them name.
    public var soundTables: [Table] {
        let errors = findings.filter { $0.severity == .error && $0.rule != ConfigurationSyntax.substitutionRule }
        var places: Set<String> = []
        for error in errors {
            guard let path = error.location?.path, error.rule != "output-collision" else { return [] }
            places.insert(path)
        }
        let parts = { [view] (table: Table) in
            ([table.site.master] + [table.site.configuration].compactMap(\.self)).map(view.label)
        }
        guard places.isSubset(of: tables.flatMap(parts)) else { return [] }
        return tables.filter { places.isDisjoint(with: parts($0)) }
    }

    /// Throws the errors among the findings that keep other tables than the ``blocked`` ones from being made.
    public func refuseSharedErrors() throws(Refusal) {
        let shared = blocked.isEmpty ? findings : findings.filter { $0.rule != ConfigurationSyntax.substitutionRule }
        if shared.hasErrors || tables.isEmpty { try refuseErrors() }
    }
}

/// Reads tables; a master that two tables share is parsed once.
private struct TableLoader {
    let view: any TreeView
    let generator: Generator
    let events: AuditEvents?
    var findings: [Finding] = []
    private var seen: Set<Finding> = []

    init(view: any TreeView, generator: Generator, events: AuditEvents?) {
        self.view = view
        self.generator = generator
        self.events = events
    }

    private mutating func report(_ new: [Finding]) {
        for finding in new where seen.insert(finding).inserted { findings.append(finding) }
    }

    /// The tables of `sites`, and those sites whose configuration a shell would have to compute.
    ///
    /// What is read is read first and in order; parsing and projecting depend on nothing else and are done several at a
    /// time, with findings in the order of the sites.
    mutating func load(_ sites: [TableSite]) throws(Refusal) -> (tables: [TreeTables.Table], blocked: [TableSite]) {
        var texts: [TreePath: [UInt8]] = [:]
        for site in sites where texts[site.master] == nil { texts[site.master] = try view.read(site.master) }
        var inputs: [Input] = []
        var blocked: [TableSite] = []
        for site in sites {
            guard let text = texts[site.master] else { continue }
            if let input = try input(of: site, text) { inputs.append(input) } else { blocked.append(site) }
        }
        var tables: [TreeTables.Table] = []
        for (input, text) in zip(inputs, project(inputs, of: texts)) {
            let table = text.table
            report(events?.findings(of: table.master) ?? [])
            report(table.findings)
            let outputs = outputs(of: input.site, input.configuration, input.syntax)
            tables.append(TreeTables.Table(site: input.site, table: table, text: text, outputs: outputs))
        }
        return (tables, blocked)
    }

    /// What a table is made of beside its master.
    private struct Input: Sendable {
        let site: TableSite
        let configuration: TableConfiguration
        let syntax: ConfigurationSyntax?
    }

    /// The tables that `inputs` make, in their order. A master and its tables are the work of one thread.
    private func project(_ inputs: [Input], of texts: [TreePath: [UInt8]]) -> [TableText] {
        let (generator, view) = (generator, view)
        let masters = Array(Dictionary(grouping: inputs.enumerated(), by: \.element.site.master))
        // To read a master takes about as long as to make one table of it.
        let projected = masters.concurrentMap(heaviestFirst: { (texts[$0]?.count ?? 0) * (1 + $1.count) }) {
            path, inputs in
            let form = generator.particulars.master.form
            let syntax = MasterSyntax.parse(texts[path] ?? [], path: view.label(path), form: form)
            let master = Master(syntax, generator: generator)
            return inputs.map { index, input in
                (index, TableText(SyscallTable(master, configuration: input.configuration, generator: generator)))
            }
        }
        return projected.joined().sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// What the table of `site`, whose master is `text`, is made of; `nil` when a shell would have to compute its
    /// configuration.
    ///
    /// The modular generator knows no shell: there such a line is an error like any other.
    private mutating func input(of site: TableSite, _ text: [UInt8]) throws(Refusal) -> Input? {
        var syntax: ConfigurationSyntax?
        if let path = site.configuration {
            let dialect = generator.particulars.configuration.dialect
            let parsed = ConfigurationSyntax.parse(try view.read(path), path: view.label(path), dialect: dialect)
            guard !parsed.needsShell || generator.edition == .modular else {
                report(parsed.problems)
                return nil
            }
            syntax = parsed
        }
        let configuration = try listCapabilities(TableConfiguration(syntax, generator: generator), site, text, syntax)
        return Input(site: site, configuration: configuration, syntax: syntax)
    }

    /// `configuration` with the calls of capability mode that stand in a file or are named by a pattern.
    private func listCapabilities(
        _ configuration: TableConfiguration,
        _ site: TableSite,
        _ master: [UInt8],
        _ syntax: ConfigurationSyntax?
    ) throws(Refusal) -> TableConfiguration {
        switch configuration.capabilitySource {
        case .none, .list: return configuration
        case .names(let pattern): return configuration.listing(pattern.names(in: master))
        case .file(let name, let isRequired):
            let place = syntax?["capabilities_conf"]?.location
            guard let path = site.directory.resolving(name) else {
                let finding = Finding(.error, "input-outside-tree", at: place, "'\(name)' leaves the tree")
                return configuration.listing([], findings: [finding])
            }
            guard try view.exists(path) else {
                let finding = Finding(.error, "missing-file", at: place, "capabilities_conf: there is no '\(path)'")
                return configuration.listing([], findings: isRequired ? [finding] : [])
            }
            let reader: CapabilitiesSyntax.Reader = generator.edition == .shell ? .shell : .lua
            let list = CapabilitiesSyntax.parse(try view.read(path), path: view.label(path), reader: reader)
            return configuration.listing(list.names, findings: list.problems)
        }
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

    /// No two companions may be one file, and none may be one of `inputs`: a master, a configuration, a Makefile, a file of
    /// the generator, whatever was read to find and make the tables.
    mutating func checkOutputs(_ tables: [TreeTables.Table], inputs: Set<TreePath>) {
        var owners: [TreePath: TableSite] = [:]
        for table in tables {
            let place = table.site.configuration ?? table.site.master
            for output in table.outputs {
                if let other = owners.updateValue(table.site, forKey: output.path) {
                    let message =
                        "\(output.path) is generated twice, from \(other.directory) and \(table.site.directory)"
                    report([Finding(.error, "output-collision", at: Location(path: view.label(place)), message)])
                }
                if inputs.contains(output.path) {
                    let message = "\(output.companion.setting) would overwrite \(output.path), which tables are made of"
                    report([Finding(.error, "output-collision", at: Location(path: view.label(place)), message)])
                }
            }
        }
    }
}
