import Findings

/// The file of a kernel, as far as a boot has to know it.
public struct KernelFile: Sendable {
    private var bytes: [UInt8]
    private let path: String

    /// Takes the bytes of a kernel.
    ///
    /// - Throws: a `Refusal` when they are no ELF file of 64 bits.
    public init(_ bytes: [UInt8], path: String) throws(Refusal) {
        guard bytes.count > 64, bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else {
            throw Refusal("malformed-kernel", at: Location(path: path), "this is no ELF file of 64 bits")
        }
        self.bytes = bytes
        self.path = path
    }

    /// Whether it can be entered through PVH: it has the note that says where.
    public var hasPVHEntry: Bool {
        // The note's owner, the size of its value and its type, as they stand in the file.
        let note: [[UInt8]] = [4, 8].map { [4, 0, 0, 0, $0, 0, 0, 0, 18, 0, 0, 0] + Array("Xen\0".utf8) }
        return note.contains { find($0) }
    }

    /// The kernel with `image` as the root that it carries inside (`options MD_ROOT` and `MD_ROOT_SIZE`).
    ///
    /// - Throws: a `Refusal` when it has no room for one, or too little.
    public func carrying(_ image: [UInt8]) throws(Refusal) -> [UInt8] {
        guard let (offset, size) = section("oldmfs") else {
            throw Refusal(
                "no-room-for-root", at: Location(path: path),
                "the kernel has no room for a root: it is built without MD_ROOT_SIZE")
        }
        guard image.count <= size else {
            throw Refusal(
                "no-room-for-root", at: Location(path: path),
                "the kernel has room for a root of \(size >> 10) KiB, and this one has \((image.count + 1023) >> 10)")
        }
        var result = bytes
        result.replaceSubrange(offset..<(offset + image.count), with: image)
        return result
    }

    private func find(_ text: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            guard bytes.count >= text.count else { return false }
            for offset in 0...(bytes.count - text.count) where bytes[offset] == text[0] && bytes[offset + 8] == text[8]
            {
                if bytes[offset..<(offset + text.count)].elementsEqual(text) { return true }
            }
            return false
        }
    }

    private func number(_ offset: Int, _ size: Int) -> Int? {
        guard offset >= 0, offset + size <= bytes.count else { return nil }
        let value = bytes[offset..<(offset + size)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(exactly: value)
    }

    /// Where a section's bytes lie.
    private func section(_ name: String) -> (Int, Int)? {
        guard let table = number(0x28, 8), let size = number(0x3A, 2), let count = number(0x3C, 2),
            let names = number(0x3E, 2), let texts = number(table + names * size + 0x18, 8)
        else { return nil }
        for index in 0..<count {
            let header = table + index * size
            guard let text = number(header, 4), let offset = number(header + 0x18, 8),
                let length = number(header + 0x20, 8),
                let type = number(header + 4, 4)
            else { return nil }
            let start = texts + text
            let end = start + name.utf8.count
            guard end < bytes.count, bytes[start..<end].elementsEqual(name.utf8), bytes[end] == 0 else { continue }
            // Without bytes in the file there is nothing to write over.
            guard type != 8, offset + length <= bytes.count else { return nil }
            return (offset, length)
        }
        return nil
    }
}
