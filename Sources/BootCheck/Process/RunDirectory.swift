import Glibc
import SystemPackage

/// A directory for files of one run, which goes away with this object, and with this program however that ends.
public final class RunDirectory {
    /// Its absolute path.
    public let path: String
    private var lifeline: Descriptor?
    private let keeper: pid_t

    /// Makes a directory below `TMPDIR`, or `/tmp`.
    ///
    /// - Parameter supervisor: this program with what starts its supervisor.
    /// - Throws: `Errno` when the system refuses.
    public init(supervisor: [String]) throws(Errno) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/sysent-boot-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let (own, other) = try Descriptor.pair()
        let null = Descriptor(open("/dev/null", O_RDWR | O_CLOEXEC))
        keeper = try Spawn.start(
            supervisor[0],
            Array(supervisor.dropFirst()) + ["--remove", path],
            descriptors: [0, 1, 2, 3, 4].map { _ in null.number } + [other.number, null.number]
        )
        lifeline = own
    }

    deinit {
        lifeline = nil
        _ = Spawn.wait(keeper)
    }
}
