import Findings
import Subprocess
import SystemPackage

/// One run of git.
struct GitCommand: Sendable {
    let arguments: [String]
    let environment: [String: String]
    /// Where git runs.
    let directory: FilePath
    /// A file that git reads as its standard input.
    ///
    /// A file rather than a pipe: a child that ends early cannot then end this process by `SIGPIPE`.
    var input: FilePath?
}

/// What a run of git gave.
struct GitResult: Sendable {
    let succeeded: Bool
    let output: [UInt8]
    /// Standard error, by lines, without the empty ones.
    let complaints: [String]

    /// The lines of the output.
    var lines: [String] {
        String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The output between NUL bytes, as `-z` writes it.
    var records: [[UInt8]] {
        output.split(separator: 0).map(Array.init)
    }
}

extension GitCommand {
    /// Runs git and waits for its end, whatever its status.
    func run() throws(Refusal) -> GitResult {
        let executor = CallingThreadExecutor()
        let outcome = Outcome<Result<GitResult, any Error>>()
        Task(executorPreference: executor) {
            do {
                outcome.set(.success(try await collect()))
            } catch {
                outcome.set(.failure(error))
            }
        }
        executor.run { outcome.current != nil }
        switch outcome.current {
        case .success(let result): return result
        case .failure(let error): throw GitCommand.refusal(error, in: directory)
        case nil: throw Refusal("git-failed", "git did not end")
        }
    }

    private func collect() async throws -> GitResult {
        if let input {
            let file = try FileDescriptor.open(input, .readOnly, options: .closeOnExec)
            return try await collect(.fileDescriptor(file, closeAfterSpawningProcess: true))
        }
        return try await collect(.none)
    }

    private func collect(_ input: some InputProtocol) async throws -> GitResult {
        let ended = try await Subprocess.run(
            configuration,
            input: input,
            output: .bytes(limit: .max),
            error: .bytes(limit: .max)
        )
        return GitResult(
            succeeded: ended.terminationStatus.isSuccess,
            output: ended.standardOutput,
            complaints: String(decoding: ended.standardError, as: UTF8.self)
                .split(separator: "\n").map(String.init)
        )
    }

    /// The command as swift-subprocess wants it.
    var configuration: Configuration {
        var variables: [Environment.Key: String] = [:]
        for (name, value) in environment {
            if let key = Environment.Key(rawValue: name) { variables[key] = value }
        }
        return Configuration(
            executable: .name("git"),
            arguments: Arguments(arguments),
            environment: .custom(variables),
            workingDirectory: directory
        )
    }

    /// Why git could not be run.
    static func refusal(_ error: any Error, in directory: FilePath) -> Refusal {
        switch (error as? SubprocessError)?.code {
        case .executableNotFound?:
            Refusal("git-missing", "git was not found; it is needed for revisions and patches")
        case .failedToChangeWorkingDirectory?:
            Refusal("no-such-directory", at: Location(path: directory.string), "there is no such directory")
        default:
            Refusal("git-failed", "git could not be run: \(error)")
        }
    }
}

extension GitResult {
    /// A refusal that hands on git's own words.
    func refusal(_ rule: String, at location: Location? = nil, _ message: String) -> Refusal {
        Refusal(rule, at: location, message, notes: complaints.map { Note("git: " + $0) })
    }
}
