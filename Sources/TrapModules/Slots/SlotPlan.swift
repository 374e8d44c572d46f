import Findings
import SlotModel

/// Which numbers the calls of some modules get on a kernel that loads them one after the other.
public struct SlotPlan: Sendable {
    /// The modules in load order.
    public let modules: [Module]
    /// What each table has and needs; only tables that a module registers in.
    public let demands: [Demand]
    /// What is wrong.
    public let findings: [Finding]

    /// What becomes of a module.
    public struct Module: Sendable {
        /// Its manifest.
        public let manifest: TrapManifest
        /// What kldload(2) says; `nil` for success.
        public let error: KernelError?
        /// What each call meets, the native table's and the 32-bit one's. Calls behind the one that made the load fail are
        /// not among them.
        public let claims: [ModuleLoader.Claim]

        /// The number of `trap` in `table`.
        public func number(of trap: Trap, in table: SlotKernel.Table) -> Int? {
            claims.first { $0.call.name == trap.name && $0.call.table == table }?.number
        }
    }

    /// Slots that are wanted of a table.
    public struct Demand: Sendable, Hashable {
        /// The table.
        public let table: SlotKernel.Table
        /// How many calls want one.
        public let wanted: Int
        /// How many are free before anything is loaded.
        public let free: Int

        /// How many are missing.
        public var shortfall: Int { max(0, wanted - free) }
    }

    /// How many slots are missing in the table that lacks most.
    public var shortfall: Int { demands.map(\.shortfall).max() ?? 0 }

    /// Loads the modules of `manifests` in order on `kernel`, on which nothing else has claimed a slot.
    public init(_ manifests: [TrapManifest], on kernel: SlotKernel) {
        var loader = ModuleLoader(kernel)
        var modules: [Module] = []
        var findings: [Finding] = []
        let files = manifests.map { ModuleFile($0, hasNarrowTable: kernel.tables[.freebsd32] != nil) }
        for (manifest, file) in zip(manifests, files) {
            do throws(ModuleLoader.Obstacle) {
                let (error, claims) =
                    switch try loader.load(file) {
                    case .loaded(let claims): (KernelError?.none, claims)
                    case .failed(let error, let claims): (error, claims)
                    }
                modules.append(Module(manifest: manifest, error: error, claims: claims))
                if error == .EEXIST { findings.append(Self.loadedTwice(manifest, modules)) }
            } catch {
                findings.append(Self.failure(of: manifest, error))
                break
            }
        }
        self.modules = modules
        demands = SlotKernel.Table.allCases.compactMap { table in
            let wanted = files.reduce(0) { sum, file in sum + file.calls.filter { $0.table == table }.count }
            guard wanted > 0, let rows = kernel.tables[table] else { return nil }
            // Row 0 is never handed out.
            return Demand(table: table, wanted: wanted, free: rows.freeSlots.filter { $0 > 0 }.count)
        }
        self.findings = findings + Self.shortages(demands, modules)
    }

    private static func loadedTwice(_ manifest: TrapManifest, _ modules: [Module]) -> Finding {
        Finding(
            .error, "module-loaded-twice", at: Location(path: manifest.path),
            "a module called '\(manifest.module)' is loaded already: kldload(2) says EEXIST")
    }

    private static func failure(of manifest: TrapManifest, _ obstacle: ModuleLoader.Obstacle) -> Finding {
        let message =
            switch obstacle {
            case .failure(.undefined(let message)): "the kernel would go astray: \(message)"
            case .failure(.panic(let message)): "the kernel would panic: \(message)"
            case .failure(.error(let error)): "the kernel says \(error.name)"
            case .notLoaded, .locked: "\(obstacle)"
            }
        return Finding(.error, "table-past-end", at: Location(path: manifest.path), message)
    }

    /// One finding for each table, at the first call that gets no slot.
    private static func shortages(_ demands: [Demand], _ modules: [Module]) -> [Finding] {
        demands.filter { $0.shortfall > 0 }.map { demand in
            let place = modules.lazy.compactMap { module in
                module.claims.first { $0.call.table == demand.table && $0.error == .ENFILE }.flatMap { claim in
                    module.manifest.traps.first { $0.name == claim.call.name }?.location
                }
            }.first
            let slots = demand.free == 1 ? "1 slot is free" : "\(demand.free) slots are free"
            let calls = demand.wanted == 1 ? "1 call wants" : "\(demand.wanted) calls want"
            return Finding(
                .error,
                "slot-shortage",
                at: place,
                "\(calls) a slot of the \(demand.table.rawValue) table, and \(slots): \(demand.shortfall) short"
            )
        }
    }
}
