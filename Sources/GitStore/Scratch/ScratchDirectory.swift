import Findings
import Glibc
import Synchronization
import SystemPackage

/// A temporary directory that goes away with the last reference to it, whether the work succeeded or threw.
package final class ScratchDirectory: Sendable {
    /// Where it is.
    package let path: FilePath
    private let counter = Atomic<Int>(0)

    /// Makes a directory below `TMPDIR`, or `/tmp`, that nobody else can read.
    package init(environment: ProcessEnvironment) throws(Refusal) {
        let parent = environment["TMPDIR"] ?? "/tmp"
        var template = Array(FilePath(parent).appending("sysent-XXXXXX").string.utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Refusal(
                "scratch-failed",
                at: Location(path: parent),
                "no temporary directory can be made: \(Errno(rawValue: errno))"
            )
        }
        // git runs elsewhere, so a relative `TMPDIR` has to become absolute.
        let absolute = realpath(template, nil)
        defer { free(absolute) }
        path = absolute.map { FilePath(platformString: $0) } ?? FilePath(platformString: template)
        try makeDirectory(home)
        // Read by the commands of `ProcessEnvironment.scrubbed(home:)`. git believes `safe.directory` from this place
        // in every version; a checkout that somebody else owns may then be read. What is run there runs no program that
        // its configuration names.
        try write(
            Array("[safe]\n\tdirectory = *\n[user]\n\tuseConfigOnly = true\n".utf8), to: home.appending(".gitconfig"))
    }

    deinit {
        path.removeAll()
    }

    /// The home directory of git commands that see nothing of the user.
    var home: FilePath { path.appending("home") }

    /// A path below the directory that nothing has used before.
    package func fresh(_ stem: String) -> FilePath {
        path.appending("\(stem)-\(counter.add(1, ordering: .relaxed).newValue)")
    }

    /// Makes a directory.
    package func makeDirectory(_ path: FilePath) throws(Refusal) {
        guard mkdir(path.string, 0o700) == 0 else { throw failure(path, Errno(rawValue: errno)) }
    }

    /// Writes a new file.
    package func write(_ bytes: [UInt8], to path: FilePath) throws(Refusal) {
        do {
            let file = try FileDescriptor.open(
                path,
                .writeOnly,
                options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: .ownerReadWrite
            )
            try file.closeAfter { _ = try file.writeAll(bytes) }
        } catch {
            throw failure(path, error)
        }
    }

    private func failure(_ path: FilePath, _ error: any Error) -> Refusal {
        Refusal("scratch-failed", at: Location(path: path.string), "cannot write the temporary file: \(error)")
    }
}
