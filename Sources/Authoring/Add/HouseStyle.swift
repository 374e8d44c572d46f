import SyscallSyntax
import SyscallTable

/// How most entries of a master are written: on lines of their own or on one, and the white space between the pieces.
struct HouseStyle {
    /// What an entry says.
    struct Entry {
        let number: Int
        let audit: String
        let kinds: String
        let result: String
        let name: String
        let arguments: [String]
    }

    /// Header, prototype, a line an argument, `);`, `}`.
    struct Block: Hashable {
        /// The gaps behind number, audit event and kinds.
        var header = ["\t", "\t", " "]
        /// Behind `{`, and ahead of each argument.
        var prototype = "\n\t\t"
        var argument = "\n\t\t    "
        /// Ahead of `);`, and of `}`.
        var end = "\n\t\t"
        var brace = "\n\t"
    }

    /// `{ type name(type argument, …); }` on as many lines as it needs.
    struct Line {
        var header: [String]
        /// Between two lines, with the blanks that begin the second one.
        var continuation: String
    }

    private let block: Block?
    private let line: Line

    /// Reads the style of most entries of `master`.
    init(_ master: Master) {
        var blocks: [Block: Int] = [:]
        var lines: [[String]: Int] = [:]
        var continuations: [String: Int] = [:]
        let bytes = master.syntax.bytes
        for node in master.syntax.nodes {
            guard case .entry(let entry) = node.kind, let prototype = entry.prototype, entry.header.count >= 3 else {
                continue
            }
            let pieces = Pieces(bytes, entry, prototype, end: node.range.upperBound)
            guard let header = pieces.header else { continue }
            if let block = pieces.block(header) {
                blocks[block, default: 0] += 1
            } else if pieces.isLine {
                lines[header, default: 0] += 1
                for continuation in pieces.continuations { continuations[continuation, default: 0] += 1 }
            }
        }
        let blockCount = blocks.values.reduce(0, +)
        let lineCount = lines.values.reduce(0, +)
        line = Line(
            header: Self.mostFrequent(lines) ?? ["\t", "\t", "\t"],
            continuation: Self.mostFrequent(continuations) ?? " \\\n\t\t\t\t    "
        )
        if master.syntax.form == .block {
            block = Self.mostFrequent(blocks) ?? Block()
        } else {
            block = blockCount > lineCount ? Self.mostFrequent(blocks) : nil
        }
    }

    /// The text of `entry`, with its last line feed.
    func text(_ entry: Entry) -> String {
        let result = entry.result.hasSuffix("*") ? entry.result : entry.result + " "
        let header = { (gaps: [String]) in
            "\(entry.number)\(gaps[0])\(entry.audit)\(gaps[1])\(entry.kinds)\(gaps[2]){"
        }
        guard let block else { return text(entry, header(line.header), result) }
        let head = header(block.header) + block.prototype + result + entry.name + "("
        guard !entry.arguments.isEmpty else { return head + "void);" + block.brace + "}\n" }
        // A comma that a backslash follows has a blank between them, as the gap has it.
        let list = entry.arguments.map { block.argument + $0 }.joined(separator: ",")
        return head + list + block.end + ");" + block.brace + "}\n"
    }

    /// On as few lines of at most 80 columns as it needs.
    private func text(_ entry: Entry, _ header: String, _ result: String) -> String {
        var lines = [header + " " + result + entry.name + "("]
        let words = entry.arguments.isEmpty ? ["void); }"] : entry.arguments
        let indent = line.continuation.drop { $0 != "\n" }.dropFirst()
        let backslash = line.continuation.prefix { $0 != "\n" }
        for (index, word) in words.enumerated() {
            let isLast = index == words.count - 1
            let word = entry.arguments.isEmpty ? word : word + (isLast ? "); }" : ",")
            let joined = (lines.last ?? "") + (index == 0 ? "" : " ") + word
            if Self.width(joined) + (isLast ? 0 : backslash.count) <= 80 {
                lines[lines.count - 1] = joined
            } else {
                lines.append(indent + word)
            }
        }
        return lines.joined(separator: backslash + "\n") + "\n"
    }

    /// The column behind `text`, tabs being eight wide.
    static func width(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $1 == "\t" ? ($0 / 8 + 1) * 8 : $0 + 1 }
    }
}

extension HouseStyle {
    /// The key that occurs most often; of several the one that describes itself first, so that no hash order shows.
    fileprivate static func mostFrequent<Key>(_ counts: [Key: Int]) -> Key? {
        counts.max { ($0.value, "\($1.key)") < ($1.value, "\($0.key)") }?.key
    }
}

/// An entry's white space.
private struct Pieces {
    let bytes: [UInt8]
    let entry: EntrySyntax
    let prototype: PrototypeSyntax
    /// The `{` and the `}`.
    private let open: Int
    private let close: Int

    init(_ bytes: [UInt8], _ entry: EntrySyntax, _ prototype: PrototypeSyntax, end: Int) {
        self.bytes = bytes
        self.entry = entry
        self.prototype = prototype
        open =
            bytes[entry.header[2].upperBound..<prototype.result.lowerBound].lastIndex(of: 0x7B)
            ?? entry.header[2].upperBound
        close = bytes[prototype.name.upperBound..<end].lastIndex(of: 0x7D) ?? end
    }

    /// The gaps of the header; `nil` when something else than white space stands in them.
    var header: [String]? {
        let words = entry.header
        return gaps([
            words[0].upperBound..<words[1].lowerBound, words[1].upperBound..<words[2].lowerBound,
            words[2].upperBound..<open,
        ])
    }

    /// Whether the prototype begins on the line of the header.
    var isLine: Bool { !bytes[open..<prototype.name.lowerBound].contains(0x0A) }

    func block(_ header: [String]) -> HouseStyle.Block? {
        let arguments = prototype.arguments.map { bytes.trimmed($0) }
        guard !isLine, let first = arguments.first, let last = arguments.last,
            let paren = bytes[last.upperBound..<close].firstIndex(of: 0x29),
            let gaps = gaps([
                open + 1..<prototype.result.lowerBound, prototype.name.upperBound + 1..<first.lowerBound,
            ])
        else { return nil }
        // Behind the last argument a comma may stand, which no rule asks for.
        var end = last.upperBound
        while end < paren, bytes[end] == 0x2C { end += 1 }
        guard let ends = self.gaps([end..<paren, paren + 2..<close]), gaps[0].contains("\n"), gaps[1].contains("\n"),
            ends[0].contains("\n")
        else { return nil }
        return HouseStyle.Block(header: header, prototype: gaps[0], argument: gaps[1], end: ends[0], brace: ends[1])
    }

    /// The white space around the line feeds of a prototype that begins on the header's line.
    var continuations: [String] {
        var found: [String] = []
        var position = open
        while let feed = bytes[position..<close].firstIndex(of: 0x0A) {
            var start = feed
            while start > open, bytes[start - 1] == 0x5C || bytes[start - 1] == 0x20 { start -= 1 }
            let end = bytes[feed..<close].firstIndex { !isSpace($0) } ?? close
            found.append(bytes.text(start..<end))
            position = end
        }
        return found
    }

    private func gaps(_ ranges: [Range<Int>]) -> [String]? {
        let isBlank = ranges.allSatisfy { bytes[$0].allSatisfy { isSpace($0) || $0 == 0x5C } }
        return isBlank ? ranges.map { bytes.text($0) } : nil
    }
}
