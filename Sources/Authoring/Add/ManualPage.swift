import Compat32
import SourceTree

/// A page of the manual in mdoc(7): what the prototype and its annotations say, in the order of sections that mdoc wants.
struct ManualPage {
    let call: NewCall
    let system: SystemName?
    let date: PageDate

    private var name: String { call.name }
    private var arguments: [CallPrototype.Argument] { call.prototype.arguments }
    private var isDead: Bool { call.addition.kinds.contains("NORETURN") }

    var text: String {
        let lines = head + synopsis + description + results + errors + history
        return lines.map { $0 + "\n" }.joined()
    }

    private var head: [String] {
        [
            ".\\\" SPDX-License-Identifier: BSD-2-Clause", ".\\\"", ".Dd \(date.text)", ".Dt \(name.uppercased()) 2",
            ".Os",
            ".Sh NAME", ".Nm \(name)", ".Nd \(Self.escaped(call.addition.description ?? name))",
        ]
    }

    private var synopsis: [String] {
        var lines = [".Sh LIBRARY", ".Lb libc", ".Sh SYNOPSIS"]
        if case .file(let header)? = call.addition.header { lines.append(".In \(header)") }
        let list = arguments.isEmpty ? ["void"] : arguments.map { "\"\($0.userDeclaration)\"" }
        let result = isDead ? "_Noreturn void" : UserTypes.standard(call.prototype.result)
        lines.append(".Ft \(result.contains(" ") ? "\"\(result)\"" : result)")
        // A long list goes into a block of its own, an argument a line.
        let single = ".Fn \(name) \(list.joined(separator: " "))"
        guard single.utf8.count > 76, !arguments.isEmpty else { return lines + [single] }
        return lines + [".Fo \(name)"] + list.map { ".Fa \($0)" } + [".Fc"]
    }

    private var description: [String] {
        let what = Self.escaped(call.addition.description ?? "")
        var lines = [".Sh DESCRIPTION", "The", ".Fn \(name)", "system call serves to \(what)."]
        guard !arguments.isEmpty else { return lines }
        lines += [".Pp", "The arguments are:", ".Bl -tag -width \(widest)"]
        for argument in arguments { lines += [".It Fa \(argument.name)", describe(argument)] }
        return lines + [".El"]
    }

    private var widest: String {
        let names = arguments.map(\.name)
        return names.max { ($0.utf8.count, $1) < ($1.utf8.count, $0) } ?? "argument"
    }

    private func describe(_ argument: CallPrototype.Argument) -> String {
        if let rights = call.rights(of: argument) {
            guard !rights.isEmpty else { return "A file descriptor." }
            let list = rights.map { ".Dv \($0)" }.joined(separator: "\nand\n")
            return "A file descriptor with the capability rights\n\(list) ."
        }
        if argument.isString { return "A string that ends with a NUL byte." }
        guard argument.isPointer else { return "A value of the type\n.Vt \(UserTypes.standard(argument.bareType)) ." }
        let object =
            switch argument.extent {
            case let extent?: "A buffer, whose size is given by\n.Ql \(Self.escaped(extent)) ,"
            case nil: "An object of the type\n.Vt \(UserTypes.standard(argument.bareType)) ,"
            }
        let use =
            switch argument.direction {
            case .reads?: "which is read."
            case .writes?: "which is written."
            case .updates?: "which is read and written."
            case nil: "which is passed as it is."
            }
        return object + "\n" + use + (argument.isOptional ? "\nIt may be\n.Dv NULL ." : "")
    }

    private var results: [String] {
        guard !isDead else {
            return [".Sh RETURN VALUES", "The", ".Fn \(name)", "system call does not return."]
        }
        if call.prototype.result == "int" { return [".Sh RETURN VALUES", ".Rv -std \(name)"] }
        let failure = call.prototype.result.hasSuffix("*") ? ".Dv MAP_FAILED" : "\\-1"
        let end = failure == "\\-1" ? "\\-1 is returned and" : "\(failure)\nis returned and"
        return [
            ".Sh RETURN VALUES", "Upon success, the result of the call is returned.", "Otherwise,", end, ".Va errno",
            "is set to indicate the error.",
        ]
    }

    private var errors: [String] {
        var items: [(name: String, text: [String])] = []
        for argument in arguments {
            guard let rights = call.rights(of: argument) else { continue }
            items.append(("EBADF", ["The", ".Fa \(argument.name)", "argument is not an open file descriptor."]))
            if !rights.isEmpty {
                items.append(("ENOTCAPABLE", ["The descriptor", ".Fa \(argument.name)", "lacks a capability right."]))
            }
        }
        for argument in arguments where argument.isPointer && argument.direction != nil {
            items.append(
                (
                    "EFAULT",
                    ["The", ".Fa \(argument.name)", "argument points outside the process's allocated address space."]
                ))
        }
        if call.addition.capability == .disabled {
            items.append(("ECAPMODE", ["The process is in capability mode."]))
        }
        guard !items.isEmpty else { return [] }
        let lines = items.flatMap { [".It Bq Er \($0.name)"] + $0.text }
        return [".Sh ERRORS", "The", ".Fn \(name)", "system call will fail if:", ".Bl -tag -width Er"] + lines + [".El"]
    }

    private var history: [String] {
        guard let system else { return [] }
        let release = system.foreign == nil ? ".Fx \(system.revision) ." : "\(system.type) \(system.revision)."
        return [".Sh HISTORY", "The", ".Fn \(name)", "system call first appeared in", release]
    }

    /// Text that mdoc takes for text: a backslash is an escape, and a line must not begin with a control character.
    private static func escaped(_ text: String) -> String {
        let text = text.replacing("\\", with: "\\e")
        return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
    }
}
