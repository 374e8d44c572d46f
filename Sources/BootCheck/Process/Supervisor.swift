import Glibc

/// A process between this program and the one that it runs, which ends that one when this program is gone: whatever the
/// reason, and were it SIGKILL. Then it removes the temporary files, too.
///
/// It is this program once more, started with its own hidden command. Descriptor 5 is one end of a socket whose other end only
/// this program holds; when it closes, the time has come. How the program ended goes to descriptor 6.
public enum Supervisor {
    /// The hidden command that starts it.
    public static let command = "boot-supervisor"

    static let lifeline: Int32 = 5
    static let report: Int32 = 6

    /// What starts it from a program that hands its arguments on to ``run(_:)``.
    public static let ownProgram = ["/proc/self/exe", command]

    /// Does the work of the supervisor; its exit status.
    ///
    /// - Parameter arguments: `--remove DIRECTORY` for a directory to remove in the end, `-- PROGRAM ARGUMENT…` for what to
    ///   run; without the latter it only waits for the end.
    public static func run(_ arguments: [String]) -> Int32 {
        switch arguments.first {
        case "--remove" where arguments.count == 2: run(removing: arguments[1], program: [])
        case "--" where arguments.count > 1: run(removing: nil, program: Array(arguments.dropFirst()))
        default: 2
        }
    }

    private static func run(removing directory: String?, program: [String]) -> Int32 {
        // Nobody but the lifeline ends it: a Ctrl-C that reaches it as well would leave the program without a supervisor.
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE] { Glibc.signal(signal, SIG_IGN) }
        for descriptor in [lifeline, report] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        defer { if let directory { removeDirectory(directory) } }
        guard let executable = program.first else {
            waitForEnd()
            return 0
        }
        let child: pid_t
        do {
            child = try Spawn.start(
                executable, Array(program.dropFirst()), descriptors: [0, 1, 2, 3, 4], hasOwnGroup: false)
        } catch {
            tell("failed \(error)")
            return 127
        }
        var thread = pthread_t()
        let argument = UnsafeMutableRawPointer(bitPattern: Int(child))
        pthread_create(
            &thread, nil,
            { argument in
                Supervisor.waitForEnd()
                kill(pid_t(Int(bitPattern: argument)), SIGKILL)
                return nil
            }, argument)
        let end = Spawn.wait(child)
        switch end {
        case .exited(let status): tell("exited \(status)")
        case .killed(let signal): tell("killed \(signal)")
        }
        return 0
    }

    /// Waits until the other end of the lifeline is gone.
    private static func waitForEnd() {
        var byte: UInt8 = 0
        while true {
            let count = read(lifeline, &byte, 1)
            if count == 0 || (count < 0 && errno != EINTR) { return }
        }
    }

    private static func tell(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(report, bytes, bytes.count)
    }

    /// Removes a directory and what is in it, without following links.
    static func removeDirectory(_ path: String) {
        if let stream = opendir(path) {
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                guard name != ".", name != ".." else { continue }
                let inner = path + "/" + name
                if unlink(inner) != 0, errno == EISDIR || errno == EPERM { removeDirectory(inner) }
            }
            closedir(stream)
        }
        rmdir(path)
    }
}
