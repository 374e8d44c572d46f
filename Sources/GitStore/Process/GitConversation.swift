import Findings
import Glibc
import SystemPackage

/// A long-lived git that answers questions one at a time, such as `cat-file --batch`.
///
/// Its standard input and output are the two directions of one socket: an answer costs microseconds where a process of
/// its own costs milliseconds. A socket rather than two pipes, because writing to one whose other end is gone gives an
/// error and no signal. Not to be used from two threads at once.
final class GitConversation: Sendable {
    private let socket: FileDescriptor
    private let git: ChildProcess

    /// Starts git.
    ///
    /// - Throws: a `Refusal` as ``GitCommand/run()`` does.
    init(_ command: GitCommand) throws(Refusal) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw Refusal("git-failed", "git could not be run: \(Errno(rawValue: errno))")
        }
        let own = FileDescriptor(rawValue: ends[0])
        let child = FileDescriptor(rawValue: ends[1])
        defer { try? child.close() }
        do {
            // Nobody reads the errors: an answer says what there is to say.
            let errors = try FileDescriptor.open("/dev/null", .writeOnly, options: .closeOnExec)
            defer { try? errors.close() }
            git = try command.start(input: child, output: child, errors: errors)
        } catch {
            try? own.close()
            throw error as? Refusal ?? Refusal("git-failed", "git could not be run: \(error)")
        }
        socket = own
    }

    deinit {
        // git reads the end of its input and ends.
        try? socket.close()
        git.wait()
    }

    /// Writes all of `bytes`; `false` when git is gone.
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(socket.rawValue, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
        }
        return true
    }

    /// Reads what is there, at most `limit` bytes, waiting for the first; `nil` when git is gone.
    func receive(atMost limit: Int) -> [UInt8]? {
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
            repeat { count = recv(socket.rawValue, buffer.baseAddress, limit, 0) } while count < 0 && errno == EINTR
            initialized = max(count, 0)
        }
        return count > 0 ? bytes : nil
    }
}
