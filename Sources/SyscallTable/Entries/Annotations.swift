import SyscallSyntax

/// The SAL and `_Contains_` annotations of an argument, by the patterns of `stripArgAnnotations` of core/scarg.lua.
enum Annotations {
    private static let patterns = ["_Contains_[^ ]*[_)] ?", "_In[^ ]*[_)] ?", "_Out[^ ]*[_)] ?"].compactMap(
        LuaPattern.init)

    /// `text` without its annotations and without white space at its ends.
    static func strip(_ text: [UInt8]) -> [UInt8] {
        var text = text
        if text.contains(0x5F) {
            for pattern in patterns { text.removeMatches(of: pattern) }
        }
        return Array(text[text.trimmed(0..<text.count)])
    }

    /// The annotations alone, as written.
    static func of(_ text: [UInt8]) -> String {
        // Every pattern begins with an underscore, so a word that does not is left over.
        text.words(in: 0..<text.count).filter { text[$0.lowerBound] == 0x5F && strip(Array(text[$0])).isEmpty }
            .map { text.text($0) }.joined(separator: " ")
    }
}

extension [UInt8] {
    /// `gsub(pattern, "")`
    mutating func removeMatches(of pattern: LuaPattern) {
        var position = 0
        while let match = pattern.firstMatch(in: self, from: position), !match.isEmpty {
            removeSubrange(match)
            position = match.lowerBound
        }
    }
}
