import Edits
import Findings
import SyscallSyntax

/// Whether a multiplexor is gone: every operation of it is a call with a slot of its own, and nothing of it is left.
public struct Acceptance: Sendable {
    /// What became of each operation.
    public let operations: [Outcome]
    /// The words that only the multiplexor needed.
    public let words: [String]
    /// What is not as it should be.
    public let findings: [Finding]

    /// The rules of an audit that bear on whether a multiplexor is gone: both sides of each call that took its place agree.
    public static let rules: Set = [
        "arity-differs", "too-many-words", "registration-shares-variable", "unregister-set-differs",
        "resolved-not-registered",
    ]

    /// What became of an operation.
    public struct Outcome: Sendable, Hashable {
        /// What it was called.
        public let operation: String
        /// The functions with which programs ask for it.
        public let users: [String]
        /// The call that it is now; `nil` when there is none.
        public let call: String?
        /// Its words in the multiplexor.
        public let wordsBefore: Int
        /// Its words now; `nil` when there is no call, or the sources do not say them.
        public let wordsAfter: Int?
    }

    /// Holds `after` against what was there before.
    ///
    /// - Parameters:
    ///   - after: the sources that are to be accepted.
    ///   - before: those that had the multiplexor; without them only what can be told from the names is found.
    ///   - expected: calls that must have a slot of their own.
    ///   - texts: every file in which something of the multiplexor could be left, documents and makefiles as well.
    public init(_ after: TrapAudit, before: TrapAudit?, expected: [String], texts: [SourceFile]) {
        var outcomes: [Outcome] = []
        var findings: [Finding] = []
        var words: Set<String> = []
        for multiplexor in before?.multiplexors ?? [] {
            guard let before else { continue }
            words.formUnion(before.words(of: multiplexor))
            for operation in multiplexor.operations {
                let call = after.call(of: operation)
                outcomes.append(
                    Outcome(
                        operation: operation.name, users: operation.users, call: call?.name,
                        wordsBefore: operation.arguments.count, wordsAfter: call?.registration.words))
                if call == nil {
                    findings.append(
                        Finding(
                            .error, "operation-without-slot", at: operation.location,
                            "\(operation.name) of \(multiplexor.name) has no slot of its own",
                            notes: operation.users.map { Note("'\($0)' asks for it") },
                            about: operation.name))
                }
            }
        }
        for name in expected where !after.calls.contains(where: { $0.name == name }) {
            findings.append(
                Finding(.error, "operation-without-slot", at: nil, "\(name) has no slot of its own", about: name))
        }
        for multiplexor in after.multiplexors {
            findings.append(
                Finding(
                    .error, "multiplexor-remains", at: multiplexor.location,
                    "\(multiplexor.name) still is \(multiplexor.operations.count) calls in one",
                    about: multiplexor.name))
        }
        // A word that the new calls need as well is nothing that is left.
        let live = Set(
            after.calls.flatMap {
                [$0.name, $0.registration.handler, $0.registration.structure, $0.handler?.real].compactMap { $0 }
            })
        words.subtract(live)
        operations = outcomes
        self.words = words.sorted()
        findings += texts.flatMap { Self.leftovers(in: $0, words: words, guess: before == nil) }
        self.findings = findings.sortedByPlace
    }

    /// The first place in `file` at which each word is left. What is code is doubtful; what is a comment or a document, worth
    /// knowing.
    private static func leftovers(in file: SourceFile, words: Set<String>, guess: Bool) -> [Finding] {
        var found = WordSearch(words).words(in: file.bytes)
        let places = Places(file.bytes)
        if guess { found.formUnion(places.words.keys.filter(isTelling)) }
        guard !found.isEmpty else { return [] }
        let code =
            SourceFile.isCode(file.path)
            ? codeWords(file) : file.path.hasSuffix(".md") || file.path.hasSuffix(".txt") ? [] : nil
        let lines = LineMap(file.bytes)
        return found.sorted().compactMap { word in
            guard let offset = places.words[word] else { return nil }
            let isCode = code.map { $0.contains(word) } ?? !places.isComment(offset, file.bytes, lines)
            return Finding(
                isCode ? .warning : .note, "multiplexor-remains",
                at: Location(path: file.path, offset: offset, in: lines),
                "'\(word)' is left of the multiplexor\(isCode ? "" : ", in a text")", about: word)
        }
    }

    /// A name that says multiplexor and speaks of calls.
    private static func isTelling(_ word: String) -> Bool {
        let parts = Set(word.lowercased().split(separator: "_"))
        guard parts.contains(where: { ["mux", "demux", "multiplex", "multiplexor", "multiplexer"].contains($0) }) else {
            return false
        }
        return parts.contains { ["trap", "traps", "syscall", "syscalls", "sys", "op", "mach"].contains($0) }
    }

    private static func codeWords(_ file: SourceFile) -> Set<String> {
        var words: Set<String> = []
        for piece in CodeLexer.pieces(file.bytes, file: 0) {
            switch piece {
            case .token(let token): add(token, to: &words)
            case .directive(_, let tokens, _): tokens.forEach { add($0, to: &words) }
            }
        }
        return words
    }

    /// What is in quotes may be a name as well: `"mach.syscall.mach_trap_mux"`, `"mach_traps_mux.h"`.
    private static func add(_ token: CodeToken, to words: inout Set<String>) {
        if token.kind == .word { words.insert(token.text) }
        if token.kind == .string { words.formUnion(Places(Array(token.text.utf8)).words.keys) }
    }

    /// Where each word of a text stands first.
    private struct Places {
        private(set) var words: [String: Int] = [:]

        init(_ bytes: [UInt8]) {
            var position = 0
            while position < bytes.count {
                guard isIdentifier(bytes[position]) else {
                    position += 1
                    continue
                }
                let start = position
                while position < bytes.count, isIdentifier(bytes[position]) { position += 1 }
                let word = bytes.text(start..<position)
                if words[word] == nil { words[word] = start }
            }
        }

        /// Whether a line of a script or a makefile is a comment.
        func isComment(_ offset: Int, _ bytes: [UInt8], _ lines: LineMap) -> Bool {
            let range = lines.range(ofLine: lines.line(at: offset))
            return bytes[range.lowerBound..<offset].contains(0x23)
        }
    }
}

extension TrapAudit {
    /// The call that an operation of a multiplexor has become: the one that the same function of the programs makes now, or
    /// one of its name.
    func call(of operation: Multiplexor.Operation) -> AuditedCall? {
        let multiplexed = Set(multiplexors.map(\.name))
        let own = calls.filter { !multiplexed.contains($0.name) }
        if let call = own.first(where: { call in call.users.contains { operation.users.contains($0.function) } }) {
            return call
        }
        let names = ([operation.constant, operation.function].compactMap { $0 } + operation.users).map {
            $0.lowercased()
        }
        return own.first { call in names.contains { $0 == call.name || $0.hasSuffix("_" + call.name) } }
    }

    /// The words that only the multiplexor needs.
    func words(of multiplexor: Multiplexor) -> Set<String> {
        guard let call = calls.first(where: { $0.name == multiplexor.name }) else { return [] }
        let registration = call.registration
        var words: Set<String> = [multiplexor.name, multiplexor.handler]
        for word in [
            registration.handler, multiplexor.structure, registration.offset, registration.row, registration.saved,
        ] { if let word { words.insert(word) } }
        for operation in multiplexor.operations {
            guard let constant = operation.constant else { continue }
            words.insert(constant)
            // The header that defines it, where it defines nothing else that is used.
            for definition in base.constants[constant] ?? [] {
                let name = base.files[definition.file].name.split(separator: ".").first.map(String.init) ?? ""
                if name.contains("mux") || name.contains("multiplex") { words.insert(name) }
            }
        }
        // A function that only the multiplexor calls.
        for function in multiplexor.operations.compactMap(\.function) where function.contains("mux") {
            words.insert(function)
        }
        return words
    }
}
