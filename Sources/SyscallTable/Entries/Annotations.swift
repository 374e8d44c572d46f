import SyscallSyntax

/// The SAL and `_Contains_` annotations of an argument, by the patterns of `stripArgAnnotations` of core/scarg.lua:
/// `_Contains_[^ ]*[_)] ?`, `_In[^ ]*[_)] ?` and `_Out[^ ]*[_)] ?`, one after the other.
enum Annotations {
    private static let sal: [StaticString] = ["_In", "_Out"]

    /// What of `range` is neither white space at its ends nor an annotation, and `nil` where that is not one part of it:
    /// nearly all annotations stand ahead of the type.
    static func strip(_ range: Range<Int>, of bytes: [UInt8], _ rules: Particulars.AnnotationRules) -> Range<Int>? {
        guard rules != .none, bytes.mayHoldAnnotation(range) else { return bytes.trimmed(range) }
        let rest = rules == .contains ? bytes.droppingAnnotations(from: range) : range
        return bytes.mayHoldAnnotation(rest) ? nil : bytes.trimmed(rest)
    }

    /// `text` without the annotations that `rules` know and without white space at its ends.
    static func removeAll(from text: ArraySlice<UInt8>, _ rules: Particulars.AnnotationRules) -> [UInt8] {
        var text = Array(text)
        if rules == .contains { text.removeAnnotations(beginningWith: "_Contains_") }
        for beginning in sal { text.removeAnnotations(beginningWith: beginning) }
        return Array(text[text.trimmed(0..<text.count)])
    }

    /// The type `text` without the annotations that `rules` know, as makesyscalls.sh has it.
    static func stripType(_ text: [UInt8], _ rules: Particulars.AnnotationRules) -> [UInt8] {
        var text = text
        if text.contains(0x5F), rules != .none {
            for beginning in sal { text.removeAnnotations(beginningWith: beginning, wantsSpace: true) }
        }
        return text
    }

    /// The annotations alone, as written: what ``removeAll(from:_:)`` takes away.
    ///
    /// An annotation need not be a word: up to FreeBSD 14 the generator joins lines without a blank, so that one that
    /// stands on a line of its own sticks to the type on the next (`extattr_list_link` of FreeBSD 13).
    static func of(_ text: [UInt8], _ rules: Particulars.AnnotationRules) -> String {
        // All of them begin with an underscore, and many arguments have none.
        guard rules != .none, text.contains(0x5F) else { return "" }
        let beginnings = rules == .contains ? ["_Contains_"] + sal : sal
        var found: [String] = []
        var position = 0
        while position < text.count {
            guard text[position] == 0x5F,
                let end = beginnings.lazy.compactMap({ text.annotationEnd(at: position, beginningWith: $0) }).first
            else {
                position += 1
                continue
            }
            found.append(text.text(position..<end))
            position = end
        }
        return found.joined(separator: " ")
    }
}

extension [UInt8] {
    /// Removes what begins with `beginning` and goes on to the last `_` or `)` ahead of a space, and one space behind;
    /// where `wantsSpace`, nothing without that space, as the patterns of makesyscalls.sh have it.
    fileprivate mutating func removeAnnotations(beginningWith beginning: StaticString, wantsSpace: Bool = false) {
        var position = 0
        while let start = firstIndex(of: beginning, in: position..<count) {
            guard let end = annotationEnd(at: start, beginningWith: beginning),
                !wantsSpace || (end < count && self[end] == 0x20)
            else {
                position = start + 1
                continue
            }
            removeSubrange(start..<(end < count && self[end] == 0x20 ? end + 1 : end))
            position = start
        }
    }

    /// Where the annotation ends that begins at `start` with `beginning`: behind the last `_` or `)` ahead of a space.
    fileprivate func annotationEnd(at start: Int, beginningWith beginning: StaticString) -> Int? {
        guard holds(beginning, from: start) else { return nil }
        let rest = start + beginning.utf8CodeUnitCount
        let word = rest..<(self[rest...].firstIndex(of: 0x20) ?? count)
        return self[word].lastIndex { $0 == 0x5F || $0 == 0x29 }.map { $0 + 1 }
    }
}

extension [UInt8] {
    /// What of `range` stands behind the annotations, each a word for itself, that it begins with.
    fileprivate func droppingAnnotations(from range: Range<Int>) -> Range<Int> {
        var rest = range
        while let start = rest.first, self[start] == 0x5F, let space = firstIndex(of: 0x20, in: rest),
            isAnnotation(start..<space)
        {
            rest = space + 1..<rest.upperBound
        }
        return rest
    }

    /// Whether the word is one annotation and nothing else.
    private func isAnnotation(_ word: Range<Int>) -> Bool {
        let last = self[word.upperBound - 1]
        guard last == 0x5F || last == 0x29, !mayHoldAnnotation(word.dropFirst()) else { return false }
        return begins("_In", word) || begins("_Out", word)
            || begins("_Contains_", word) && word.count > "_Contains_".utf8.count
    }

    private func begins(_ text: StaticString, _ word: Range<Int>) -> Bool {
        word.count >= text.utf8CodeUnitCount && holds(text, from: word.lowerBound)
    }

    /// Whether an underscore stands ahead of the first letter of an annotation.
    fileprivate func mayHoldAnnotation(_ range: Range<Int>) -> Bool {
        var rest = range
        while let underscore = firstIndex(of: 0x5F, in: rest) {
            rest = underscore + 1..<range.upperBound
            if let next = rest.first, self[next] == 0x43 || self[next] == 0x49 || self[next] == 0x4F { return true }
        }
        return false
    }
}
