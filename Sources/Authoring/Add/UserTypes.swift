import Compat32

// The declaration of a call as programs see it: no annotations, and no names that only <sys/types.h> has.
extension CallPrototype {
    /// The declaration in a header: types alone, `__dead2` for a call that does not return.
    func declaration(gap: String, isDead: Bool) -> [String] {
        let list = arguments.isEmpty ? ["void"] : arguments.map(\.userType)
        let result = UserTypes.standard(result)
        let head =
            result.hasSuffix("*")
            ? result.prefix { $0 != "*" && $0 != " " } + gap.trimmingLast(" ") + result.filter { $0 == "*" }
            : result + gap
        return Self.wrapped(head + name + "(", list, end: isDead ? ") __dead2;" : ");", indent: "\t    ")
    }

    /// The head of the function's definition, on lines of at most 80 columns.
    var definitionHead: [String] {
        let list = arguments.isEmpty ? ["void"] : arguments.map { $0.userDeclaration }
        return [UserTypes.standard(result)] + Self.wrapped(name + "(", list, end: ")", indent: "    ")
    }

    /// A list of arguments on lines of at most 80 columns.
    static func wrapped(_ head: String, _ list: [String], end: String, indent: String) -> [String] {
        var lines = [head]
        guard !list.isEmpty else { return [head + end] }
        for (index, item) in list.enumerated() {
            let isLast = index == list.count - 1
            let text = isLast ? item + end : item + ","
            let joined = (lines.last ?? "") + (index == 0 ? "" : " ") + text
            if HouseStyle.width(joined) <= 80 { lines[lines.count - 1] = joined } else { lines.append(indent + text) }
        }
        return lines
    }
}

extension CallInterface.Argument {
    /// The type in a header's declaration.
    var userType: String { UserTypes.standard(type) }

    /// Type and name in the definition of a function of the library.
    var userDeclaration: String { userType.hasSuffix("*") ? userType + name : userType + " " + name }
}

/// Types by the names that standard C has for them.
enum UserTypes {
    private static let names = [
        "u_int": "unsigned int", "u_long": "unsigned long", "u_short": "unsigned short", "u_char": "unsigned char",
        "u_int8_t": "uint8_t", "u_int16_t": "uint16_t", "u_int32_t": "uint32_t", "u_int64_t": "uint64_t",
    ]

    /// `type` with the short names of the kernel spelled out.
    static func standard(_ type: String) -> String {
        type.split(separator: " ").map { names[String($0)] ?? String($0) }.joined(separator: " ")
    }
}

extension String {
    fileprivate func trimmingLast(_ character: Character) -> String { last == character ? String(dropLast()) : self }
}
