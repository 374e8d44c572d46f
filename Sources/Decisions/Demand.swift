import SlotModel
import TrapModules

/// What some modules want of the tables.
public struct Demand: Sendable {
    /// The modules' manifests, in load order.
    public let manifests: [TrapManifest]
    /// All of their calls, in the order in which they are registered.
    public let traps: [Trap]

    init(_ manifests: [TrapManifest]) {
        self.manifests = manifests
        traps = manifests.flatMap(\.traps)
    }

    /// What a band of slots for the calls is for, in a line that a master's comment can hold.
    public var label: String {
        guard let module = manifests.first else { return "" }
        let isLine = module.summary.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        return module.summary.isEmpty || !isLine ? module.module : module.summary
    }

    /// The calls that 32-bit programs on a 64-bit kernel can make.
    public var narrow: [Trap] { traps.filter(\.isNarrow) }

    /// The calls that a MIG routine does as well, without a number.
    public var carriedByMIG: [Trap] { traps.filter { $0.mig != nil } }

    /// How many words of arguments get through `syscall(2)` on all architectures that the modules are made for.
    public var words: Int {
        manifests.flatMap(\.architectures).map(\.indirectWords).min() ?? TrapManifest.wordLimit
    }

    /// The calls that cannot be one operation of a call that takes the operation's number as its first word.
    ///
    /// - Parameter narrow: whether the words of 32-bit programs are counted, of which a 64-bit argument takes two.
    func unfolded(narrow: Bool) -> [Trap] {
        (narrow ? self.narrow : traps).filter {
            $0.words(wide: !narrow) + 1 > (narrow ? TrapManifest.wordLimit : words)
        }
    }

    /// How many numbers of `table` the calls take behind one number.
    func numbersWhenFolded(_ table: SlotKernel.Table) -> Int {
        let all = table == .native ? traps : narrow
        let own = unfolded(narrow: table == .freebsd32)
        return own.count + (all.count > own.count ? 1 : 0)
    }

    /// How many numbers of `table` the calls take when each has its own.
    func numbers(_ table: SlotKernel.Table) -> Int { table == .native ? traps.count : narrow.count }
}
