import Authoring
import Edits
import Findings
import SourceTree
import TableMerge

extension Plan {
    /// Works `intent` out on a tree.
    ///
    /// - Throws: a `Refusal` where the tree does not allow it.
    init(_ intent: Intent, on tables: TreeTables, scope: Scope) throws(Refusal) {
        switch intent {
        case .widen(let widening): self = try .widen(tables, by: widening, scope: scope)
        case .narrow(let numbers): self = try .narrow(tables, band: numbers, scope: scope)
        case .add(let addition): self = try .add(tables, addition, scope: scope)
        case .supersede(let supersession): self = try .supersede(tables, supersession, scope: scope)
        case .reserve(let reservation): self = try .reserve(tables, reservation, scope: scope)
        case .generate, .stub:
            throw Refusal("malformed-intent", "'\(intent.trailer)' cannot be planned on one tree alone")
        }
    }

    /// The head of a patch of this plan: the mail's own fields, and the plan's subject and message.
    func message(for mail: MailPatch, scope: Scope) -> [UInt8] {
        var lines: [[UInt8]] = []
        var isSubject = false
        for line in mail.head.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.isEmpty { break }
            let isFolded = line.first == 0x20 || line.first == 0x09
            if !isFolded { isSubject = line.starts(with: "Subject:".utf8) }
            if !isSubject {
                lines.append(Array(line))
            } else if !isFolded {
                lines.append(Array("Subject: [PATCH] \(subject)".utf8))
            }
        }
        let body = PatchMessage(
            subject: subject,
            paragraphs: commits.first?.paragraphs ?? [],
            trailers: .recording(intent, isUnpublished: mail.isUnpublished)
        ).body
        return lines.flatMap { $0 + [0x0A] } + [0x0A] + Array(body.utf8)
    }
}

extension [UInt8] {
    /// The text with the numbers of rows that moved as they are now: numbers of calls, and runs of slots as a range.
    func renumbered(_ moves: [MergedMaster.Move]) -> [UInt8] {
        guard !moves.isEmpty else { return self }
        var text = String(decoding: self, as: UTF8.self)
        var runs: [(old: ClosedRange<Int>, new: ClosedRange<Int>)] = []
        for move in moves {
            if let last = runs.last, move.isSlot, last.old.upperBound + 1 == move.old,
                last.new.upperBound + 1 == move.new
            {
                runs[runs.count - 1] = (last.old.lowerBound...move.old, last.new.lowerBound...move.new)
            } else {
                runs.append((move.old...move.old, move.new...move.new))
            }
        }
        var replaced: [(String, String)] = []
        for (number, run) in runs.enumerated() {
            // By way of a mark, as a new number of one run may be an old one of another.
            let mark = "\u{1}\(number)\u{2}"
            text = text.replacingWord(run.old.hyphenated, with: mark)
            replaced.append((mark, run.new.hyphenated))
        }
        for (mark, new) in replaced { text = text.replacing(mark, with: new) }
        return Array(text.utf8)
    }
}

extension String {
    /// The text with each `word` that stands alone, between characters that belong to no word or number, replaced.
    fileprivate func replacingWord(_ word: String, with other: String) -> String {
        var result = ""
        var rest = self[...]
        while let range = rest.firstRange(of: word) {
            let before = rest[..<range.lowerBound].last ?? result.last
            let after = rest[range.upperBound...].first
            let stands = [before, after].allSatisfy { $0.map { !$0.isLetter && !$0.isNumber && $0 != "-" } ?? true }
            result += rest[..<range.lowerBound] + (stands ? other[...] : rest[range])
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}
