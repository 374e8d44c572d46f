import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The calls of the C library that swift-system does not offer, and those that it offers without a typed error.
///
/// The one file of the module that knows which C library there is. An interrupted call is made again.
enum SystemCall {
    /// What `access(2)` may be asked for.
    enum Access {
        /// Contents of a file may be replaced.
        case write
        /// Names may be made and removed in a directory.
        case writeAndSearch

        fileprivate var mask: CInt {
            switch self {
            case .write: W_OK
            case .writeAndSearch: W_OK | X_OK
            }
        }
    }

    /// The absolute path of `path` without any symbolic link.
    static func realPath(_ path: FilePath) throws(Errno) -> FilePath {
        let result: Result<FilePath, Errno> = path.withPlatformString { pointer in
            guard let resolved = realpath(pointer, nil) else { return .failure(Errno(rawValue: errno)) }
            defer { free(resolved) }
            return .success(FilePath(platformString: resolved))
        }
        return try result.get()
    }

    static func open(
        _ path: FilePath,
        _ mode: FileDescriptor.AccessMode,
        options: FileDescriptor.OpenOptions,
        permissions: FilePermissions? = nil
    ) throws(Errno) -> FileDescriptor {
        do {
            return try FileDescriptor.open(path, mode, options: options, permissions: permissions)
        } catch {
            throw systemError(error)
        }
    }

    /// Reads into `buffer`; 0 at the end of the file.
    static func read(
        _ file: FileDescriptor,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(Errno) -> Int {
        do {
            return try file.read(into: buffer)
        } catch {
            throw systemError(error)
        }
    }

    /// Writes all of `bytes`, in as many calls as the system wants.
    static func write(_ bytes: [UInt8], to file: FileDescriptor) throws(Errno) {
        do {
            _ = try file.writeAll(bytes)
        } catch {
            throw systemError(error)
        }
    }

    static func close(_ file: FileDescriptor) throws(Errno) {
        do {
            try file.close()
        } catch {
            // The descriptor is gone even then; closing it again could hit another file.
            let reason = systemError(error)
            if reason != .interrupted { throw reason }
        }
    }

    /// Waits until the file's bytes and status are on the medium.
    static func synchronize(_ file: FileDescriptor) throws(Errno) {
        try check { fsync(file.rawValue) }
    }

    static func setPermissions(of file: FileDescriptor, to permissions: FilePermissions) throws(Errno) {
        try check { fchmod(file.rawValue, permissions.rawValue) }
    }

    static func setOwner(of file: FileDescriptor, to user: UserID, _ group: GroupID) throws(Errno) {
        try check { fchown(file.rawValue, user.rawValue, group.rawValue) }
    }

    /// The user as whom files are made.
    static var effectiveUser: UserID { UserID(rawValue: geteuid()) }

    /// Waits for an exclusive advisory lock, which ends with the descriptor or the process.
    static func lock(_ file: FileDescriptor) throws(Errno) {
        try check { flock(file.rawValue, LOCK_EX) }
    }

    /// Puts the file at `source` in the place of `target`, in one step.
    static func replace(_ target: FilePath, with source: FilePath) throws(Errno) {
        try check {
            source.withPlatformString { source in
                target.withPlatformString { target in rename(source, target) }
            }
        }
    }

    static func removeFile(_ path: FilePath) throws(Errno) {
        try check { path.withPlatformString { unlink($0) } }
    }

    static func makeDirectory(_ path: FilePath, permissions: FilePermissions) throws(Errno) {
        try check { path.withPlatformString { mkdir($0, permissions.rawValue) } }
    }

    static func removeDirectory(_ path: FilePath) throws(Errno) {
        try check { path.withPlatformString { rmdir($0) } }
    }

    /// Fails with the reason for which `access` to `path` would be refused to the effective user.
    static func checkAccess(_ access: Access, to path: FilePath) throws(Errno) {
        try check { path.withPlatformString { faccessat(AT_FDCWD, $0, access.mask, AT_EACCESS) } }
    }

    /// Calls `body` for each name in `directory` but `.` and `..`, in the order of the disk.
    ///
    /// `body` gets the name, its type where the file system gives it along, and the open directory, to look closer.
    static func forEachEntry(
        of directory: FilePath,
        _ body: (_ name: UnsafePointer<CChar>, _ type: FileType?, _ directory: FileDescriptor) -> Void
    ) throws(Errno) {
        let opened: Result<OpaquePointer, Errno> = directory.withPlatformString { pointer in
            guard let stream = opendir(pointer) else { return .failure(Errno(rawValue: errno)) }
            return .success(stream)
        }
        let stream = try opened.get()
        defer { closedir(stream) }
        let descriptor = FileDescriptor(rawValue: dirfd(stream))
        while true {
            // The end and an error look the same but for this.
            errno = 0
            guard let entry = readdir(stream) else { break }
            withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                guard let name = bytes.baseAddress?.assumingMemoryBound(to: CChar.self), !isDots(name) else { return }
                // As DTTOIF does; 0 is "unknown".
                let type = entry.pointee.d_type == 0 ? nil : FileType(rawValue: mode_t(entry.pointee.d_type) << 12)
                body(name, type, descriptor)
            }
        }
        let code = errno
        if code != 0 { throw Errno(rawValue: code) }
    }

    private static func isDots(_ name: UnsafePointer<CChar>) -> Bool {
        let dot = CChar(0x2E)
        return name[0] == dot && (name[1] == 0 || (name[1] == dot && name[2] == 0))
    }

    private static func check(_ call: () -> CInt) throws(Errno) {
        while call() == -1 {
            let error = Errno(rawValue: errno)
            if error != .interrupted { throw error }
        }
    }

    private static func systemError(_ error: any Error) -> Errno {
        // swift-system throws nothing else; its signatures are older than typed errors.
        error as? Errno ?? .ioError
    }
}

extension Stat {
    /// When the contents and when the status were changed, in a form that can be compared.
    var changeTimes: [Int] {
        [Int(st_mtim.tv_sec), Int(st_mtim.tv_nsec), Int(st_ctim.tv_sec), Int(st_ctim.tv_nsec)]
    }
}
