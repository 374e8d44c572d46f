import SyscallSyntax

/// The SAL and `_Contains_` annotations of an argument, by the patterns of `stripArgAnnotations` of core/scarg.lua:
/// `_Contains_[^ ]*[_)] ?`, `_In[^ ]*[_)] ?` and `_Out[^ ]*[_)] ?`, one after the other.
enum Annotations {
    private static let sal: [StaticString] = ["_In", "_Out"]

    /// `text` without the annotations that `rules` know and without white space at its ends.
    static func strip(_ text: ArraySlice<UInt8>, _ rules: Particulars.AnnotationRules) -> ArraySlice<UInt8> {
        guard rules != .none else { return text.trimmed }
        // Nearly all annotations stand ahead of the type, so that what is left is a part of the text.
        let rest = rules == .contains ? text.droppingAnnotations : text
        return rest.mayHoldAnnotation ? removeAll(from: Array(text), rules)[...] : rest.trimmed
    }

    private static func removeAll(from text: [UInt8], _ rules: Particulars.AnnotationRules) -> [UInt8] {
        var text = text
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

    /// The annotations alone, as written: what ``strip(_:_:)`` takes away.
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

extension ArraySlice<UInt8> {
    /// The text behind the annotations, each a word for itself, that it begins with.
    fileprivate var droppingAnnotations: ArraySlice<UInt8> {
        var rest = self
        while rest.first == 0x5F, let space = rest.firstIndex(of: 0x20), rest[..<space].isAnnotation {
            rest = rest[(space + 1)...]
        }
        return rest
    }

    /// Whether the word is one annotation and nothing else.
    private var isAnnotation: Bool {
        guard last == 0x5F || last == 0x29, !dropFirst().mayHoldAnnotation else { return false }
        return starts(with: "_In".utf8) || starts(with: "_Out".utf8)
            || starts(with: "_Contains_".utf8) && count > "_Contains_".utf8.count
    }

    /// Whether an underscore stands ahead of the first letter of an annotation.
    fileprivate var mayHoldAnnotation: Bool {
        withUnsafeBufferPointer { bytes in
            for index in bytes.indices.dropLast() where bytes[index] == 0x5F {
                switch bytes[index + 1] {
                case UInt8(ascii: "C"), UInt8(ascii: "I"), UInt8(ascii: "O"): return true
                default: continue
                }
            }
            return false
        }
    }
}
