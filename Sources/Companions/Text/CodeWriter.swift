/// The bytes of a companion as they are written.
///
/// They stand in memory of their own rather than in an array, which would ask at each of a thousand lines whether it is
/// shared.
struct CodeWriter {
    private var memory: Memory
    private var capacity: Int
    private var count = 0

    init(capacity: Int = 0) {
        self.capacity = max(capacity, 256)
        memory = Memory(capacity: self.capacity)
    }

    /// Appends text that reads like the C that it is.
    @inline(__always)
    mutating func write(_ text: Code) {
        text.move(to: &self)
    }

    /// Appends bytes of the master as they stand there.
    mutating func write(verbatim text: [UInt8]) {
        text.withUnsafeBytes { append($0) }
    }

    /// Appends bytes of the master as they stand there.
    mutating func write(verbatim text: Text) {
        append(UnsafeRawBufferPointer(text.bytes))
    }

    /// Appends what another writer gathered.
    mutating func write(_ section: CodeWriter) {
        section.withBytes { append($0) }
    }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        if count + bytes.count > capacity { makeRoom(for: bytes.count) }
        memory.start.advanced(by: count).copyMemory(from: source, byteCount: bytes.count)
        count += bytes.count
    }

    @inline(never)
    private mutating func makeRoom(for more: Int) {
        capacity = 2 * (count + more)
        let larger = Memory(capacity: capacity)
        larger.start.copyMemory(from: memory.start, byteCount: count)
        memory = larger
    }

    /// What was written so far.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withExtendedLifetime(memory) { body(UnsafeRawBufferPointer(start: memory.start, count: count)) }
    }
}

/// Memory that is given back with its last owner. No two writers write into one: a copy is only ever read.
private final class Memory {
    let start: UnsafeMutableRawPointer

    init(capacity: Int) {
        start = .allocate(byteCount: capacity, alignment: 1)
    }

    deinit {
        start.deallocate()
    }
}
