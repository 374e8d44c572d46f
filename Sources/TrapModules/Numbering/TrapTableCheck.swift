import Edits
import Findings
import SyscallSyntax

/// Holds a file that numbers traps against a scheme: a `syscalls.master`, a header with their numbers, or XNU's own
/// `syscall_sw.c` and `syscall_sw.h`.
public struct TrapTableCheck: Sendable {
    /// How many traps the file numbers.
    public let count: Int
    /// What does not follow the scheme.
    public let findings: [Finding]

    /// A number that a file gives to a name.
    private struct Entry {
        let name: String
        let number: Int
        /// How many arguments it says; `nil` where it does not.
        var arguments: Int?
        /// How many words of 32 bits it says.
        var words: Int?
        /// The letters of what converts them.
        var munged: String?
        /// Whether the number is a row of `syscalls.master`.
        var isRow = false
        let offset: Int
    }

    /// Checks `text`, the file at `path`, against `scheme`.
    ///
    /// - Throws: a `Refusal` when it numbers no trap.
    public init(_ text: [UInt8], path: String, scheme: NumberingScheme, base: Int = NumberingScheme.bandBase)
        throws(Refusal)
    {
        let lines = LineMap(text)
        var entries = Self.rows(text, lines)
        entries += Self.definitions(text)
        let (table, tableFindings) = Self.table(text, path, lines)
        let traps = Self.kernelTraps(text)
        var findings = tableFindings
        let known = entries.filter { XNUTrap.named($0.name) != nil }
        guard !known.isEmpty || !table.isEmpty || !traps.isEmpty else {
            throw Refusal("no-traps", at: Location(path: path), "the file gives no number to a trap of XNU")
        }
        let place = { (entry: Entry) in Location(path: path, offset: entry.offset, in: lines) }
        for entry in known {
            guard let trap = XNUTrap.named(entry.name) else { continue }
            if let number = scheme.number(of: trap, base: base), entry.number != number {
                findings.append(
                    Finding(
                        .error, "trap-misnumbered", at: place(entry),
                        "\(entry.name) has number \(scheme.spelled(entry.number)); trap \(trap.number) is \(scheme.spelled(number)) in the scheme \(scheme.rawValue)",
                        about: entry.name))
            }
            findings += Self.arity(entry, trap, at: place(entry))
        }
        // In a band, a number is a trap's whether it is there or not.
        if scheme == .band600 {
            for entry in entries where entry.isRow && XNUTrap.named(entry.name) == nil {
                guard let trap = XNUTrap.all.first(where: { base + $0.number == entry.number }) else { continue }
                findings.append(
                    Finding(
                        .error, "trap-collision", at: place(entry),
                        "number \(entry.number) is \(entry.name), and trap \(trap.number), \(trap.name), in the scheme",
                        about: entry.name))
            }
        }
        // XNU's own files number without a sign, or with one.
        for entry in table + traps {
            guard let trap = XNUTrap.all.first(where: { $0.number == entry.number }) else {
                findings.append(
                    Finding(
                        .warning, "unknown-trap", at: place(entry),
                        "\(entry.name): trap \(entry.number) is none that is known", about: entry.name))
                continue
            }
            if trap.name != entry.name {
                let isOther = XNUTrap.plain(trap.name) != XNUTrap.plain(entry.name)
                findings.append(
                    Finding(
                        isOther ? .warning : .note, "trap-misnamed", at: place(entry),
                        "trap \(entry.number) is called \(entry.name), and \(trap.name) in XNU's table",
                        about: entry.name))
            }
            findings += Self.arity(entry, trap, at: place(entry))
        }
        count = Set(known.map(\.name) + (table + traps).map(\.name)).count
        self.findings = findings.sortedByPlace
    }

    /// The numbers of a scheme that are calls of a table already.
    ///
    /// - Parameters:
    ///   - traps: the traps.
    ///   - base: where the band begins.
    ///   - name: what the table calls a number, and where; `nil` for no call.
    public static func collisions(
        _ traps: [XNUTrap], base: Int = NumberingScheme.bandBase,
        with name: (Int) -> (name: String, location: Location)?
    ) -> [Finding] {
        traps.compactMap { trap in
            guard let (name, location) = name(base + trap.number), XNUTrap.plain(name) != trap.plainName else {
                return nil
            }
            return Finding(
                .error, "trap-collision", at: location,
                "number \(base + trap.number) is '\(name)' in this table, and trap \(trap.number), \(trap.name), in the scheme",
                about: trap.name)
        }
    }

    private static func arity(_ entry: Entry, _ trap: XNUTrap, at location: Location) -> [Finding] {
        var findings: [Finding] = []
        let finding = { (message: String) in
            Finding(.warning, "trap-arity-differs", at: location, "\(entry.name): \(message)", about: entry.name)
        }
        if let arguments = entry.arguments, arguments != trap.arguments.count {
            findings.append(
                finding("\(arguments) arguments, and XNU's trap \(trap.number) has \(trap.arguments.count)"))
        }
        // What converts them decides; the count beside it is written by hand.
        if let words = entry.words, let munged = entry.munged {
            let real = munged.reduce(0) { $0 + ($1 == "l" ? 2 : 1) }
            if real != words { findings.append(finding("\(words) words, and munge_\(munged) converts \(real)")) }
            if let arguments = entry.arguments, munged.count != arguments {
                findings.append(finding("\(arguments) arguments, and munge_\(munged) converts \(munged.count)"))
            }
        } else if let words = entry.words, words != trap.words, words != trap.arguments.count {
            findings.append(finding("\(words) words, and XNU's table has \(trap.words)"))
        }
        return findings
    }

    // MARK: Forms of files

    /// Rows of `syscalls.master`, in every edition: a number at the beginning of a line, and a prototype behind it.
    private static func rows(_ text: [UInt8], _ lines: LineMap) -> [Entry] {
        var starts: [Int] = []
        for line in lines.starts.indices {
            let range = lines.range(ofLine: line + 1)
            guard let first = text[range].first, isDigit(first) else { continue }
            starts.append(range.lowerBound)
        }
        return starts.indices.compactMap { index in
            let end = index + 1 < starts.count ? starts[index + 1] : text.count
            let tokens = CodeLexer.pieces(Array(text[starts[index]..<end]), file: 0).compactMap { piece -> CodeToken? in
                if case .token(let token) = piece { token } else { nil }
            }
            guard let number = tokens.first.flatMap({ Int($0.text) }), tokens.count > 3,
                tokens.prefix(6).contains(where: {
                    $0.text.hasPrefix("AUE_") || ["STD", "NOSTD", "NODEF", "UNIMPL", "OBSOL"].contains($0.text)
                }),
                let open = tokens.firstIndex(where: { $0.isSymbol("(") }), open > 0, tokens[open - 1].kind == .word
            else { return nil }
            let (arguments, _) = tokens.arguments(at: open)
            let isVoid = arguments.count == 1 && arguments[0].count == 1 && arguments[0].first?.text == "void"
            return Entry(
                name: tokens[open - 1].text, number: number, arguments: isVoid ? 0 : arguments.count { !$0.isEmpty },
                isRow: true,
                offset: starts[index] + Int(tokens[open - 1].offset))
        }
    }

    /// `#define SYS_name 610`
    private static func definitions(_ text: [UInt8]) -> [Entry] {
        CodeLexer.pieces(text, file: 0).compactMap { piece in
            guard case .directive("define", let tokens, _) = piece, tokens.count >= 2, let name = tokens.first else {
                return nil
            }
            let value = CodeBase.stripped(tokens.dropFirst()[...])
            guard let number = CodeBase([]).value(value) else { return nil }
            let plain = ["SYS_", "MACH_TRAP_", "__NR_"].first { name.text.hasPrefix($0) }.map {
                String(name.text.dropFirst($0.count))
            }
            guard let plain else { return nil }
            return Entry(name: plain, number: number, offset: Int(name.offset))
        }
    }

    /// `/* 10 */ MACH_TRAP(name, arguments, words, munge_…)`: the place counts, and the comment says it.
    private static func table(_ text: [UInt8], _ path: String, _ lines: LineMap) -> (
        entries: [Entry], findings: [Finding]
    ) {
        var entries: [Entry] = []
        var findings: [Finding] = []
        var isRead: Set<Int> = []
        var index = 0
        let tokens = CodeLexer.pieces(text, file: 0).enumerated().compactMap { _, piece -> CodeToken? in
            if case .token(let token) = piece { token } else { nil }
        }
        for place in tokens.indices.dropLast()
        where tokens[place].text == "MACH_TRAP" && tokens[place + 1].isSymbol("(") {
            let (arguments, _) = tokens.arguments(at: place + 1)
            guard arguments.count >= 4, let name = arguments[0].first else { continue }
            let said = comment(text, before: Int(tokens[place].offset), lines)
            // The arms of a conditional have one place.
            if let said, isRead.contains(said) { continue }
            if let said, said != index {
                findings.append(
                    Finding(
                        .error, "trap-misnumbered", at: Location(path: path, offset: Int(name.offset), in: lines),
                        "\(name.text) is entry \(index) of the table, and its comment says \(said)"))
            }
            let number = said ?? index
            isRead.insert(number)
            index = number + 1
            guard name.text != "kern_invalid" else { continue }
            let munger = arguments[3].spelled
            entries.append(
                Entry(
                    name: name.text, number: number, arguments: Int(arguments[1].spelled),
                    words: Int(arguments[2].spelled),
                    munged: munger.hasPrefix("munge_") ? String(munger.dropFirst(6)) : nil, offset: Int(name.offset)))
        }
        return (entries, findings)
    }

    /// The number in the comment that begins the line.
    private static func comment(_ text: [UInt8], before offset: Int, _ lines: LineMap) -> Int? {
        let start = lines.range(ofLine: lines.line(at: offset)).lowerBound
        let words = text.text(start..<offset).split { " /*\t".contains($0) }
        return words.count == 1 ? Int(words[0]) : nil
    }

    /// `kernel_trap(name,-10,5)`
    private static func kernelTraps(_ text: [UInt8]) -> [Entry] {
        let tokens = CodeLexer.pieces(text, file: 0).compactMap { piece -> CodeToken? in
            if case .token(let token) = piece { token } else { nil }
        }
        return tokens.indices.dropLast().compactMap { place in
            guard tokens[place].text == "kernel_trap", tokens[place + 1].isSymbol("(") else { return nil }
            let (arguments, _) = tokens.arguments(at: place + 1)
            guard arguments.count == 3, let name = arguments[0].first, let number = CodeBase([]).value(arguments[1])
            else { return nil }
            return Entry(
                name: name.text, number: abs(number), words: Int(arguments[2].spelled), offset: Int(name.offset))
        }
    }
}
