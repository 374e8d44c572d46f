import Findings
import SyscallSyntax

/// The system calls of one ABI, as one invocation of the generator sees them.
public struct SyscallTable: Sendable {
    /// What the table is made by.
    public let configuration: TableConfiguration
    /// What the table is made of.
    public let master: Master
    /// What its generator does differently from others.
    public let particulars: Particulars
    /// The calls, one for each number, in file order.
    public let calls: [Syscall]
    /// The lines for the head of the switch table.
    public let includes: [UInt8]
    /// What is wrong or doubtful with the table: the master's findings, the configuration's, and the projection's own.
    public let findings: [Finding]

    /// The number of rows of the switch table, `MAXSYSCALL`.
    public var size: Int { (calls.map(\.number).max() ?? -1) + 1 }
}

extension SyscallTable {
    /// Projects `master` on the ABI of `configuration`.
    public init(_ master: Master, configuration: TableConfiguration, generator: Generator) {
        let calls = Projection(configuration, generator).calls(of: master)
        let headers = configuration["abi_headers"]
        let includes = master.includes.flatMap { include -> [UInt8] in
            switch include {
            case .line(let line): line
            case .abiHeaders: headers.isEmpty ? [] : Array(headers.utf8) + [0x0A]
            }
        }
        self.init(
            configuration: configuration,
            master: master,
            particulars: generator.particulars,
            calls: calls,
            includes: includes,
            findings: master.findings + configuration.findings
                + TableCheck(master: master, configuration: configuration, generator: generator).findings(of: calls)
        )
    }

    /// The structures that native prototypes point to, sorted (`FreeBSDSyscall:findStructs` of core/freebsd-syscall.lua).
    /// Worked out when asked: one companion of one table needs them.
    public var structures: [String] {
        var seen: Set<ObjectIdentifier> = []
        var names: Set<String> = []
        for call in calls where call.isNative && !call.has(.noDefinition) {
            for argument in call.arguments where seen.insert(ObjectIdentifier(argument.spelling)).inserted {
                if let name = argument.spelling.structureName { names.insert(name) }
            }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
