import Compat32

// What an argument is to the rest of the system: a descriptor of the process, or a name in a namespace that all share.
extension CallPrototype {
    /// An argument that names something in a global namespace, as a message says it; `nil` when there is none.
    ///
    /// capsicum(4): a sandboxed process must not reach what it was not given. A path behind a directory's descriptor is
    /// relative to that and no global name.
    var globalName: String? {
        for (index, argument) in arguments.enumerated() {
            if argument.isString {
                let directory = index > 0 && arguments[index - 1].isDescriptor
                if !directory { return "the string '\(argument.name)'" }
            }
            if let what = Self.globalTypes[argument.bareType] { return "\(what) '\(argument.name)'" }
            if argument.name == "pid" || argument.name == "jid" { return "the id '\(argument.name)'" }
        }
        return nil
    }

    private static let globalTypes = [
        "pid_t": "the process id", "lwpid_t": "the thread id", "id_t": "the id", "key_t": "the IPC key",
        "struct sockaddr": "the address", "cpusetid_t": "the CPU set id",
    ]
}

extension CallInterface.Argument {
    /// Which way the kernel moves what a pointer leads to.
    enum Direction {
        case reads, writes, updates
    }

    /// What the SAL annotation says; `nil` without one.
    var direction: Direction? {
        for word in annotations.split(separator: " ") {
            if word.hasPrefix("_Inout_") { return .updates }
            if word.hasPrefix("_In_") { return .reads }
            if word.hasPrefix("_Out_") { return .writes }
        }
        return nil
    }

    /// Whether the pointer may be null.
    var isOptional: Bool { annotations.split(separator: " ").contains { $0.contains("_opt_") } }

    /// How many elements or bytes the annotation gives the buffer; `nil` for a single object.
    var extent: String? {
        for word in annotations.split(separator: " ") {
            guard let open = word.firstIndex(of: "("), word.hasSuffix(")") else { continue }
            return String(word[word.index(after: open)...].dropLast())
        }
        return nil
    }

    /// Whether the type is a pointer.
    var isPointer: Bool { type.contains("*") }

    /// The type without qualifiers and stars.
    var bareType: String {
        let words = type.split(whereSeparator: { $0 == " " || $0 == "*" })
        return words.filter { $0 != "const" && $0 != "volatile" && $0 != "__restrict" }.joined(separator: " ")
    }

    /// Whether the kernel reads a string here.
    var isString: Bool { bareType == "char" && type.filter { $0 == "*" }.count == 1 && annotations.hasPrefix("_In_z_") }

    /// Whether the argument is a file descriptor, by its type and the names that masters use.
    var isDescriptor: Bool {
        guard type == "int" else { return false }
        return name == "s" || name == "fildes" || name == "filedes" || name.hasSuffix("fd") || name.hasPrefix("fd")
    }
}
