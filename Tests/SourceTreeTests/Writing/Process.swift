import Edits
import Glibc
import SourceTree
import SystemPackage

/// What a test does to the process that it runs in; most of it belongs into an exit test.
enum Process {
    static func setMask(_ mask: UInt32) {
        umask(mask)
    }

    static func setOwner(of path: String, user: UInt32, group: UInt32) throws {
        guard chown(path, user, group) == 0 else { throw Errno(rawValue: errno) }
    }

    /// Goes on without the superuser's powers.
    static func becomeUser(_ user: UInt32) throws {
        guard setegid(user) == 0, seteuid(user) == 0 else { throw Errno(rawValue: errno) }
    }

    /// Lets no file grow beyond `bytes`, with an error rather than a signal.
    static func limitFileSize(to bytes: UInt) throws {
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
        getrlimit(resource, &limit)
        limit.rlim_cur = rlim_t(bytes)
        guard setrlimit(resource, &limit) == 0 else { throw Errno(rawValue: errno) }
    }

    /// Whether the process may mount file systems: `CAP_SYS_ADMIN`, bit 21, which many a container's root lacks.
    static var mayMount: Bool {
        guard let status = try? DiskView(root: "/proc").read(TreePath("self/status")) else { return false }
        let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("CapEff:") }
        let mask = line.flatMap { UInt64($0.dropFirst(7).drop { $0 == "\t" }, radix: 16) } ?? 0
        return mask & (1 << 21) != 0
    }

    /// Mounts an empty file system of `size` ("64k") over `directory`, for this process alone and no longer than it.
    static func mountSmallFileSystem(over directory: String, size: String) throws {
        // The overlay does not show unshare(2), nor what stands in <sched.h> for it.
        typealias Unshare = @convention(c) (CInt) -> CInt
        guard let symbol = dlsym(nil, "unshare") else { throw Errno.noFunction }
        let newMountNamespace: CInt = 0x20000
        guard unsafeBitCast(symbol, to: Unshare.self)(newMountNamespace) == 0,
            mount("none", "/", nil, UInt(MS_REC | MS_PRIVATE), nil) == 0,
            mount("tmpfs", directory, "tmpfs", 0, "size=\(size)") == 0
        else { throw Errno(rawValue: errno) }
    }

    /// Ends the process at once, as a power failure or the kernel's memory killer does.
    static func killItself() {
        kill(getpid(), SIGKILL)
    }

    /// Has the process end `microseconds` from now, less than a second, wherever it is then. Nobody handles the signal.
    static func endIn(microseconds: UInt32) {
        ualarm(microseconds, 0)
    }

    /// The signal of ``endIn(microseconds:)``.
    static var alarmSignal: CInt { SIGALRM }

    /// The signal of ``killItself()``.
    static var killSignal: CInt { SIGKILL }
}
