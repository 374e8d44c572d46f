import Glibc
import SystemPackage

/// A temporary file without a name: what a child process reads or writes instead of a pipe.
///
/// A pipe has to be served while the child runs, by a thread or a loop, and a child that ends early ends its writer by
/// `SIGPIPE`. This one is filled before the child starts, or read after its end, and goes away with its descriptor.
enum NamelessFile {
    /// Makes a file in `directory` that holds `bytes`, to be read from its beginning.
    static func make(_ bytes: [UInt8] = [], in directory: String) throws(Errno) -> FileDescriptor {
        var name = Array((directory + "/sysent-XXXXXX").utf8CString)
        let number = mkstemp(&name)
        guard number >= 0 else { throw Errno(rawValue: errno) }
        unlink(&name)
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        let file = FileDescriptor(rawValue: number)
        do {
            _ = try file.writeAll(bytes)
            try file.seek(offset: 0, from: .start)
            return file
        } catch {
            try? file.close()
            throw error as? Errno ?? .ioError
        }
    }

    /// All bytes of `file`.
    static func contents(_ file: FileDescriptor) throws(Errno) -> [UInt8] {
        do {
            try file.seek(offset: 0, from: .start)
            return try file.readAll()
        } catch {
            throw error as? Errno ?? .ioError
        }
    }
}
