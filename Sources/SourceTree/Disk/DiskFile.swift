import SystemPackage

/// A regular file of the disk: its bytes, and its status when they were read.
struct DiskFile {
    let bytes: [UInt8]
    let status: Stat

    /// The largest file that is read; a damaged or sparse one must not exhaust the memory.
    static let sizeLimit: Int64 = 1 << 30

    /// Reads the file at `path`, of which no component is a link any more.
    init(reading path: FilePath) throws(DiskProblem) {
        // Looked at before it is opened: the opening alone of a pipe or a device can block or have an effect.
        try Self.requireRegular(Stat(systemPath: path, follow: false))
        let descriptor: FileDescriptor
        do {
            descriptor = try SystemCall.open(path, .readOnly, options: [.closeOnExec, .nonBlocking, .noFollow])
        } catch {
            throw .system(error)
        }
        defer { try? SystemCall.close(descriptor) }
        do {
            status = try descriptor.stat()
        } catch {
            throw .system(error)
        }
        try Self.requireRegular(status)
        do {
            bytes = try Self.contents(of: descriptor, size: Int(status.size))
        } catch {
            throw .system(error)
        }
    }

    private static func requireRegular(_ status: Stat) throws(DiskProblem) {
        switch status.type {
        case .regular: break
        case .directory: throw .system(.isDirectory)
        case let type: throw .special(type)
        }
        guard status.size <= sizeLimit else { throw .tooLarge(status.size) }
    }

    private static func contents(of file: FileDescriptor, size: Int) throws(Errno) -> [UInt8] {
        // One byte more than expected, so that a file that has grown shows itself.
        var bytes = try chunk(of: file, capacity: size + 1)
        var last = bytes.count
        while last > 0, bytes.count > size {
            let more = try chunk(of: file, capacity: 1 << 16)
            last = more.count
            bytes += more
        }
        return bytes
    }

    /// Reads until `capacity` bytes are there or the file ends.
    private static func chunk(of file: FileDescriptor, capacity: Int) throws(Errno) -> [UInt8] {
        var failure: Errno?
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            let memory = UnsafeMutableRawBufferPointer(buffer)
            do throws(Errno) {
                while count < capacity {
                    let rest = UnsafeMutableRawBufferPointer(rebasing: memory[count..<capacity])
                    let read = try SystemCall.read(file, into: rest)
                    if read == 0 { break }
                    count += read
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
