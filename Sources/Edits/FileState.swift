/// How a regular file may be executed: the two modes that git knows.
public enum FileMode: Sendable, Hashable {
    /// `0644`, git's `100644`.
    case regular
    /// `0755`, git's `100755`.
    case executable
}

/// What stands at a path before or after a change.
public enum FileState: Sendable, Hashable {
    /// Nothing stands there.
    case absent
    /// A regular file with these bytes.
    case file([UInt8], FileMode)

    /// The bytes of the file; `nil` when there is none.
    public var bytes: [UInt8]? {
        switch self {
        case .absent: nil
        case .file(let bytes, _): bytes
        }
    }
}

extension FileState {
    /// Whether both are the same file, byte for byte, or both absent.
    public static func == (left: FileState, right: FileState) -> Bool {
        switch (left, right) {
        case (.absent, .absent): true
        case (.file(let old, let oldMode), .file(let new, let newMode)): oldMode == newMode && old.isSame(as: new)
        case (.absent, .file), (.file, .absent): false
        }
    }
}

extension [UInt8] {
    fileprivate func isSame(as other: [UInt8]) -> Bool {
        withUnsafeBytes { left in other.withUnsafeBytes { left.isSame(as: $0) } }
    }
}

extension UnsafeRawBufferPointer {
    /// Equality 32 bytes at a time; that of the standard library takes them one by one.
    package func isSame(as other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        var offset = 0
        while offset + 32 <= count {
            let old = loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
            let new = other.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
            let difference = old ^ new
            if difference[0] | difference[1] | difference[2] | difference[3] != 0 { return false }
            offset += 32
        }
        return self[offset...].elementsEqual(other[offset...])
    }
}
