/// The last lines of a console, in memory that is used again.
struct RecentLines: Sendable {
    private var lines: [[UInt8]]
    private(set) var count = 0

    init(capacity: Int) {
        lines = Array(repeating: [], count: capacity)
    }

    /// The number of lines that are kept at most.
    var capacity: Int { lines.count }

    mutating func append(_ line: UnsafeBufferPointer<UInt8>) {
        let slot = count % lines.count
        lines[slot].removeAll(keepingCapacity: true)
        lines[slot].append(contentsOf: line)
        count += 1
    }

    /// The line `back` lines before the last; 0 is the last.
    func line(_ back: Int) -> [UInt8]? {
        guard back < min(count, lines.count) else { return nil }
        return lines[(count - 1 - back) % lines.count]
    }

    /// The last `count` lines, oldest first.
    func last(_ count: Int) -> [[UInt8]] {
        (0..<min(count, self.count, lines.count)).reversed().compactMap { line($0) }
    }
}
