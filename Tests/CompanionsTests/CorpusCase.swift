import Companions
import SyscallSyntax
import SyscallTable
import TestSupport
import Testing

/// A small master, for one feature, with what its companions must be.
struct CorpusCase: CustomTestStringConvertible {
    let name: String

    static let directory = "Tests/CompanionsTests/Corpus"
    static let all = PackageFiles.names(in: directory).map(CorpusCase.init)

    var testDescription: String { name }

    func path(_ file: String) -> String { "\(Self.directory)/\(name)/\(file)" }

    /// The table of the case. It must be free of errors.
    func table(generator: Generator = .modular) throws -> SyscallTable {
        let master = MasterSyntax.parse(try PackageFiles.read(path("syscalls.master")), path: "syscalls.master")
        let configuration = (try? PackageFiles.read(path("syscalls.conf"))).map {
            ConfigurationSyntax.parse($0, path: "syscalls.conf")
        }
        return SyscallTable(
            Master(master, generator: generator),
            configuration: TableConfiguration(configuration, generator: generator),
            generator: generator
        )
    }
}

extension Companion {
    /// The name of the snapshot: that of the native table's file.
    var snapshot: String {
        switch self {
        case .switchTable: "init_sysent.c"
        case .libraryHeader: "_libsys.h"
        case .numbers: "syscall.h"
        case .makefile: "syscall.mk"
        case .names: "syscalls.c"
        case .symbolMap: "syscalls.map"
        case .prototypes: "sysproto.h"
        case .systraceArguments: "systrace_args.c"
        }
    }
}
