/// A scalar type of C, as an argument or a result of a system call.
public struct CType: Sendable, Hashable {
    /// The type as C writes it, such as `const char *`.
    public let text: String
    /// How a value of it is passed.
    public let passing: Passing

    /// How a value goes from a program to the kernel: in words, which are 64 bits wide in a 64-bit program and 32 bits wide
    /// in a 32-bit one.
    public enum Passing: String, Sendable, Hashable, CaseIterable {
        /// At most 32 bits: one word.
        case int
        /// 64 bits: one word, or two.
        case quad
        /// As wide as a word, with a sign.
        case long
        /// As wide as a word, without a sign.
        case ulong
        /// A pointer: one word.
        case pointer

        /// How many words a 32-bit program needs.
        var narrowWords: Int { self == .quad ? 2 : 1 }
    }

    /// Reads a type; names that C and FreeBSD's headers do not define are looked up in `known`.
    ///
    /// - Throws: why it is no type of an argument.
    init(_ text: String, known: [String: Passing]) throws(Problem) {
        let tokens = try Self.tokens(text)
        let firstStar = tokens.firstIndex(of: "*") ?? tokens.count
        let base = tokens[..<firstStar].filter { !Self.qualifiers.contains($0) }
        guard !base.isEmpty, tokens[firstStar...].allSatisfy({ $0 == "*" || Self.qualifiers.contains($0) }) else {
            throw .malformed
        }
        self.text = Self.spelled(tokens)
        if firstStar < tokens.count {
            passing = .pointer
            return
        }
        if ["struct", "union"].contains(base[0]) { throw .aggregate }
        if base[0] == "enum" {
            guard base.count == 2 else { throw .malformed }
            passing = .int
            return
        }
        let name = base.joined(separator: " ")
        guard let passing = known[name] ?? Self.standard[name] else { throw .unknown(name) }
        self.passing = passing
    }

    /// Why a text is no type of an argument.
    enum Problem: Error, Hashable {
        /// No type at all.
        case malformed
        /// A structure or a union is not passed in words.
        case aggregate
        /// Nothing says how wide it is.
        case unknown(String)
    }

    /// A declaration of `name` with this type.
    func declaration(of name: String) -> String {
        text.hasSuffix("*") ? text + name : text + " " + name
    }

    private static let qualifiers: Set = ["const", "volatile"]

    private static func tokens(_ text: String) throws(Problem) -> [String] {
        var tokens: [String] = []
        var word = ""
        for character in text.unicodeScalars {
            switch character {
            case "a"..."z", "A"..."Z", "0"..."9", "_":
                word.unicodeScalars.append(character)
            case " ", "*":
                if !word.isEmpty { tokens.append(word) }
                word = ""
                if character == "*" { tokens.append("*") }
            default:
                throw .malformed
            }
        }
        if !word.isEmpty { tokens.append(word) }
        guard tokens.allSatisfy({ $0 == "*" || !("0"..."9").contains($0.prefix(1)) }) else { throw .malformed }
        return tokens
    }

    /// `const char *`, `char **`, `char *const *`
    private static func spelled(_ tokens: [String]) -> String {
        var text = ""
        for token in tokens {
            let joins = text.isEmpty || text.hasSuffix("*")
            text += joins ? token : " " + token
        }
        return text
    }

    /// The types that every source of FreeBSD knows.
    private static let standard: [String: Passing] = {
        let groups: [(Passing, [String])] = [
            (
                .int,
                [
                    "char", "signed char", "unsigned char", "short", "short int", "unsigned short",
                    "unsigned short int",
                    "int", "signed", "signed int", "unsigned", "unsigned int", "u_char", "u_short", "u_int", "uint",
                    "bool", "_Bool", "int8_t", "int16_t", "int32_t", "uint8_t", "uint16_t", "uint32_t", "u_int8_t",
                    "u_int16_t", "u_int32_t", "pid_t", "uid_t", "gid_t", "mode_t", "lwpid_t", "clockid_t", "socklen_t",
                ]
            ),
            (
                .quad,
                [
                    "long long", "long long int", "unsigned long long", "unsigned long long int", "int64_t", "uint64_t",
                    "u_int64_t", "quad_t", "u_quad_t", "off_t", "id_t", "dev_t", "ino_t", "rlim_t", "intmax_t",
                    "uintmax_t",
                ]
            ),
            (.long, ["long", "long int", "ssize_t", "intptr_t", "ptrdiff_t", "register_t"]),
            (
                .ulong,
                [
                    "unsigned long", "unsigned long int", "u_long", "ulong", "size_t", "uintptr_t", "vm_offset_t",
                    "vm_size_t",
                ]
            ),
        ]
        var types: [String: Passing] = [:]
        for (passing, names) in groups {
            for name in names { types[name] = passing }
        }
        return types
    }()
}
