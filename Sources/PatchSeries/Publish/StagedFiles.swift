import Findings
import Glibc
import SystemPackage

/// Files of one directory that are written under other names first.
struct StagedFiles {
    private let directory: FilePath
    private var staged: [String: FilePath] = [:]
    private var linked: [FilePath] = []

    init(directory: FilePath) {
        self.directory = directory
    }

    /// Writes the future content of `name`, down to the disk.
    mutating func stage(_ bytes: [UInt8], for name: String) throws(Refusal) {
        // The directory is locked: what has this name was left by a process that was killed.
        let path = directory.appending(".sysent-\(name).tmp")
        unlink(path.string)
        do {
            let file = try FileDescriptor.open(
                path,
                .writeOnly,
                options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite]
            )
            staged[name] = path
            try file.closeAfter {
                _ = try file.writeAll(bytes)
                guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
            }
        } catch {
            throw failure(name, error)
        }
    }

    /// Gives the staged content the name, which must be free.
    mutating func link(_ name: String) throws(Refusal) {
        let target = directory.appending(name)
        guard let path = staged[name] else { return }
        guard Glibc.link(path.string, target.string) == 0 else {
            let reason = Errno(rawValue: errno)
            guard reason == .fileExists else { throw failure(name, reason) }
            throw Refusal("patch-exists", at: Location(path: target.string), "a file of this name is there already")
        }
        linked.append(target)
        unlink(path.string)
        staged[name] = nil
    }

    /// Puts the staged content in the place of the file `name`.
    mutating func replace(_ name: String) throws(Refusal) {
        guard let path = staged[name] else { return }
        // The new names have to be on disk before a file that mentions them.
        sync()
        guard rename(path.string, directory.appending(name).string) == 0 else {
            throw failure(name, Errno(rawValue: errno))
        }
        staged[name] = nil
        sync()
    }

    /// Removes the file `name`.
    static func remove(_ name: String, in directory: FilePath) throws(Refusal) {
        let path = directory.appending(name)
        guard unlink(path.string) == 0 || errno == ENOENT else {
            let reason = Errno(rawValue: errno)
            throw Refusal("cannot-write", at: Location(path: path.string), "the file cannot be removed: \(reason)")
        }
    }

    /// Removes whatever was written.
    mutating func undo() {
        for path in Array(staged.values) + linked { unlink(path.string) }
        staged = [:]
        linked = []
    }

    private func sync() {
        guard let file = try? FileDescriptor.open(directory, .readOnly, options: [.directory, .closeOnExec]) else {
            return
        }
        fsync(file.rawValue)
        try? file.close()
    }

    private func failure(_ name: String, _ error: any Error) -> Refusal {
        Refusal(
            "cannot-write",
            at: Location(path: directory.appending(name).string),
            "the file cannot be written: \(error)"
        )
    }
}
