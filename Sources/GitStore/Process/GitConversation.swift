import Findings
import Glibc
import Subprocess
import SystemPackage

/// A long-lived git that answers questions one at a time, such as `cat-file --batch`.
///
/// Its standard input and output are the two directions of one socket, which is read and written synchronously: an
/// answer costs microseconds where a process of its own costs milliseconds. A socket rather than two pipes, because
/// writing to one whose other end is gone gives an error and no signal. Not safe to use from two threads at once.
final class GitConversation: Sendable {
    private let socket: Int32
    private let executor = CallingThreadExecutor()
    private let end = Outcome<Result<Void, any Error>>()

    /// Starts git.
    init(_ command: GitCommand) throws(Refusal) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw Refusal("git-failed", "git could not be run: \(Errno(rawValue: errno))")
        }
        socket = ends[0]
        let child = FileDescriptor(rawValue: ends[1])
        let started = Outcome<Bool>()
        Task(executorPreference: executor) { [end] in
            do {
                _ = try await Subprocess.run(
                    command.configuration,
                    input: .fileDescriptor(child, closeAfterSpawningProcess: false),
                    output: .fileDescriptor(child, closeAfterSpawningProcess: false),
                    error: .discarded
                ) { _ in
                    started.set(true)
                }
                end.set(.success(()))
            } catch {
                end.set(.failure(error))
            }
        }
        // What is left of the task after the start only waits for the end of git, which `deinit` sees to.
        executor.run { [end] in started.current != nil || end.current != nil }
        try? child.close()
        if case .failure(let error)? = end.current {
            throw GitCommand.refusal(error, in: command.directory)
        }
    }

    deinit {
        // git reads the end of its input and ends.
        shutdown(socket, Int32(SHUT_RDWR))
        executor.run { end.current != nil }
        close(socket)
    }

    /// Writes all of `bytes`; `false` when git is gone.
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(socket, buffer.baseAddress?.advanced(by: sent), buffer.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count > 0 { sent += count } else if errno != EINTR { return false }
        }
        return true
    }

    /// Reads what is there, at most `limit` bytes, waiting for the first; `nil` when git is gone.
    func receive(atMost limit: Int) -> [UInt8]? {
        while true {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
                count = Glibc.recv(socket, buffer.baseAddress, limit, 0)
                initialized = max(count, 0)
            }
            if count > 0 { return bytes }
            if count == 0 || errno != EINTR { return nil }
        }
    }
}
