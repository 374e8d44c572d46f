import SyscallSyntax

/// A type as a declaration spells it, with what is asked of it for every argument.
///
/// A master has thousands of arguments and some hundred types: each is looked at once, and arguments share what was found.
package final class TypeSpelling: Sendable {
    /// The spelling.
    package let text: String
    /// Whether a `*` stands in it.
    package let hasStar: Bool
    /// Whether `__restrict` ends it.
    package let isRestricted: Bool
    /// Whether it is a pointer, or an integer that holds one, in the ABI that it was made for.
    let isPointer: Bool
    /// Whether it is 64 bits wide in every ABI.
    let isWide: Bool

    init(_ bytes: [UInt8], isPointer: Bool) {
        text = bytes.text(0..<bytes.count)
        hasStar = bytes.contains(0x2A)
        isRestricted = bytes.holds("__restrict", from: max(0, bytes.count - 10))
        self.isPointer = isPointer
        isWide = !hasStar && WideTypes.names.contains(text)
    }

    /// The name of the structure that the type points to; `nil` when it points to none (`util.structName`).
    var structureName: String? {
        let type = Array(text.utf8)
        guard type.count > 7, type.contains(0x20), isCPointer(type) else { return nil }
        let words = type.split { $0 == 0x20 || $0 == 0x2A }
        guard let keyword = words.firstIndex(where: { $0.elementsEqual("struct".utf8) }), keyword + 1 < words.count
        else { return nil }
        return type.text(words[keyword + 1].indices)
    }
}
