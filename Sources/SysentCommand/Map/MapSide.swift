import Checks
import Edits
import Findings
import SlotModel
import SourceTree
import SyscallTable
import TableDiff
import TableMap
import TrapModules

/// A tree that is shown, with the slots that modules take in it.
struct MapSide {
    /// The tree, as the user named it.
    let name: String
    /// Its tables.
    let tables: TreeTables
    /// What each module's call claims, by number, in each table of the kernel.
    let claims: [SlotKernel.Table: [Int: TableMap.Claim]]
    /// What is wrong with the modules in this tree.
    let findings: [Finding]

    /// The tree of `options`.
    init(_ options: TreeOptions, _ manifests: [TrapManifest]) throws(Refusal) {
        let tables = try options.tables()
        try tables.refuseSharedErrors()
        let directory = options.sample ? "the sample" : try options.directory()
        try self.init(options.onto.map { "\(directory)@\($0)" } ?? directory, tables, manifests)
    }

    /// The tree that `name` means: a directory, or `REPO@REV`.
    init(_ name: String, _ manifests: [TrapManifest]) throws(Refusal) {
        try self.init(name, TreeSide(name).tables, manifests)
    }

    private init(_ name: String, _ tables: TreeTables, _ manifests: [TrapManifest]) throws(Refusal) {
        self.name = name
        self.tables = tables
        guard !manifests.isEmpty else {
            claims = [:]
            findings = []
            return
        }
        let plan = SlotPlan(manifests, on: try TreeKernel(tables).kernel)
        var claims: [SlotKernel.Table: [Int: TableMap.Claim]] = [:]
        for module in plan.modules {
            for claim in module.claims {
                guard let number = claim.number else { continue }
                claims[claim.call.table, default: [:]][number] = TableMap.Claim(
                    module: module.manifest.module, call: claim.call.name)
            }
        }
        self.claims = claims
        findings = plan.findings
    }

    /// The table as it is shown.
    func map(_ table: TreeTables.Table, own: Set<Int>) -> TableMap {
        TableMap(tables.compared(table), of: name, claims: claims[table.site] ?? [:], own: own)
    }
}

extension [SlotKernel.Table: [Int: TableMap.Claim]] {
    fileprivate subscript(site: TableSite) -> [Int: TableMap.Claim]? {
        if site.directory.string == "sys/kern" { return self[.native] }
        return site.directory.name == "freebsd32" ? self[.freebsd32] : nil
    }
}

/// The tables that are shown, those of two trees in pairs.
struct MapTables {
    let comparisons: [MapComparison]

    /// Chooses tables: those that `names` mean; else the native one, and for `all` that of 32-bit programs.
    ///
    /// - Throws: a `Refusal` for a name that means no table of a tree, or several.
    init(_ sides: [MapSide], only names: [String], all: Bool, upstream: TreeSide?) throws(Refusal) {
        var wanted = names
        if names.isEmpty {
            wanted = ["sys/kern"]
            let haveNarrow = sides.allSatisfy { side in side.tables.tables.contains { $0.site.isNarrow } }
            if all, haveNarrow { wanted.append("freebsd32") }
        }
        var comparisons: [MapComparison] = []
        for name in wanted {
            let chosen = try sides.map { side throws(Refusal) in (side, try Self.choose(name, side)) }
            // Of two trees the newer one is asked what it has of its own.
            let maps = chosen.enumerated().map { index, choice in
                let own = index == chosen.count - 1 ? Self.own(choice.1, of: choice.0, upstream) : []
                return choice.0.map(choice.1, own: own)
            }
            guard maps.count == 2 else {
                comparisons.append(MapComparison(maps[0]))
                continue
            }
            let changes = TableDiff.changes(
                from: chosen[0].0.tables.compared(chosen[0].1), to: chosen[1].0.tables.compared(chosen[1].1))
            comparisons.append(MapComparison(maps[0], maps[1], changes.changes))
        }
        self.comparisons = comparisons
    }

    private static func choose(_ name: String, _ side: MapSide) throws(Refusal) -> TreeTables.Table {
        let found = try side.tables.choose([name])
        guard let first = found.first, found.count == 1 else {
            throw Refusal(
                "ambiguous-table",
                "'\(name)' names several tables of \(side.name), in \(found.map(\.site.master.string).joined(separator: ", "))"
            )
        }
        return first
    }

    /// The numbers of calls that the tree from which this one comes lacks.
    private static func own(_ table: TreeTables.Table, of side: MapSide, _ upstream: TreeSide?) -> Set<Int> {
        guard let upstream else { return [] }
        let older = upstream.tables.tables.first { $0.site.directory == table.site.directory }
        guard let older else { return Set(table.table.calls.map(\.number)) }
        let changes = TableDiff.changes(from: upstream.tables.compared(older), to: side.tables.compared(table)).changes
        return Set(
            changes.flatMap { change -> [Int] in
                switch change.kind {
                case .added, .implemented, .reused, .revived: Array(change.numbers)
                default: []
                }
            })
    }
}

extension TableSite {
    /// Whether the table is that of 32-bit programs on a 64-bit kernel.
    var isNarrow: Bool { directory.name == "freebsd32" }
}
