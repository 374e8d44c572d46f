import Glibc
import SystemPackage

/// A program that runs under a ``Supervisor``.
final class SupervisedProcess {
    /// The guest's console.
    let console: Descriptor
    /// The emulator's control connection.
    let control: Descriptor
    /// What the program writes to standard output and standard error.
    let errors: Descriptor
    /// Where the supervisor tells how the program ended; it ends with the supervisor.
    let report: Descriptor
    private var lifeline: Descriptor?
    private let supervisor: pid_t
    private var isReaped = false
    private var told: [UInt8] = []

    /// Starts `program`, which finds the console as descriptor 3 and the control connection as 4.
    init(_ program: String, _ arguments: [String], supervisor executable: [String]) throws(Errno) {
        let console = try Descriptor.pair()
        let control = try Descriptor.pair()
        let errors = try Descriptor.pair()
        let lifeline = try Descriptor.pair()
        let report = try Descriptor.pair()
        let null = Descriptor(open("/dev/null", O_RDWR | O_CLOEXEC))
        supervisor = try Spawn.start(
            executable[0],
            Array(executable.dropFirst()) + ["--", program] + arguments,
            descriptors: [
                null.number, errors.1.number, errors.1.number, console.1.number, control.1.number, lifeline.1.number,
                report.1.number,
            ]
        )
        self.console = console.0
        self.control = control.0
        self.errors = errors.0
        self.report = report.0
        self.lifeline = lifeline.0
    }

    /// Takes what the supervisor tells; how the program ended, as soon as that is known.
    func takeReport() -> String? {
        var buffer = [UInt8](repeating: 0, count: 256)
        while true {
            switch buffer.withUnsafeMutableBufferPointer({ report.receive(into: $0) }) {
            case .bytes(let count): told += buffer[..<count]
            case .nothing: return nil
            case .end: return told.isEmpty ? "lost its supervisor" : Self.text(String(decoding: told, as: UTF8.self))
            }
        }
    }

    private static func text(_ told: String) -> String {
        let words = told.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2 else { return told }
        return switch words[0] {
        case "exited": "ended with status \(words[1])"
        case "killed": "was ended by signal \(words[1])"
        default: "could not be started: \(words[1])"
        }
    }

    /// Ends the program if it runs, and waits until it is gone.
    func stop() {
        lifeline = nil
        guard !isReaped else { return }
        isReaped = true
        // The supervisor ends as soon as the program is gone. Should it be gone itself, its group is all that is left.
        if !Poll.wait([report], for: .seconds(5))[0] { kill(-supervisor, SIGKILL) }
        var isOpen = true
        while isOpen {
            var buffer = [UInt8](repeating: 0, count: 256)
            switch buffer.withUnsafeMutableBufferPointer({ report.receive(into: $0) }) {
            case .bytes(let count): told += buffer[..<count]
            case .end: isOpen = false
            case .nothing:
                if !Poll.wait([report], for: .seconds(5))[0] {
                    kill(-supervisor, SIGKILL)
                    isOpen = false
                }
            }
        }
        kill(-supervisor, SIGKILL)
        _ = Spawn.wait(supervisor)
    }

    deinit { stop() }
}
