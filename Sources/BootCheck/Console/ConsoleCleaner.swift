/// The bytes of a console as clean text, line by line, for a log.
public struct ConsoleCleaner: Sendable {
    private var text = ConsoleText()

    /// Makes a cleaner for the beginning of a console.
    public init() {}

    /// The lines that end in `bytes`, each with a line feed.
    public mutating func clean(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        text.feed(bytes) { line, end, _ in
            result.append(contentsOf: line)
            if end == .line { result.append(0x0A) }
        }
        return result
    }

    /// What has not ended its line.
    public mutating func finish() -> [UInt8] {
        var result: [UInt8] = []
        text.finish { line, _, _ in
            result.append(contentsOf: line)
            result.append(0x0A)
        }
        return result
    }
}
