/// A type as it is written: a name, and the stars behind it.
struct DeclaredType: Sendable, Hashable {
    /// The name without qualifiers: `int`, `struct timespec`, `unsigned long`.
    var base: String
    /// Whether what the first star leads to is `const`; without stars, whether the value is.
    var isConst = false
    /// A star each, and whether `const` stands behind it.
    var stars: [Bool] = []

    init(base: String, isConst: Bool = false, stars: [Bool] = []) {
        self.base = base
        self.isConst = isConst
        self.stars = stars
    }

    /// Reads a type as masters write it, such as `const struct aiocb * const *`.
    init(_ text: String) {
        var words: [String] = []
        for word in Self.words(text) {
            switch word {
            case "*": stars.append(false)
            case "const": if stars.isEmpty { isConst = true } else { stars[stars.count - 1] = true }
            case "volatile", "__volatile", "restrict", "__restrict", "register": continue
            default: words.append(word)
            }
        }
        base = words.joined(separator: " ")
    }

    private static func words(_ text: String) -> [String] {
        text.replacing("*", with: " * ").split(separator: " ").map(String.init)
    }

    /// What the last star leads to; `nil` for no pointer.
    var pointee: DeclaredType? {
        stars.isEmpty ? nil : DeclaredType(base: base, isConst: isConst, stars: Array(stars.dropLast()))
    }

    /// Without a `const` of the value itself, so that a variable of the type can be assigned to.
    var mutable: DeclaredType {
        var type = self
        if stars.isEmpty { type.isConst = false } else { type.stars[stars.count - 1] = false }
        return type
    }

    /// The tag of a structure; `nil` for another type.
    var structureTag: String? { base.hasPrefix("struct ") ? String(base.dropFirst(7)) : nil }

    /// The type in C with a blank or star at its end, ready for a name to follow.
    var prefix: String {
        var text = (isConst ? "const " : "") + base
        if stars.isEmpty { return text + " " }
        text += " "
        for (index, isConst) in stars.enumerated() {
            text += "*"
            if isConst { text += index == stars.count - 1 ? "const " : " const " }
        }
        return text
    }

    /// The type in C.
    var text: String {
        var text = prefix
        while text.last == " " { text.removeLast() }
        return text
    }
}
