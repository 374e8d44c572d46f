import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// All that a directory holds: paths, kinds, modes, the bytes and the time of change of files, the text of links.
public struct DirectorySnapshot: Sendable, Equatable {
    /// One line of description for each path.
    public let entries: [String: String]

    /// Looks at everything below `directory`.
    ///
    /// - Throws: `Errno` when something in it cannot be read.
    public init(of directory: String) throws {
        var entries: [String: String] = [:]
        try Self.collect(FilePath(directory), as: "", into: &entries)
        self.entries = entries
    }

    /// The paths, sorted.
    public var paths: [String] { entries.keys.sorted() }

    /// What is otherwise than in `other`, a line for each path: the way to compare, for the line that it prints.
    public func differences(from other: DirectorySnapshot) -> [String] {
        Set(entries.keys).union(other.entries.keys).sorted().compactMap { path in
            let (then, now) = (other.entries[path], entries[path])
            return then == now ? nil : "\(path): was \(then ?? "absent"), is \(now ?? "absent")"
        }
    }

    private static func collect(
        _ path: FilePath,
        as name: String,
        into entries: inout [String: String]
    ) throws {
        let status = try Stat(path, followTargetSymlink: false)
        let mode = String(status.permissions.rawValue, radix: 8)
        switch status.type {
        case .directory:
            // Its time of change is left out: a file that came and went is seen in no other way.
            if !name.isEmpty { entries[name] = "directory \(mode)" }
            guard let children = namesInDirectory(path) else { throw Errno(rawValue: errno) }
            for child in children {
                try collect(path.appending(child), as: name.isEmpty ? child : "\(name)/\(child)", into: &entries)
            }
        case .regular:
            let time = status.st_mtim
            let bytes = try contents(of: path, size: Int(status.size))
            let text =
                bytes.count <= 64 ? String(decoding: bytes, as: UTF8.self).debugDescription : "hash \(bytes.hashValue)"
            entries[name] = "file \(mode), changed \(time.tv_sec).\(time.tv_nsec), \(bytes.count) bytes: \(text)"
        case .symbolicLink:
            var text = [CChar](repeating: 0, count: Int(PATH_MAX))
            let length = readlink(path.string, &text, text.count)
            guard length >= 0 else { throw Errno(rawValue: errno) }
            entries[name] = "link to \(String(decoding: text[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self))"
        default:
            entries[name] = "special \(status.type.rawValue)"
        }
    }

    private static func contents(of path: FilePath, size: Int) throws -> [UInt8] {
        let file = try FileDescriptor.open(path, .readOnly)
        return try file.closeAfter {
            try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                let memory = UnsafeMutableRawBufferPointer(buffer)
                while count < size {
                    let read = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: memory[count...]))
                    if read == 0 { break }
                    count += read
                }
            }
        }
    }
}
