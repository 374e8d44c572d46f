// The environment is a mutable C global, which nothing in this program changes.
@preconcurrency import Glibc
import SystemPackage

/// Starts programs.
enum Spawn {
    /// Starts `program` with the descriptors of `descriptors` as its first ones, and no others.
    ///
    /// It gets the default of every signal and, unless it shall stay in this one's, a process group of its own, so that the
    /// terminal's Ctrl-C reaches only the one who shall decide what it means.
    static func start(
        _ program: String, _ arguments: [String], descriptors: [Int32], hasOwnGroup: Bool = true
    ) throws(Errno) -> pid_t {
        // Numbers that are no target, so that none is overwritten before it is copied.
        let copies = descriptors.map { fcntl($0, F_DUPFD_CLOEXEC, 100) }
        defer { for copy in copies where copy >= 0 { close(copy) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, copy) in copies.enumerated() {
            guard copy >= 0 else { throw Errno(rawValue: errno) }
            posix_spawn_file_actions_adddup2(&actions, copy, Int32(target))
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        let group = hasOwnGroup ? POSIX_SPAWN_SETPGROUP : 0
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | group))

        var texts: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for text in texts { free(text) } }
        var id: pid_t = 0
        let status = posix_spawn(&id, program, &actions, &attributes, &texts, environ)
        guard status == 0 else { throw Errno(rawValue: status) }
        return id
    }

    /// Waits for the end of a process.
    static func wait(_ id: pid_t) -> ProcessEnd {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 {
            guard errno == EINTR else { return .exited(-1) }
        }
        return ProcessEnd(status)
    }

    /// The program called `name`, by its path or on `PATH`.
    static func find(_ name: String) -> String? {
        if name.utf8.contains(UInt8(ascii: "/")) { return access(name, X_OK) == 0 ? name : nil }
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }
}

/// How a process ended.
enum ProcessEnd: Sendable, Hashable {
    case exited(Int32)
    case killed(Int32)

    init(_ status: Int32) {
        self = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F)
    }

    /// For messages.
    var text: String {
        switch self {
        case .exited(let status): "ended with status \(status)"
        case .killed(let signal): "was ended by signal \(signal)"
        }
    }
}
