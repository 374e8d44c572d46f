import Foundation
import SystemPackage

/// A temporary directory with git repositories in it and a user whose home it holds; removed at the end.
public final class GitSandbox: Sendable {
    /// A command of a test that failed, with what it wrote.
    public struct CommandFailed: Error {
        /// The command.
        public let arguments: [String]
        /// Its output and errors.
        public let output: String
    }

    /// Where everything lies.
    public let root: String

    /// Makes the directory, and a home with a user called Test User.
    public init() throws {
        root = FileManager.default.temporaryDirectory.path + "/sysent-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: root + "/home", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: root + "/tmp", withIntermediateDirectories: true)
        try write("home/.gitconfig", "[user]\n\tname = Test User\n\temail = test@example.org\n")
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
    }

    /// The environment of the user.
    public var environment: [String: String] {
        [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
            "HOME": root + "/home",
            "TMPDIR": root + "/tmp",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_DATE": "@1700000000 +0000",
            "GIT_COMMITTER_DATE": "@1700000000 +0000",
        ]
    }

    /// A path in the sandbox.
    public func path(_ name: String) -> FilePath {
        FilePath(root + "/" + name)
    }

    /// Writes a file, and the directories above it.
    public func write(_ name: String, _ text: String, executable: Bool = false) throws {
        try write(name, Array(text.utf8), executable: executable)
    }

    /// Writes a file, and the directories above it.
    public func write(_ name: String, _ bytes: [UInt8], executable: Bool = false) throws {
        let url = URL(fileURLWithPath: root + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        if executable {
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
        }
    }

    /// The bytes of a file.
    public func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: root + "/" + name)))
    }

    /// Removes a file.
    public func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: root + "/" + name)
    }

    /// The names in a directory.
    public func names(in directory: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root + "/" + directory).sorted()
    }

    /// Makes a symbolic link.
    public func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: root + "/" + name, withDestinationPath: target)
    }

    /// Runs git in a directory of the sandbox and returns what it wrote.
    @discardableResult
    public func git(_ directory: String, _ arguments: String..., environment extra: [String: String] = [:]) throws
        -> String
    {
        try run(["git"] + arguments, in: directory, environment: extra)
    }

    /// Runs a command in a directory of the sandbox and returns what it wrote.
    @discardableResult
    public func run(_ arguments: [String], in directory: String, environment extra: [String: String] = [:]) throws
        -> String
    {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: root + "/" + directory)
        process.environment = environment.merging(extra) { $1 }
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        // `waitUntilExit` alone looks only now and then.
        let end = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in end.signal() }
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        end.wait()
        let text = String(decoding: data, as: UTF8.self)
        guard process.terminationStatus == 0 else { throw CommandFailed(arguments: arguments, output: text) }
        return text
    }

    /// Makes a repository of `files` with one commit.
    public func makeRepository(_ name: String, _ files: [String: String], options: String...) throws {
        try FileManager.default.createDirectory(atPath: root + "/" + name, withIntermediateDirectories: true)
        try run(["git", "init", "--quiet", "--initial-branch=main"] + options, in: name)
        for (path, text) in files { try write(name + "/" + path, text) }
        try commit(name, "base")
    }

    /// Commits everything in a work tree.
    public func commit(_ name: String, _ message: String) throws {
        try git(name, "add", "--all")
        try git(name, "commit", "--quiet", "--allow-empty", "--message", message)
    }

    /// Every file, directory and link below a directory, with its kind, permissions, time of change and bytes.
    ///
    /// Two fingerprints are equal when nothing below the directory changed, down to the nanosecond.
    public func fingerprint(_ directory: String) throws -> [String] {
        let top = root + "/" + directory
        let below = FileManager.default.enumerator(atPath: top)?.compactMap { $0 as? String } ?? []
        return try (below.sorted() + [""]).map { name in
            let path = top + "/" + name
            var status = stat()
            guard lstat(path, &status) == 0 else { throw CommandFailed(arguments: ["lstat", path], output: "") }
            let kind = status.st_mode & S_IFMT
            let content: String
            switch kind {
            case S_IFREG: content = try Data(contentsOf: URL(fileURLWithPath: path)).base64EncodedString()
            case S_IFLNK: content = try FileManager.default.destinationOfSymbolicLink(atPath: path)
            default: content = ""
            }
            let time =
                "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)/\(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)"
            return "\(name) \(status.st_mode) \(status.st_uid) \(time) \(content)"
        }
    }
}
