import SystemPackage

extension FilePath {
    /// The bytes of the file.
    ///
    /// - Throws: an `Errno`.
    package func readBytes() throws(Errno) -> [UInt8] {
        do {
            let file = try FileDescriptor.open(self, .readOnly, options: .closeOnExec)
            return try file.closeAfter { try file.readAll() }
        } catch {
            throw error as? Errno ?? .ioError
        }
    }
}

extension FileDescriptor {
    /// The bytes from here to the end.
    ///
    /// - Throws: an `Errno`.
    func readAll() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = try chunk.withUnsafeMutableBytes { try read(into: $0) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }
}
