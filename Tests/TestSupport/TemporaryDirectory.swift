import Edits
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A new, empty directory that is removed with this object.
///
/// Hold it in a property of the suite: a local variable may be gone before the test's last line.
public final class TemporaryDirectory: Sendable {
    /// The absolute path of the directory.
    public let path: String

    /// Makes a directory of a unique name below `TMPDIR` or `/tmp`.
    ///
    /// - Throws: `Errno` when the system refuses.
    public init() throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/sysent-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        remove(FilePath(path))
    }

    /// The absolute path of `name`, which may lie deeper.
    public func path(_ name: String) -> String {
        path + "/" + name
    }

    /// Makes the file `name` and the directories above it.
    ///
    /// - Throws: `Errno` when the system refuses.
    public func write(_ name: String, _ bytes: [UInt8], mode: UInt32 = 0o644) throws {
        try makeDirectory(TreePath(name).parent.string)
        let file = try FileDescriptor.open(
            path(name),
            .writeOnly,
            options: [.create, .truncate],
            permissions: [.ownerReadWrite]
        )
        try file.closeAfter { _ = try file.writeAll(bytes) }
        try setMode(name, mode)
    }

    /// Makes the file `name` with `text` and the directories above it.
    ///
    /// - Throws: `Errno` when the system refuses.
    public func write(_ name: String, _ text: String, mode: UInt32 = 0o644) throws {
        try write(name, Array(text.utf8), mode: mode)
    }

    /// Makes the directory `name` and those above it, where they are not there yet.
    ///
    /// - Throws: `Errno` when the system refuses.
    public func makeDirectory(_ name: String) throws {
        var made = TreePath.root
        for component in TreePath(name).components {
            made = made.appending(component)
            if mkdir(path(made.string), 0o755) != 0, errno != EEXIST { throw Errno(rawValue: errno) }
        }
    }

    /// Makes the symbolic link `name` with the text `target`, and the directories above it.
    ///
    /// - Throws: `Errno` when the system refuses.
    public func link(_ name: String, to target: String) throws {
        try makeDirectory(TreePath(name).parent.string)
        try check(symlink(target, path(name)))
    }

    /// Makes the named pipe `name`.
    ///
    /// - Throws: `Errno` when the system refuses.
    public func makePipe(_ name: String) throws {
        try check(mkfifo(path(name), 0o644))
    }

    /// Sets the mode bits of `name`.
    ///
    /// - Throws: `Errno` when the system refuses.
    public func setMode(_ name: String, _ mode: UInt32) throws {
        try check(chmod(path(name), mode))
    }

    /// What the directory holds.
    ///
    /// - Throws: `Errno` when something in it cannot be read.
    public func snapshot() throws -> DirectorySnapshot {
        try DirectorySnapshot(of: path)
    }

    private func check(_ result: CInt) throws {
        if result != 0 { throw Errno(rawValue: errno) }
    }
}

/// Removes whatever stands at `path`, also from directories that nobody may write to.
private func remove(_ path: FilePath) {
    if (try? Stat(path, followTargetSymlink: false))?.type == .directory {
        chmod(path.string, 0o700)
        for name in namesInDirectory(path) ?? [] { remove(path.appending(name)) }
        rmdir(path.string)
    } else {
        unlink(path.string)
    }
}

/// The names in the directory at `path`; `nil` when it cannot be listed.
func namesInDirectory(_ path: FilePath) -> [String]? {
    guard let stream = opendir(path.string) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
}
