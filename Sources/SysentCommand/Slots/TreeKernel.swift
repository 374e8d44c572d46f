import Edits
import Findings
import SlotModel
import SourceTree
import SyscallTable

/// The kernel that a tree makes, when it starts.
struct TreeKernel {
    /// The kernel.
    let kernel: SlotKernel
    /// Where its rules come from.
    let reason: String

    private static let registration = TreePath("sys/kern/kern_syscalls.c")
    private static let signals = TreePath("sys/kern/kern_sig.c")

    /// Takes the native table of `tables` and, where there is one, that of 32-bit programs.
    ///
    /// - Throws: a `Refusal` when the tables have errors, or there is no native one.
    init(_ tables: TreeTables) throws(Refusal) {
        try tables.refuseSharedErrors()
        guard let native = tables.tables.first(where: { $0.site.directory == TreePath("sys/kern") }) else {
            throw Refusal("no-native-table", "this tree has no table in sys/kern")
        }
        let narrow = tables.tables.first { $0.site.directory.name == "freebsd32" }
        var rules: KernelRules
        if try tables.view.exists(Self.registration) {
            let hasSignals = try tables.view.exists(Self.signals)
            rules = KernelRules(
                registration: try tables.view.read(Self.registration),
                signals: hasSignals ? try tables.view.read(Self.signals) : []
            )
            reason = "the rules of calls are those of \(tables.view.label(Self.registration))"
        } else {
            rules = tables.generator.edition == .modular ? .current : .former
            reason = "the tree has no \(Self.registration); the rules of calls are taken from the edition"
        }
        var narrowTable: SwitchTable?
        if let narrow { narrowTable = try SwitchTable(narrow.table) }
        kernel = SlotKernel(native: try SwitchTable(native.table), freebsd32: narrowTable, rules: rules)
    }
}
