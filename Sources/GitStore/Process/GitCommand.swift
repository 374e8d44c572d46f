import Findings
import Glibc
import SystemPackage

/// One run of git.
struct GitCommand: Sendable {
    let arguments: [String]
    let environment: [String: String]
    /// Where git runs.
    let directory: FilePath
    /// What git reads.
    var input: [UInt8] = []
}

/// What a run of git gave.
struct GitResult: Sendable {
    let succeeded: Bool
    let output: [UInt8]
    /// Standard error, by lines, without the empty ones.
    let complaints: [String]

    /// The lines of the output.
    var lines: [String] {
        String(decoding: output, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    /// The output between NUL bytes, as `-z` writes it.
    var records: [[UInt8]] {
        output.split(separator: 0).map(Array.init)
    }

    /// A refusal that hands on git's own words.
    func refusal(_ rule: String, at location: Location? = nil, _ message: String) -> Refusal {
        Refusal(rule, at: location, message, notes: complaints.map { Note("git: " + $0) })
    }
}

extension GitCommand {
    /// Runs git and waits for its end, whatever its status.
    ///
    /// - Throws: a `Refusal` with rule `git-missing`, `no-such-directory` or `git-failed` when it could not be run.
    func run() throws(Refusal) -> GitResult {
        var files: [FileDescriptor] = []
        defer {
            for file in files { try? file.close() }
        }
        do {
            let directory = environment["TMPDIR"] ?? "/tmp"
            for bytes in [input, [], []] { files.append(try NamelessFile.make(bytes, in: directory)) }
            let succeeded = try start(input: files[0], output: files[1], errors: files[2]).wait()
            return GitResult(
                succeeded: succeeded,
                output: try NamelessFile.contents(files[1]),
                complaints: String(decoding: try NamelessFile.contents(files[2]), as: UTF8.self)
                    .split(separator: "\n")
                    .map(String.init)
            )
        } catch {
            throw error as? Refusal ?? Refusal("git-failed", "git could not be run: \(error)")
        }
    }

    /// Starts git.
    func start(
        input: FileDescriptor,
        output: FileDescriptor,
        errors: FileDescriptor
    ) throws(Refusal) -> ChildProcess {
        guard let executable = ChildProcess.find("git", in: environment["PATH"] ?? "/usr/bin:/bin") else {
            throw Refusal("git-missing", "git was not found; it is needed for revisions and patches")
        }
        guard access(directory.string, X_OK) == 0 else {
            let place = Location(path: directory.string)
            throw Refusal("no-such-directory", at: place, "cannot enter the directory: \(Errno(rawValue: errno))")
        }
        do {
            return try ChildProcess(
                executable: executable,
                arguments: ["-C", directory.string] + arguments,
                environment: environment,
                input: input,
                output: output,
                errors: errors
            )
        } catch {
            throw Refusal("git-failed", "git could not be run: \(error)")
        }
    }
}
