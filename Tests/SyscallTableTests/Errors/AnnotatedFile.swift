import SyscallSyntax

/// A file of the corpus: its bytes without the announcements, and the announcements.
struct AnnotatedFile {
    let name: String
    private(set) var bytes: [UInt8] = []
    private(set) var expectations: [Expectation] = []

    private static let mark = Array(" ### ".utf8)

    init(name: String, _ source: [UInt8]) throws {
        self.name = name
        let lines = source.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        for (index, line) in lines.enumerated() {
            let parts = line.split(separator: Self.mark)
            let text = Self.decoded(parts.first.map(Array.init) ?? [])
            for announcement in parts.dropFirst() {
                expectations.append(try Expectation(String(decoding: announcement, as: UTF8.self), in: name, index + 1))
            }
            bytes += text.bytes
            if text.endsFile { return }
            if index < lines.count - 1 { bytes.append(0x0A) }
        }
    }

    /// `line` with `<0D>` and its like as the bytes that they stand for.
    private static func decoded(_ line: [UInt8]) -> (bytes: [UInt8], endsFile: Bool) {
        var bytes: [UInt8] = []
        var position = 0
        while position < line.count {
            if line[position...].starts(with: "<EOF>".utf8) { return (bytes, true) }
            let end = position + 4
            if line[position] == UInt8(ascii: "<"), end <= line.count, line[end - 1] == UInt8(ascii: ">"),
                let byte = UInt8(String(decoding: line[position + 1..<end - 1], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                position = end
            } else {
                bytes.append(line[position])
                position += 1
            }
        }
        return (bytes, false)
    }
}

extension Expectation {
    struct Malformed: Error {
        let text: String
    }

    /// `[warning ][COLUMN ]RULE: MESSAGE`
    init(_ announcement: String, in file: String, _ number: Int) throws {
        guard let colon = announcement.firstRange(of: ": ") else { throw Malformed(text: announcement) }
        var words = announcement[..<colon.lowerBound].split(separator: " ")
        guard let rule = words.popLast() else { throw Malformed(text: announcement) }
        let isWarning = words.first == "warning"
        if isWarning { words.removeFirst() }
        guard words.count <= 1, words.allSatisfy({ Int($0) != nil }) else { throw Malformed(text: announcement) }
        let place = ([file, "\(number)"] + words.map(String.init)).joined(separator: ":")
        self.rule = String(rule)
        hasColumn = !words.isEmpty
        line = "\(place): \(isWarning ? "warning" : "error"): \(announcement[colon.upperBound...]) [\(rule)]"
    }
}
