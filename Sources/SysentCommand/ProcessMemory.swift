/// What a program that works for some milliseconds and ends can save where memory is asked for and given back.
enum ProcessMemory {
    /// Lets memory that is given back be used again instead of going back to the system at once, which would have to clear it
    /// anew.
    ///
    /// The allocator of glibc asks the system for each large piece by itself, until one as large has been given back
    /// (mallopt(3), `M_MMAP_THRESHOLD`). None that is larger is used here. What the second piece leaves is memory for the
    /// small ones that follow, of this thread alone: the system need not be asked for some more each time.
    static func reuse() {
        for size in [8 << 20, 6 << 20] {
            UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 1).deallocate()
        }
    }

    /// Holds `value` until the process ends.
    ///
    /// The tables of a tree are a hundred thousand pieces of memory. To give them back one by one, when the program has
    /// nothing left to do but to end, takes as long as to read a master.
    static func keep<Value: Sendable>(_ value: Value) -> Value {
        _ = Unmanaged.passRetained(Kept(value: value))
        return value
    }
}

private final class Kept<Value: Sendable>: Sendable {
    private let value: Value

    init(value: Value) {
        self.value = value
    }
}
