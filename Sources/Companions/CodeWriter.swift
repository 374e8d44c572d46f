/// The bytes of a companion as they are written.
struct CodeWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Appends text that reads like the C that it is.
    mutating func write(_ text: Code) {
        text.write(to: &bytes)
    }

    /// Appends bytes of the master as they stand there.
    mutating func write(verbatim text: [UInt8]) {
        bytes += text
    }

    /// Appends what another writer gathered.
    mutating func write(_ section: CodeWriter) {
        bytes += section.bytes
    }
}
