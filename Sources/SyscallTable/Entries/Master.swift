import Edits
import Findings
import SyscallSyntax

/// The rows of a `syscalls.master` and what stands around them.
public struct Master: Sendable {
    /// The file as written.
    public let syntax: MasterSyntax
    /// The rows in file order.
    public let rows: [Row]
    /// The lines for the head of the switch table, in file order.
    public let includes: [Include]
    /// The preprocessor lines behind the last row.
    public let epilog: [UInt8]
    /// The types of all arguments, each once.
    let types: [[UInt8]]
    /// What is wrong or doubtful: problems of form, of fields, of numbers.
    public let findings: [Finding]

    /// A line for the head of the switch table.
    public enum Include: Sendable, Hashable {
        /// `#include …`, with its line feed.
        case line([UInt8])
        /// `%%ABI_HEADERS%%`
        case abiHeaders
    }
}

extension Master {
    /// The first line without its dollar signs: the version that companions up to FreeBSD 11 say they were created from.
    public var origin: String {
        let line = syntax.bytes[syntax.lines.range(ofLine: 1)]
        return String(decoding: line.filter { $0 != 0x24 && $0 != 0x0A }, as: UTF8.self)
    }

    /// Reads the meaning of `syntax` by the kinds that `generator` knows.
    public init(_ syntax: MasterSyntax, generator: Generator) {
        var reader = MasterReader(syntax: syntax, generator: generator)
        reader.read()
        self.init(
            syntax: syntax,
            rows: reader.rows,
            includes: reader.includes,
            epilog: reader.prolog,
            types: reader.types.list,
            findings: (syntax.problems + reader.findings).inFileOrder
        )
    }
}

/// Walks the nodes of a master; `parseSysfile` of core/freebsd-syscall.lua and `process_sysfile` of makesyscalls.lua with
/// the checks that they lack.
struct MasterReader {
    let syntax: MasterSyntax
    let generator: Generator
    let rules: Particulars.MasterRules
    var rows: [Row] = []
    var includes: [Master.Include] = []
    var prolog: [UInt8] = []
    var findings: [Finding] = []
    var types = NumberedTexts()
    private var conditionals = Conditionals()
    private var isFirst = true
    /// The line on which the last row begins.
    private var line = 1
    /// How many numbers the rows have.
    private var size = 0
    /// The words that kinds were read from, and what each of them means.
    private var kindsWords = NumberedTexts()
    private var knownKinds: [Kinds] = []
    private var counter: GeneratorCounter
    /// The conditional lines since the last row, for ranges, whose prolog the generator repeats.
    private var prologConditional: Location?

    init(syntax: MasterSyntax, generator: Generator) {
        self.syntax = syntax
        self.generator = generator
        rules = generator.particulars.master
        counter = GeneratorCounter(form: syntax.form)
    }

    mutating func read() {
        for (index, node) in syntax.nodes.enumerated() {
            switch node.kind {
            case .blank, .comment, .stray: break
            case .include: includes.append(.line(lineText(node)))
            case .abiHeaders: readAbiHeaders(node)
            case .directive(let directive): read(directive, node)
            case .entry(let entry): read(entry, at: index)
            }
        }
        findings += conditionals.finish()
    }

    private mutating func readAbiHeaders(_ node: MasterNode) {
        if rules.abiHeaders {
            includes.append(.abiHeaders)
        } else {
            report("malformed-entry", at: node.range.lowerBound, "this release's generator knows no %%ABI_HEADERS%%")
        }
    }

    private func lineText(_ node: MasterNode) -> [UInt8] {
        let line = Array(syntax.bytes[node.range])
        return line.last == 0x0A ? line : line + [0x0A]
    }

    private mutating func read(_ directive: MasterNode.Directive, _ node: MasterNode) {
        let place = syntax.location(node.range.lowerBound)
        if directive != .other { prologConditional = prologConditional ?? place }
        findings += conditionals.pass(directive, at: place)
        counter.pass(directive, syntax.bytes[node.range])
        prolog += lineText(node)
    }

    private mutating func read(_ entry: EntrySyntax, at index: Int) {
        let start = entry.header.first?.lowerBound ?? syntax.nodes[index].range.lowerBound
        let isFirst = self.isFirst
        self.isFirst = false
        if isFirst, !prolog.isEmpty, !rules.copiesDirectives {
            findings.append(droppedProlog(ahead: syntax.location(start)))
            prolog = []
        }
        guard let numbers = numbers(entry), let row = row(entry, numbers, index, at: start) else {
            // The numbers go on behind a row that cannot be read, so that it is reported once.
            if let numbers = numbers(entry, silent: true) {
                _ = conditionals.take(numbers, at: start)
                _ = counter.take(numbers)
            }
            prolog = []
            prologConditional = nil
            return
        }
        if numbers.count > 1, !isFirst, !rules.copiesDirectives, let conditional = prologConditional {
            findings.append(
                Finding(
                    .error,
                    "directive-before-range",
                    at: syntax.location(start),
                    "the generator repeats the preprocessor lines ahead of a range for each of its numbers",
                    notes: [Note("the preprocessor line", at: conditional)]
                )
            )
        }
        let misplaced = conditionals.take(numbers, at: start)
        if let misplaced { findings.append(misplaced.finding(numbers, at: start, syntax)) }
        if let expected = counter.take(numbers), rules.countsNumbers, misplaced == nil {
            let message = "the generator stops here: it counts on from \(expected), whatever conditional this is"
            findings.append(Finding(.error, "number-order", at: syntax.location(start), message))
        }
        let hadRoom = size <= Master.sizeLimit
        size += numbers.count
        if size <= Master.sizeLimit {
            rows.append(row)
        } else if hadRoom {
            let message = "the rows have more than \(Master.sizeLimit) numbers in all, those of all arms counted"
            findings.append(Finding(.error, "table-too-large", at: syntax.location(start), message))
        }
        prolog = []
        prologConditional = nil
    }

    /// The place of the row that begins at `offset`. Rows are read in order, so its line is not far from the last one's.
    private mutating func location(ofRowAt offset: Int) -> Location {
        let starts = syntax.lines.starts
        while line < starts.count, starts[line] <= offset { line += 1 }
        return Location(path: syntax.path, line: line, column: offset - starts[line - 1] + 1)
    }

    private func droppedProlog(ahead place: Location) -> Finding {
        let message = "the preprocessor lines ahead of the first entry do not appear in the companions"
        guard let conditional = prologConditional else {
            return Finding(.warning, "dropped-directive", at: place, message)
        }
        return Finding(.error, "dropped-directive", at: conditional, message + ", and what they enclose would")
    }
}

// MARK: - Fields

extension MasterReader {
    mutating func report(_ rule: String, at offset: Int, _ message: String) {
        findings.append(Finding(.error, rule, at: syntax.location(offset), message))
    }

    private func numbers(_ entry: EntrySyntax, silent: Bool) -> ClosedRange<Int>? {
        guard let word = entry.word(0) else { return nil }
        let text = Array(syntax.line(word))
        let parts = text.split(separator: 0x2D, omittingEmptySubsequences: false)
        let values = parts.compactMap { text.decimal($0.startIndex..<$0.endIndex) }
        guard values.count == parts.count, values.count <= 2, let first = values.first, let last = values.last,
            first <= last, last <= Master.highestNumber
        else { return nil }
        return first...last
    }

    private mutating func numbers(_ entry: EntrySyntax) -> ClosedRange<Int>? {
        guard let word = entry.word(0) else { return nil }
        // Most rows have one number.
        if let number = syntax.bytes.decimal(word), number <= Master.highestNumber { return number...number }
        if let numbers = numbers(entry, silent: true) { return numbers }
        let text = syntax.text(word)
        let digits = text.utf8.allSatisfy { isDigit($0) || $0 == 0x2D }
        if digits, text.utf8.first != 0x2D, text.utf8.last != 0x2D {
            let isBackwards = text.utf8.count < 12 && text.utf8.contains(0x2D)
            report(
                isBackwards ? "malformed-number" : "number-too-large",
                at: word.lowerBound,
                isBackwards
                    ? "the range \(text) ends before it begins, or at a number above \(Master.highestNumber)"
                    : "\(text) is above \(Master.highestNumber), the highest number that ktrace(2) can record"
            )
        } else {
            report(
                "malformed-number", at: word.lowerBound,
                "expected the number of a system call, found '\(syntax.excerpt(word))'")
        }
        return nil
    }

    private mutating func row(
        _ entry: EntrySyntax,
        _ numbers: ClosedRange<Int>,
        _ index: Int,
        at start: Int
    ) -> Row? {
        guard let kindsWord = entry.word(2), let auditWord = entry.word(1) else {
            let end = entry.header.last?.upperBound ?? syntax.nodes[index].range.lowerBound
            let what = entry.header.count < 2 ? "audit event and type" : "type"
            report("missing-field", at: end, "\(what) missing; expected 'number audit type name'")
            return nil
        }
        let audit = syntax.text(auditWord)
        let isEvent = syntax.bytes.holds("AUE_", from: auditWord.lowerBound) || audit.hasPrefix("AUE_")
        guard isEvent || generator.kind(audit) == nil, isWord(auditWord, audit) else {
            let found = syntax.excerpt(auditWord)
            report("field-order", at: auditWord.lowerBound, "expected an audit event, found '\(found)'")
            return nil
        }
        guard let kinds = kinds(kindsWord) else { return nil }
        if entry.isDamaged { return nil }
        if syntax.bytes[entry.header[0]].contains(0x2D),
            !rules.ranges || kinds.flags.isDisjoint(with: [.reserved, .unimplemented])
        {
            report(
                "range-not-allowed",
                at: entry.header[0].lowerBound,
                rules.ranges
                    ? "a range is allowed with RESERVED and UNIMPL only" : "this release's generator takes no range"
            )
            return nil
        }
        guard let alternatives = alternatives(entry, kinds) else { return nil }
        let name = entry.prototype.map { syntax.text($0.name) } ?? entry.word(3).map(syntax.text) ?? ""
        var prototype: Prototype?
        if let declared = entry.prototype { prototype = self.prototype(declared, kinds) }
        switch kinds.level {
        case .none, .obsolete: break
        case .native, .compat:
            let place = entry.prototype?.name ?? entry.word(3)
            if !isName(name, at: place, entry) { return nil }
        }
        var comment = name
        if let limit = rules.commentFields, !kinds.flags.isDisjoint(with: [.obsolete, .unimplemented]) {
            comment = self.comment(entry, kinds, index, shorterThan: limit)
        }
        checkPlaceholder(name, comment, entry, kinds)
        return Row(
            numbers: numbers,
            audit: audit,
            kinds: kinds,
            name: name,
            comment: comment,
            alternatives: alternatives,
            prototype: prototype,
            prolog: prolog,
            arm: conditionals.arm,
            node: index,
            location: location(ofRowAt: start)
        )
    }

    /// Whether `text`, which stands at `range`, may stand in a C identifier.
    private func isWord(_ range: Range<Int>, _ text: String) -> Bool {
        // A word that is broken by the end of a line is one all the same.
        syntax.bytes.isWord(range) || text.utf8.allSatisfy(isIdentifier)
    }

    /// A call needs a name that C takes.
    private mutating func isName(_ name: String, at place: Range<Int>?, _ entry: EntrySyntax) -> Bool {
        let end = entry.header.last?.upperBound ?? 0
        if name.isEmpty {
            report("missing-field", at: end, "the name of the call is missing")
            return false
        } else if !isWord(place ?? 0..<0, name) || isDigit(name.utf8[name.utf8.startIndex])
            || name.utf8.count > 255
        {
            report(
                "malformed-name", at: entry.word(3)?.lowerBound ?? end,
                "'\(Array(name.utf8).excerpt(0..<name.utf8.count))' is no name of a call")
            return false
        }
        return true
    }

    /// The kinds that `word` names. Most rows have the kinds of another one.
    private mutating func kinds(_ word: Range<Int>) -> Kinds? {
        let (bytes, range) = syntax.unbroken(word)
        if let number = kindsWords.number(of: range, in: bytes) { return knownKinds[number] }
        guard let kinds = readKinds(word) else { return nil }
        _ = kindsWords.add(range, of: bytes)
        knownKinds.append(kinds)
        return kinds
    }

    private mutating func readKinds(_ word: Range<Int>) -> Kinds? {
        let words = syntax.bytes[word].split(separator: 0x7C).map { syntax.text($0.indices) }
        var kinds = Kinds(flags: [], compat: nil, words: words)
        if kinds.words.isEmpty {
            report("unknown-kind", at: word.lowerBound, "'\(syntax.excerpt(word))' names no kind")
            return nil
        }
        for text in kinds.words {
            guard let kind = generator.kind(text) else {
                report(
                    "unknown-kind", at: word.lowerBound,
                    "unknown kind '\(Array(text.utf8).excerpt(0..<text.utf8.count))'")
                return nil
            }
            switch kind {
            case .flag(let flag): kinds.flags.formUnion(flag)
            case .compat(let level):
                if let other = kinds.compat, other != level {
                    report("conflicting-kinds", at: word.lowerBound, "two compat levels, \(other) and \(level)")
                    return nil
                }
                kinds.compat = level
            }
        }
        guard let conflict = settle(&kinds) else { return kinds }
        report(conflict.rule, at: word.lowerBound, conflict.message)
        return nil
    }
}

extension Master {
    /// The highest number that is accepted: `ktr_code` of sys/sys/ktrace.h is a `short`.
    public static let highestNumber = 32767

    /// How many numbers the rows of all arms may have: a line of twenty bytes can claim all that there are, so that a
    /// small file could ask for any amount of memory.
    static let sizeLimit = 4 * (highestNumber + 1)
}

extension Generator {
    enum Kind {
        case flag(Kinds.Flags)
        case compat(Int)
    }

    /// The kind that `word` names; `nil` when the generator refuses it. A kind that the tree's generator knows and no
    /// known edition does has no effect on the companions, as far as can be told.
    func kind(_ word: String) -> Kind? {
        if word == "COMPAT" { return .compat(3) }
        if word.hasPrefix("COMPAT"), let level = Int(word.dropFirst(6)), level >= 0,
            edition == .modular || word == "COMPAT\(level)"
        {
            return .compat(level)
        }
        guard kinds.contains(word) else { return nil }
        return .flag(Kinds.Flags.named(word) ?? [])
    }
}
