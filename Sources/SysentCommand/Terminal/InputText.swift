import Findings
import SystemPackage

/// Text that a user hands in: a file outside of any tree, or standard input.
enum InputText {
    /// More than any declaration has.
    private static let limit = 1 << 20

    /// The bytes of the file at `path`.
    ///
    /// - Throws: a `Refusal` when it cannot be read.
    static func file(_ path: String) throws(Refusal) -> [UInt8] {
        do {
            let file = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
            defer { try? file.close() }
            return try read(file)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal("unreadable-file", at: Location(path: path), "cannot be read: \(error)")
        }
    }

    /// Everything up to the end of standard input.
    ///
    /// - Throws: a `Refusal` when it cannot be read.
    static func standardInput() throws(Refusal) -> [UInt8] {
        do {
            return try read(.standardInput)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal("unreadable-file", at: Location(path: "standard input"), "cannot be read: \(error)")
        }
    }

    private static func read(_ file: FileDescriptor) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            if bytes.count > limit { throw Refusal("input-too-large", "a declaration has at most \(limit) bytes") }
        }
    }
}
