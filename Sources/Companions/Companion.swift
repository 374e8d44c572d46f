import SyscallTable

/// A kind of file that is generated from a table.
public enum Companion: String, Sendable, Hashable, CaseIterable {
    /// The switch table, `init_sysent.c`.
    case switchTable
    /// The public stubs, `_libsys.h`.
    case libraryHeader
    /// The numbers, `syscall.h`.
    case numbers
    /// The object files of the stubs, `syscall.mk`.
    case makefile
    /// The names, `syscalls.c`.
    case names
    /// The symbols of the stubs, `syscalls.map`.
    case symbolMap
    /// The argument structures and the handlers' prototypes, `sysproto.h`.
    case prototypes
    /// The arguments for DTrace, `systrace_args.c`.
    case systraceArguments

    /// The setting of a `syscalls.conf` that names the file.
    public var setting: String {
        switch self {
        case .switchTable: "syssw"
        case .libraryHeader: "libsys_h"
        case .numbers: "syshdr"
        case .makefile: "sysmk"
        case .names: "sysnames"
        case .symbolMap: "libsysmap"
        case .prototypes: "sysproto"
        case .systraceArguments: "systrace"
        }
    }

    /// Renders the file of `table`.
    ///
    /// The table must be free of errors: a table with a gap has companions that disagree with one another.
    public func render(_ table: SyscallTable) -> [UInt8] {
        render(TableText(table))
    }

    /// Renders the file of a table that is laid out, which more than one file is made of.
    public func render(_ text: TableText) -> [UInt8] {
        withBytes(of: text) { Array($0) }
    }

    /// Calls `body` with the bytes of ``render(_:)``, which are gone afterwards: enough, and sooner done, where they are only
    /// looked at.
    public func withBytes<Result>(of text: TableText, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        // The texts are places in memory that belongs to `text`.
        withExtendedLifetime(text) { written(text).withBytes(body) }
    }

    private func written(_ text: TableText) -> CodeWriter {
        switch self {
        case .switchTable: renderSwitchTable(text)
        case .libraryHeader: renderLibraryHeader(text)
        case .numbers: renderNumbers(text)
        case .makefile: renderMakefile(text)
        case .names: renderNames(text)
        case .symbolMap: renderSymbolMap(text)
        case .prototypes: renderPrototypes(text)
        case .systraceArguments: renderSystraceArguments(text)
        }
    }
}
