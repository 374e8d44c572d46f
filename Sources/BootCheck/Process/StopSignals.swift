import Glibc

/// The signals by which a user stops a run, as something that can be waited for together with all else.
final class StopSignals: Sendable {
    /// Readable as soon as a signal has come.
    let descriptor: Descriptor

    /// Blocks the signals for this process; a thread waits for them.
    init() throws {
        let (own, other) = try Descriptor.pair()
        descriptor = own
        var signals = Self.signals
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        var thread = pthread_t()
        // The thread waits as long as the process lives, and so does its end of the connection.
        let end = fcntl(other.number, F_DUPFD_CLOEXEC, 100)
        pthread_create(
            &thread, nil,
            { argument in
                var signals = StopSignals.signals
                var signal: Int32 = 0
                while sigwait(&signals, &signal) == 0 {
                    var byte = UInt8(truncatingIfNeeded: signal)
                    _ = write(Int32(Int(bitPattern: argument)), &byte, 1)
                }
                return nil
            }, UnsafeMutableRawPointer(bitPattern: Int(end)))
        pthread_detach(thread)
    }

    private static var signals: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        return signals
    }
}
