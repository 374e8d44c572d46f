import ArgumentParser
import Findings

extension Sysent {
    /// Reports `error` and ends the process: 2 for a refusal, for wrong usage (the parser's own 64) and for whatever else
    /// went wrong; the status of an `ExitCode` as it is.
    static func leave(after error: any Error) -> Never {
        switch error {
        case let refusal as Refusal:
            Console.standard.report(refusal.findings)
            exit(withError: ExitCode(2))
        case let code as ExitCode:
            exit(withError: code)
        default:
            let code = exitCode(for: error)
            guard code.isSuccess else {
                Console.standard.printError(fullMessage(for: error) + "\n")
                exit(withError: ExitCode(2))
            }
            exit(withError: error)
        }
    }
}

extension ExitCode {
    /// Findings or drift.
    static let findings = ExitCode(1)
    /// The work could not be done.
    static let refused = ExitCode(2)
}
