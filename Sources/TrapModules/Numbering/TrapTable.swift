/// A table of traps in a scheme, as texts that sources take.
public struct TrapTable: Sendable {
    /// The scheme.
    public let scheme: NumberingScheme
    /// The traps, by number.
    public let traps: [XNUTrap]
    /// Where a band begins; for a scheme by name, the first row.
    public let base: Int
    /// The last number that the table has already, after which rows are added; `nil` when nothing is known of it.
    public let last: Int?
    /// The node of sysctl(8) under which names are.
    public let node: String

    /// Makes a table.
    ///
    /// - Parameters:
    ///   - scheme: the scheme.
    ///   - traps: the traps; `nil` for all of them.
    ///   - base: where a band begins.
    ///   - last: the last number of the table to which rows are added.
    ///   - node: the node of sysctl(8) under which names are.
    public init(
        _ scheme: NumberingScheme, traps: [XNUTrap]? = nil, base: Int = NumberingScheme.bandBase, last: Int? = nil,
        node: String = "mach.syscall"
    ) {
        self.scheme = scheme
        self.traps = (traps ?? scheme.traps).sorted { $0.number < $1.number }
        self.base = base
        self.last = last
        self.node = node
    }

    // MARK: Rows

    /// Rows of `syscalls.master` in the form of FreeBSD 14 and later; for a table of XNU, entries of an array by their index.
    public var rows: String {
        switch scheme {
        case .band600: band
        case .byName: slots
        case .xnuX86_64, .xnuArm64, .xnuI386:
            "/* TRAP(name, arguments, words of 32 bits); an entry that is not here is no trap. */\n"
                + traps.map { "[\($0.number)] = TRAP(\($0.name), \($0.arguments.count), \($0.words)),\n" }.joined()
        }
    }

    /// Each trap at its number, and what lies between reserved.
    private var band: String {
        var text = ""
        var next = last.map { $0 + 1 } ?? base
        for trap in traps {
            let number = base + trap.number
            guard number >= next else { continue }
            if number > next {
                text += "\(next == number - 1 ? "\(next)" : "\(next)-\(number - 1)")\tAUE_NULL\tRESERVED\n"
            }
            text += row(trap, number)
            next = number + 1
        }
        return text
    }

    private func row(_ trap: XNUTrap, _ number: Int) -> String {
        var text = "\(number)\tAUE_NULL\tNOSTD {\n"
        if trap.arguments.isEmpty {
            text += "\t\tint \(trap.name)(void);\n"
        } else {
            let arguments = trap.arguments.map { "\t\t    \(Self.declaration($0))" }.joined(separator: ",\n")
            text += "\t\tint \(trap.name)(\n\(arguments)\n\t\t);\n"
        }
        return text + "\t}\n"
    }

    static func declaration(_ argument: XNUTrap.Argument) -> String {
        let type = argument.width.type
        return type.hasSuffix("*") ? type + argument.name : type + " " + argument.name
    }

    /// As many slots as there are traps.
    private var slots: String {
        let first = last.map { $0 + 1 } ?? base
        return traps.indices.map { "\(first + $0)\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n" }
            .joined()
    }

    // MARK: Header

    /// Definitions of the numbers, or of the names.
    public var header: String {
        let guardName = "_MACH_TRAP_NUMBERS_H_"
        var text =
            "/* Traps of Mach, by the scheme \(scheme.rawValue). */\n#ifndef\t\(guardName)\n#define\t\(guardName)\n\n"
        for trap in traps {
            switch scheme.number(of: trap, base: base) {
            case let number?:
                text +=
                    "#define\t\(scheme == .band600 ? "SYS_" : "MACH_TRAP_")\(trap.name)\t\(Self.parenthesized(scheme.spelled(number)))\n"
            case nil: text += "#define\tMACH_TRAP_NAME_\(trap.name)\t\"\(node).\(trap.name)\"\n"
            }
        }
        return text + "\n#endif /* !\(guardName) */\n"
    }

    private static func parenthesized(_ number: String) -> String { number.hasPrefix("-") ? "(\(number))" : number }

    // MARK: Stubs

    /// The functions that programs call: assembly for the schemes of XNU, C for those of FreeBSD.
    public var stubs: String {
        switch scheme {
        case .xnuX86_64:
            assembly(for: "amd64") { number in ["movq\t%rcx, %r10", "movl\t$\(number), %eax", "syscall", "ret"] }
        case .xnuArm64:
            assembly(for: "arm64") { number in ["mov\tx16, #\(number)", "svc\t#0x80", "ret"] }
        case .xnuI386:
            assembly(for: "i386") { number in ["movl\t$\(number), %eax", "int\t$0x81", "ret"] }
        case .band600:
            "#include <stdint.h>\n#include <unistd.h>\n\n"
                + traps.map { function($0, number: "\(base + $0.number)", before: "") }.joined(separator: "\n")
        case .byName:
            resolver + traps.map { function($0, number: "number", before: lookup($0)) }.joined(separator: "\n")
        }
    }

    private func assembly(for architecture: String, _ body: (String) -> [String]) -> String {
        var text = "/* Traps of Mach for \(architecture), by the scheme \(scheme.rawValue). */\n\t.text\n"
        for trap in traps {
            guard let number = scheme.number(of: trap) else { continue }
            text += "\n\t.globl\t\(trap.name)\n\t.type\t\(trap.name), %function\n\(trap.name):\n"
            text += body(scheme.spelled(number)).map { "\t\($0)\n" }.joined()
            text += "\t.size\t\(trap.name), . - \(trap.name)\n"
        }
        return text + "\n\t.section\t.note.GNU-stack, \"\", %progbits\n"
    }

    private func function(_ trap: XNUTrap, number: String, before: String) -> String {
        let parameters = trap.arguments.isEmpty ? "void" : trap.arguments.map(Self.declaration).joined(separator: ", ")
        let arguments = ([number] + trap.arguments.map(\.name)).joined(separator: ", ")
        let result = trap.returnsPort ? "uint32_t" : "int"
        return
            "\(result) \(trap.name)(\(parameters));\n\n\(result)\n\(trap.name)(\(parameters))\n{\n\(before)\treturn ((\(result))syscall(\(arguments)));\n}\n"
    }

    /// The number of a call is asked for once; that it is asked for twice does no harm.
    private func lookup(_ trap: XNUTrap) -> String {
        "\tstatic int number = -2;\n\n\tif (number == -2)\n\t\tnumber = mach_trap_number(\"\(node).\(trap.name)\");\n\tif (number < 0) {\n\t\terrno = ENOSYS;\n"
            + "\t\treturn (\(trap.returnsPort ? "0" : "-1"));\n\t}\n"
    }

    private var resolver: String {
        """
        #include <sys/types.h>
        #include <sys/sysctl.h>
        #include <errno.h>
        #include <stdint.h>
        #include <unistd.h>

        static int
        mach_trap_number(const char *name)
        {
        \tint number;
        \tsize_t length = sizeof(number);

        \tif (sysctlbyname(name, &number, &length, NULL, 0) != 0)
        \t\treturn (-1);
        \treturn (number);
        }


        """
    }
}
