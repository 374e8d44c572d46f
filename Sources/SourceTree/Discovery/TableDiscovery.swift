import Edits
import Findings
import SyscallSyntax

/// Finds the tables of a tree.
///
/// `Makefile.inc1` lists the directories in `_sysent_dirs`, and a directory's `Makefile` names master and configuration
/// (`SYSENT_FILE`, `SYSENT_CONF` of sys/conf/sysent.mk, or before 13 a rule that runs the generator, of which one
/// directory may have several). Forks move directories, and trees without Makefiles exist, so
/// the neighbours of listed directories are looked at as well, and the whole of `sys` where nothing is listed.
struct TableDiscovery {
    let view: any TreeView

    /// The tables in path order, `sys/kern` first, and what was doubtful on the way.
    func sites() throws(Refusal) -> (sites: [TableSite], findings: [Finding]) {
        var findings: [Finding] = []
        var reasons: [TreePath: [String]] = [:]
        var candidates: Set<TreePath> = []
        let listed = try listedDirectories()
        for (directory, place) in listed {
            guard try view.kind(of: directory) == .directory else {
                let message = "_sysent_dirs names '\(directory)', which is no directory of this tree"
                findings.append(Finding(.warning, "missing-table", at: place, message))
                continue
            }
            reasons[directory, default: []].append("listed in _sysent_dirs, \(place.path):\(place.line ?? 1)")
            candidates.insert(directory)
            for name in try subdirectories(of: directory.parent) { candidates.insert(directory.parent.appending(name)) }
        }
        if candidates.isEmpty { try walk(TreePath("sys"), depth: 4, into: &candidates) }
        var sites: [TableSite] = []
        for directory in candidates.sorted() {
            let why = reasons[directory] ?? []
            let found = try self.sites(in: directory, why)
            sites += found
            if found.isEmpty, !why.isEmpty {
                let message = "'\(directory)' is listed in _sysent_dirs and has neither Makefile nor syscalls.conf"
                findings.append(Finding(.warning, "missing-table", at: Location(path: view.label(directory)), message))
            }
        }
        // The native table first: the others follow from it.
        let native = sites.partition { $0.directory != TreePath("sys/kern") }
        return (
            sites[..<native] + sites[native...].sorted { ($0.directory, $0.master) < ($1.directory, $1.master) },
            findings
        )
    }

    private func listedDirectories() throws(Refusal) -> [(TreePath, Location)] {
        let path = TreePath("Makefile.inc1")
        guard try view.exists(path) else { return [] }
        let makefile = BSDMakefile(try view.read(path))
        guard let value = makefile.variables["_sysent_dirs"] else { return [] }
        let place = Location(path: view.label(path), line: makefile.lines["_sysent_dirs"], column: 1)
        return value.split(separator: " ").compactMap { word in
            makefile.expand(String(word), known: ["SRCTOP": ".", ".CURDIR": "."])
                .flatMap(TreePath.root.resolving).map { ($0, place) }
        }
    }

    private func subdirectories(of directory: TreePath) throws(Refusal) -> [String] {
        try view.list(directory).filter { $0.kind == .directory }.map(\.name)
    }

    private func walk(_ directory: TreePath, depth: Int, into found: inout Set<TreePath>) throws(Refusal) {
        for name in try subdirectories(of: directory) {
            let path = directory.appending(name)
            found.insert(path)
            if depth > 1 { try walk(path, depth: depth - 1, into: &found) }
        }
    }

    /// The tables that `directory` makes.
    private func sites(in directory: TreePath, _ reasons: [String]) throws(Refusal) -> [TableSite] {
        let makefile = directory.appending("Makefile")
        if try view.exists(makefile) {
            let rules = BSDMakefile(try view.read(makefile))
            if let site = try site(in: directory, rules, reasons) { return [site] }
            let sites = try self.sites(in: directory, calls: rules, reasons)
            if !sites.isEmpty { return sites }
        }
        let configuration = directory.appending("syscalls.conf")
        let hasConfiguration = try view.exists(configuration)
        let own = directory.appending("syscalls.master")
        let hasOwn = try view.exists(own)
        guard hasConfiguration || (hasOwn && directory.name == "kern") else { return [] }
        return [
            TableSite(
                directory: directory,
                master: hasOwn ? own : TreePath("sys/kern/syscalls.master"),
                configuration: hasConfiguration ? configuration : nil,
                reasons: reasons + [hasConfiguration ? "has a syscalls.conf" : "is the native table's directory"]
                    + [hasOwn ? "has a syscalls.master" : "has no master of its own, so it uses the native one"]
            )
        ]
    }

    /// The tables of a directory whose `Makefile` runs the generator in rules of its own.
    private func sites(
        in directory: TreePath,
        calls rules: BSDMakefile,
        _ reasons: [String]
    ) throws(Refusal) -> [TableSite] {
        let known = known(in: directory)
        let makefile = view.label(directory.appending("Makefile"))
        var sites: [TableSite] = []
        for call in rules.generatorCalls(known: known) {
            let paths = call.arguments.map(directory.resolving)
            guard paths.count <= 2, let master = paths[0], try view.exists(master) else { continue }
            var configuration: TreePath?
            if paths.count == 2 {
                guard let path = paths[1] else { continue }
                if try view.exists(path) { configuration = path }
            }
            let site = TableSite(
                directory: directory,
                master: master,
                configuration: configuration,
                reasons: reasons + ["\(makefile):\(call.line) runs the generator"]
            )
            if !sites.contains(where: { $0.master == site.master && $0.configuration == site.configuration }) {
                sites.append(site)
            }
        }
        return sites
    }

    /// The table of a directory whose `Makefile` includes sysent.mk.
    private func site(
        in directory: TreePath,
        _ rules: BSDMakefile,
        _ reasons: [String]
    ) throws(Refusal) -> TableSite? {
        let known = known(in: directory)
        let includesRules = rules.includes.contains { include in
            (rules.expand(include, known: known) ?? include).hasSuffix("conf/sysent.mk")
        }
        guard includesRules else { return nil }
        let makefile = view.label(directory.appending("Makefile"))
        func path(_ variable: String, default name: String) throws(Refusal) -> TreePath {
            let value = rules.variables[variable] ?? name
            if let path = rules.expand(value, known: known).flatMap(directory.resolving) { return path }
            let place = Location(path: makefile, line: rules.lines[variable], column: 1)
            throw Refusal(
                "unresolved-path", at: place, "\(variable)=\(value) names no file of this tree that can be told")
        }
        let master = try path("SYSENT_FILE", default: "syscalls.master")
        let configuration = try path("SYSENT_CONF", default: "syscalls.conf")
        let hasConfiguration = try view.exists(configuration)
        var why = reasons + ["\(makefile) includes sysent.mk"]
        if let line = rules.lines["SYSENT_FILE"] { why.append("SYSENT_FILE is set, \(makefile):\(line)") }
        if let line = rules.lines["SYSENT_CONF"] { why.append("SYSENT_CONF is set, \(makefile):\(line)") }
        return TableSite(
            directory: directory,
            master: master,
            configuration: hasConfiguration ? configuration : nil,
            reasons: why
        )
    }

    /// The variables that make(1) and bsd.sysdir.mk set.
    private func known(in directory: TreePath) -> [String: String] {
        let system = systemDirectory(above: directory)
        let up = directory.components.dropFirst(system.components.count).map { _ in ".." }.joined(separator: "/")
        return [
            ".CURDIR": ".", "SYSDIR": up.isEmpty ? "." : up,
            "SRCTOP": directory.components.map { _ in ".." }.joined(separator: "/"),
        ]
    }

    /// `SYSDIR` as bsd.sysdir.mk finds it: the nearest `sys` above.
    private func systemDirectory(above directory: TreePath) -> TreePath {
        var path = directory
        while path != .root, path.name != "sys" { path = path.parent }
        return path == .root ? TreePath("sys") : path
    }
}
