/// The function through which a call of one ABI enters the kernel: it copies what differs, calls `kern_NAME`, and copies back.
struct EntryPoint {
    let plan: CompatPlan
    /// Whether this is the entry of 32-bit programs.
    let isNarrow: Bool
    /// Whether memory has to be freed at the end, so that failures go there.
    let needsMemory: Bool
    var scope: NameScope
    var locals = LocalVariables()
    var counters: [String] = []
    /// The statements ahead of the call and behind it, and at the end.
    var begin: [String] = []
    var before: [String] = []
    var after: [[String]] = []
    var end: [String] = []
    /// What `kern_NAME` is called with, by the argument's name.
    var values: [String: [String]] = [:]
    /// The variable that holds what an argument pointed to, by the argument's name.
    var objects: [String: String] = [:]

    init(_ plan: CompatPlan, isNarrow: Bool) {
        self.plan = plan
        self.isNarrow = isNarrow
        needsMemory = plan.parameters.contains { $0.passing.needsMemory }
        scope = NameScope(["td", "uap", "error", "out", plan.names.kernel])
        // Numbers first: arrays are counted by them.
        let order = plan.parameters.indices.sorted { (plan.parameters[$0].rank, $0) < (plan.parameters[$1].rank, $1) }
        for index in order { add(plan.parameters[index], narrowType: isNarrow ? plan.narrowTypes[index] : "") }
    }

    /// The text of the function.
    var text: String {
        var entry = self
        return entry.write()
    }

    mutating func write() -> String {
        let names = plan.names
        let handler = isNarrow ? names.narrowHandler : names.handler
        let structure = isNarrow ? names.narrowStructure : names.structure
        let unused = plan.parameters.isEmpty ? " __unused" : ""
        var lines = ["int"]
        lines += StyleText.list(
            "\(handler)(", ["struct thread *td", "struct \(structure) *uap\(unused)"], ")", continuation: "    ")
        lines.append("{")
        let body = body()
        let declarations = locals.lines
        lines += declarations + [""] + body + ["}"]
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - The call

    mutating func body() -> [String] {
        let arguments = ["td"] + plan.parameters.flatMap { values[$0.name, default: []] }
        let kernel = plan.names.kernel
        let call = { (head: String, tail: String) in
            StyleText.list("\t\(head)\(kernel)(", arguments, tail, continuation: "\t    ")
        }
        guard plan.call.returns else {
            if before.contains(where: \.setsError) { locals.declare("int", "error") }
            return begin + before + call("", ");") + ["\t/* NOTREACHED */"]
        }
        let splits = isNarrow && plan.result.passage.needsWrapper
        if splits { after.append(splitResult()) }
        if after.isEmpty, !needsMemory {
            if before.contains(where: \.setsError) { locals.declare("int", "error") }
            return begin + before + call("return (", "));")
        }
        locals.declare("int", "error")
        var lines = begin + before + call("error = ", ");")
        for step in after { lines += failure(1) + step }
        if needsMemory { return lines + ["out:"] + end + ["\treturn (error);"] }
        if splits { return lines + ["\treturn (0);"] }
        // The last copy's error is the call's.
        if let last = lines.last, last.hasPrefix("\terror = copyout("), last.hasSuffix(";") {
            lines[lines.count - 1] = "\treturn (" + last.dropFirst("\terror = ".count).dropLast() + ");"
            return lines
        }
        return lines + ["\treturn (error);"]
    }

    /// `head` over `body`, in braces where that is more than a line.
    func block(_ head: String, _ body: [String]) -> [String] {
        guard body.count > 1 else { return [head] + body }
        let tabs = head.prefix { $0 == "\t" }
        return [head + " {"] + body + [tabs + "}"]
    }

    func failure(_ indent: Int) -> [String] {
        let tabs = String(repeating: "\t", count: indent)
        return ["\(tabs)if (error != 0)", "\(tabs)\t\(needsMemory ? "goto out;" : "return (error);")"]
    }

    /// Fails with a code of its own when `condition` holds.
    func failure(if condition: String, _ code: String, _ indent: Int) -> [String] {
        let tabs = String(repeating: "\t", count: indent)
        guard needsMemory else { return ["\(tabs)if (\(condition))", "\(tabs)\treturn (\(code));"] }
        return ["\(tabs)if (\(condition)) {", "\(tabs)\terror = \(code);", "\(tabs)\tgoto out;", "\(tabs)}"]
    }

    /// A result of 64 bits in the two registers of a 32-bit program.
    mutating func splitResult() -> [String] {
        let result = scope.claim("result")
        locals.declare("uint64_t", result)
        return [
            "\t\(result) = td->td_uretoff.tdu_off;",
            "\ttd->td_retval[RETVAL_LO] = \(result) & 0xffffffff;",
            "\ttd->td_retval[RETVAL_HI] = \(result) >> 32;",
        ]
    }

    // MARK: - Arguments

    mutating func add(_ parameter: Parameter, narrowType: String) {
        let field = "uap->\(parameter.name)"
        switch parameter.passing {
        case .value(let value): values[parameter.name] = [self.value(parameter, value, narrowType)]
        case .address: values[parameter.name] = [address(parameter, narrowType)]
        case .string: values[parameter.name] = [address(parameter, narrowType), "UIO_USERSPACE"]
        case .object(let element, let direction):
            let copy = Copy(element, direction, field, isNarrow: isNarrow)
            values[parameter.name] = [addObject(parameter, copy, count: nil)]
        case .array(let element, let direction, .constant(let text, let value?)) where !element.isLarge(count: value):
            let copy = Copy(element, direction, field, isNarrow: isNarrow)
            values[parameter.name] = [addObject(parameter, copy, count: text)]
        case .array(let element, let direction, let count):
            let copy = Copy(element, direction, field, isNarrow: isNarrow)
            values[parameter.name] = [addArray(parameter, copy, count)]
        case .addresses(let direction, let limit):
            values[parameter.name] = [addAddresses(parameter, direction, limit)]
        case .vector(let count): values[parameter.name] = [addVector(parameter, count)]
        }
    }

    mutating func value(_ parameter: Parameter, _ value: Passing.Value, _ narrowType: String) -> String {
        let field = "uap->\(parameter.name)"
        let type = parameter.type.mutable.unqualified.text
        guard isNarrow else { return field }
        switch value {
        case .plain: return field
        case .signed: return narrowType == "int32_t" ? field : "(int32_t)\(field)"
        case .pair: return "PAIR32TO64(\(type), \(field))"
        case .time:
            let local = scope.claim(parameter.name)
            locals.declare(type, local)
            before += [
                "#ifdef PAD64_REQUIRED", "\t\(local) = PAIR32TO64(\(type), \(field));", "#else",
                "\t\(local) = \(field);", "#endif",
            ]
            return local
        }
    }

    /// The program's own address. The generator may have given it another type.
    func address(_ parameter: Parameter, _ narrowType: String) -> String {
        let isSame = narrowType.isEmpty || DeclaredType(narrowType) == parameter.type
        return isSame ? "uap->\(parameter.name)" : "(\(parameter.type.text))uap->\(parameter.name)"
    }
}

extension Parameter {
    /// Numbers that an argument points to come ahead of the arrays that they count.
    fileprivate var rank: Int {
        if case .object = passing { 0 } else { 1 }
    }
}

extension String {
    /// Whether the statement takes what a function says about its success.
    fileprivate var setsError: Bool { drop { $0 == "\t" }.hasPrefix("error = ") }
}
