import Glibc
import SystemPackage

/// Ends of sockets and pipes, which close with this object.
final class Descriptor: Sendable {
    let number: Int32

    init(_ number: Int32) { self.number = number }

    deinit { close(number) }

    /// Two ends of one connection. A socket rather than a pipe, because writing to one whose other end is gone gives an error
    /// and no signal.
    static func pair() throws(Errno) -> (Descriptor, Descriptor) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw Errno(rawValue: errno)
        }
        return (Descriptor(ends[0]), Descriptor(ends[1]))
    }

    /// The other side's end of what is there, without waiting.
    enum Arrival {
        case bytes(Int)
        case nothing
        case end
    }

    /// Reads what is there into `buffer`, without waiting.
    func receive(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Arrival {
        while true {
            let count = recv(number, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
            if count > 0 { return .bytes(count) }
            if count == 0 { return .end }
            switch errno {
            case EINTR: continue
            case EAGAIN: return .nothing
            default: return .end
            }
        }
    }

    /// Writes what fits without waiting; how many bytes that were. -1 when nobody reads any more.
    func send(_ bytes: ArraySlice<UInt8>) -> Int {
        while true {
            let count = bytes.withUnsafeBytes {
                Glibc.send(number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
            }
            if count >= 0 { return count }
            switch errno {
            case EINTR: continue
            case EAGAIN: return 0
            default: return -1
            }
        }
    }
}

/// Waits for several descriptors at once.
enum Poll {
    /// Waits until something can be read from one of `descriptors`, at most `timeout`; which of them.
    static func wait(_ descriptors: [Descriptor], for timeout: Duration?) -> [Bool] {
        var entries = descriptors.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
        var milliseconds: Int32 = -1
        if let timeout {
            // Upwards, or the last part of a millisecond would be spent in turning around.
            let (seconds, atto) = max(timeout, .zero).components
            milliseconds = Int32(clamping: seconds * 1000 + (atto + 999_999_999_999_999) / 1_000_000_000_000_000)
        }
        guard poll(&entries, nfds_t(entries.count), milliseconds) > 0 else { return descriptors.map { _ in false } }
        return entries.map { $0.revents != 0 }
    }
}
