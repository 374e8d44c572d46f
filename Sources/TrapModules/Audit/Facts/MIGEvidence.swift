import Findings
import SyscallSyntax

/// A routine of MIG that does what a call does.
public struct MIGRoutine: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// The subsystem that has it.
    public let subsystem: String
    /// The server among the sources that answers it; `nil` when there is none.
    public let server: Location?
}

/// Which routines of MIG there are: by XNU's definitions, and by the servers among the sources.
struct MIGEvidence {
    private var servers: [String: Location] = [:]

    init(_ base: CodeBase) {
        // A server that MIG made has a function `_XNAME` for each routine.
        for (index, file) in base.files.enumerated()
        where file.path.hasSuffix(".c") && file.bytes.firstIndex(of: "_X", in: 0..<file.bytes.count) != nil {
            guard
                file.bytes.firstIndex(of: "mig_internal", in: 0..<file.bytes.count) != nil
                    || file.bytes.firstIndex(of: "Reply", in: 0..<file.bytes.count) != nil
            else { continue }
            let pieces = CodeLexer.pieces(file.bytes, file: Int32(index))
            for case .token(let token) in pieces where token.kind == .word && token.text.hasPrefix("_X") {
                let name = String(token.text.dropFirst(2))
                if servers[name] == nil { servers[name] = base.location(token) }
            }
        }
    }

    func routine(_ registration: Registration, _ handler: Handler?) -> MIGRoutine? {
        let names = [registration.name, handler?.real, registration.handler].compactMap { $0 }.map { XNUTrap.plain($0) }
        for name in names {
            let wanted = XNUTrap.named(name)?.mig ?? name
            guard let subsystem = MIGSubsystem.subsystem(of: wanted) else { continue }
            return MIGRoutine(name: wanted, subsystem: subsystem.name, server: servers[wanted])
        }
        return nil
    }
}
