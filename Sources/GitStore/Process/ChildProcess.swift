import Glibc
import SystemPackage

/// A program that runs beside this one.
///
/// By `posix_spawn` and not by swift-subprocess, which is asynchronous: a `TreeView` answers synchronously, so somebody
/// would have to block a thread until a task is done, and swift-subprocess always runs part of its work in tasks of the
/// shared pool, whatever executor the caller prefers. As soon as every thread of the pool blocks in this way, which two
/// tests on two cores are enough for, nothing goes on. Here nothing is asynchronous and nothing can wait for a pool.
struct ChildProcess: Sendable {
    private let id: pid_t

    /// Starts `executable` with three descriptors as its standard ones; all others that are to stay here have to be
    /// marked as closing on `exec`.
    init(
        executable: FilePath,
        arguments: [String],
        environment: [String: String],
        input: FileDescriptor,
        output: FileDescriptor,
        errors: FileDescriptor
    ) throws(Errno) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input.rawValue, 0)
        posix_spawn_file_actions_adddup2(&actions, output.rawValue, 1)
        posix_spawn_file_actions_adddup2(&actions, errors.rawValue, 2)

        let arguments = CStrings([executable.string] + arguments)
        let environment = CStrings(environment.map { "\($0.key)=\($0.value)" })
        defer {
            arguments.free()
            environment.free()
        }
        var id: pid_t = 0
        let status = posix_spawn(&id, executable.string, &actions, nil, arguments.pointers, environment.pointers)
        guard status == 0 else { throw Errno(rawValue: status) }
        self.id = id
    }

    /// Waits for the end of the program; whether it ended with status 0.
    @discardableResult
    func wait() -> Bool {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 {
            guard errno == EINTR else { return false }
        }
        return status == 0
    }
}

extension ChildProcess {
    /// The program called `name` in the directories of `path`, a value of `PATH`.
    static func find(_ name: String, in path: String) -> FilePath? {
        for directory in path.split(separator: ":") {
            let candidate = FilePath(String(directory)).appending(name)
            if access(candidate.string, X_OK) == 0 { return candidate }
        }
        return nil
    }
}

/// Texts as C wants an array of them.
private struct CStrings {
    let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ texts: [String]) {
        pointers = texts.map { strdup($0) } + [nil]
    }

    func free() {
        for pointer in pointers { Glibc.free(pointer) }
    }
}
