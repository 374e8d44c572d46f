// The C of a plan, in style(9). Every text ends with a line feed.
extension CompatPlan {
    /// The declaration of `kern_NAME` for `sys/sys/syscallsubr.h`.
    public var kernPrototype: String {
        let head = (call.returns ? "int\t" : "void\t") + names.kernel + "("
        return StyleText.list(head, kernelParameters, call.returns ? ");" : ") __dead2;", continuation: "\t    ")
            .joined(separator: "\n") + "\n"
    }

    /// The structures that ``kernPrototype`` points to, by tag: a header has to announce them.
    public var kernStructures: [String] {
        Set(parameters.compactMap { $0.type.stars.isEmpty ? nil : $0.type.structureTag }).sorted()
    }

    /// `kern_NAME` with `body`, and `sys_NAME` that calls it.
    ///
    /// - Parameter body: the lines between the braces of `kern_NAME`; `nil` for one that does nothing yet.
    public func kernelSource(body: String? = nil) -> String {
        var lines = StyleText.comment(contract) + [call.returns ? "int" : "void"]
        lines += StyleText.list(names.kernel + "(", kernelParameters, ")", continuation: "    ")
        lines += ["{"]
        lines += body.map { [$0.hasSuffix("\n") ? String($0.dropLast()) : $0] } ?? placeholder
        lines += ["}", "", ""]
        return lines.joined(separator: "\n") + EntryPoint(self, isNarrow: false).text
    }

    /// `freebsd32_NAME` for `sys/compat/freebsd32/freebsd32_misc.c`; `nil` where both ABIs share `sys_NAME`.
    public var wrapper: String? { needsWrapper ? EntryPoint(self, isNarrow: true).text : nil }

    /// The 32-bit layouts that the tree does not have yet, each as a definition, for `sys/compat/freebsd32/freebsd32.h`.
    public var layoutDefinitions: [String] { definitions.map(\.text) }

    /// The headers that ``kernelSource(body:)`` needs besides those that declare the call's own types, in the order in
    /// which they are included.
    public var kernelHeaders: [String] {
        ["sys/param.h", "sys/systm.h"] + ownHeaders.sorted() + ["sys/sysproto.h"]
    }

    /// The headers that ``wrapper`` and ``layoutDefinitions`` need besides those that declare the call's own types.
    public var wrapperHeaders: [String] {
        let own = ["freebsd32_util.h", "freebsd32.h", "freebsd32_misc.h", "freebsd32_proto.h"]
        return ["sys/param.h", "sys/systm.h"] + ownHeaders.sorted() + own.map { "compat/freebsd32/" + $0 }
    }

    private var ownHeaders: [String] {
        var headers: Set = ["sys/errno.h", "sys/proc.h", "sys/syscallsubr.h"]
        if !call.returns { headers.insert("sys/signal.h") }
        for parameter in parameters {
            if parameter.passing.needsMemory { headers.insert("sys/malloc.h") }
            if parameter.passing == .string { headers.insert("sys/uio.h") }
            if case .vector = parameter.passing { headers.insert("sys/uio.h") }
        }
        return Array(headers)
    }
}

extension CompatPlan {
    /// The parameters of `kern_NAME`.
    var kernelParameters: [String] {
        var scope = NameScope(["td"])
        var list = ["struct thread *td"]
        for parameter in parameters {
            let name = scope.claim(parameter.name)
            list.append(parameter.type.prefix + name)
            if parameter.passing == .string { list.append("enum uio_seg " + scope.claim(name + "seg")) }
        }
        return list
    }

    /// What `kern_NAME` is given, and where its result belongs.
    private var contract: String {
        let addresses = parameters.filter { $0.passing == .address && $0.type.stars.count > 0 }.map(\.name)
        let copies = parameters.filter { parameter in
            switch parameter.passing {
            case .object, .array, .addresses, .vector: true
            case .value, .address, .string: false
            }
        }.map(\.name)
        var sentences = ["The work of \(call.name)(2), for the native and the 32-bit ABI."]
        if !addresses.isEmpty {
            sentences.append(
                "\(addresses.listed) \(addresses.count == 1 ? "is an address" : "are addresses") of the calling program."
            )
        }
        if !copies.isEmpty {
            sentences.append("\(copies.listed) \(copies.count == 1 ? "is memory" : "are memory") of the kernel.")
        }
        if case .split = result.passage {
            sentences.append("The result goes to td->td_uretoff.tdu_off.")
        } else if call.returns, call.result != "void", call.result != "int" {
            sentences.append("The result goes to td->td_retval[0].")
        }
        return sentences.joined(separator: " ")
    }

    private var placeholder: [String] {
        call.returns ? ["", "\treturn (ENOSYS);"] : ["", "\texit1(td, 0, SIGSYS);"]
    }
}

extension [String] {
    /// `'a', 'b' and 'c'`
    fileprivate var listed: String {
        let quoted = map { "'\($0)'" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " and " + last
    }
}
