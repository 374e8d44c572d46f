import Findings

/// The fields `key=value` of a trailer `Sysent-Intent`, behind the verb.
struct TrailerFields {
    private let text: String
    private var values: [String: String] = [:]

    /// Whether all fields were taken.
    var isEmpty: Bool { values.isEmpty }

    /// Cuts `text`, which begins with `verb`.
    ///
    /// - Throws: a `Refusal` with rule `malformed-intent`.
    init(_ text: String, verb: String) throws(Refusal) {
        self.text = text
        guard text.hasPrefix(verb + " ") else { throw Self.malformed(text) }
        var rest = text.dropFirst(verb.count + 1)
        while !rest.isEmpty {
            guard let equals = rest.firstIndex(of: "=") else { throw Self.malformed(text) }
            let key = String(rest[..<equals])
            rest = rest[rest.index(after: equals)...]
            guard let value = Self.value(&rest), values.updateValue(value, forKey: key) == nil else {
                throw Self.malformed(text)
            }
        }
    }

    /// The value of `key`; `nil` when there is none, or it was taken before.
    mutating func take(_ key: String) -> String? { values.removeValue(forKey: key) }

    /// The value of `key` as `name:value` separated by semicolons.
    mutating func pairs(_ key: String) throws(Refusal) -> [String: String] {
        var pairs: [String: String] = [:]
        for item in take(key)?.split(separator: ";") ?? [] {
            let parts = item.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { throw Self.malformed(text) }
            pairs[parts[0]] = parts[1]
        }
        return pairs
    }

    static func malformed(_ text: String) -> Refusal {
        Refusal("malformed-intent", "'\(text)' is no intent that a patch records")
    }

    /// A value as it was written: quoted where it holds blanks, with escapes.
    static func quoted(_ value: String) -> String {
        let isPlain = !value.isEmpty && value.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x5C }
        guard !isPlain else { return value }
        let escapes = [("\\", "\\\\"), ("\"", "\\\""), ("\n", "\\n"), ("\t", "\\t")]
        return "\"" + escapes.reduce(value) { $0.replacing($1.0, with: $1.1) } + "\""
    }

    /// Takes a value and the blank behind it off `rest`; `nil` when its quotation does not end.
    private static func value(_ rest: inout Substring) -> String? {
        guard rest.first == "\"" else {
            let value = rest.prefix { $0 != " " }
            rest = rest.dropFirst(value.count + 1)
            return String(value)
        }
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"":
                guard rest.isEmpty || rest.first == " " else { return nil }
                rest = rest.dropFirst()
                return value
            case "\\":
                switch rest.popFirst() {
                case "n": value.append("\n")
                case "t": value.append("\t")
                case let other?: value.append(other)
                case nil: return nil
                }
            default: value.append(character)
            }
        }
        return nil
    }
}
