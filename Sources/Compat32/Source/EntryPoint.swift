/// The function through which a call of one ABI enters the kernel: it copies what differs, calls `kern_NAME`, and copies back.
struct EntryPoint {
    private let plan: CompatPlan
    /// Whether this is the entry of 32-bit programs.
    private let isNarrow: Bool
    /// Whether memory has to be freed at the end, so that failures go there.
    private let needsMemory: Bool
    private var scope: NameScope
    private var locals = LocalVariables()
    private var counters: [String] = []
    /// The statements ahead of the call and behind it, and at the end.
    private var begin: [String] = []
    private var before: [String] = []
    private var after: [[String]] = []
    private var end: [String] = []
    /// What `kern_NAME` is called with, by the argument's name.
    private var values: [String: [String]] = [:]
    /// The variable that holds what an argument pointed to, by the argument's name.
    private var objects: [String: String] = [:]

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

    private mutating func write() -> String {
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

    private mutating func body() -> [String] {
        let arguments = ["td"] + plan.parameters.flatMap { values[$0.name, default: []] }
        let kernel = plan.names.kernel
        let call = { (head: String, tail: String) in
            StyleText.list("\t\(head)\(kernel)(", arguments, tail, continuation: "\t    ")
        }
        guard plan.call.returns else {
            if before.contains(where: { $0.contains("error") }) { locals.declare("int", "error") }
            return begin + before + call("", ");") + ["\t/* NOTREACHED */"]
        }
        let splits = isNarrow && plan.result.passage.needsWrapper
        if splits { after.append(splitResult()) }
        if after.isEmpty, !needsMemory {
            if before.contains(where: { $0.contains("error") }) { locals.declare("int", "error") }
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
    private func block(_ head: String, _ body: [String]) -> [String] {
        guard body.count > 1 else { return [head] + body }
        let tabs = head.prefix { $0 == "\t" }
        return [head + " {"] + body + [tabs + "}"]
    }

    private func failure(_ indent: Int) -> [String] {
        let tabs = String(repeating: "\t", count: indent)
        return ["\(tabs)if (error != 0)", "\(tabs)\t\(needsMemory ? "goto out;" : "return (error);")"]
    }

    /// Fails with a code of its own when `condition` holds.
    private func failure(if condition: String, _ code: String, _ indent: Int) -> [String] {
        let tabs = String(repeating: "\t", count: indent)
        guard needsMemory else { return ["\(tabs)if (\(condition))", "\(tabs)\treturn (\(code));"] }
        return ["\(tabs)if (\(condition)) {", "\(tabs)\terror = \(code);", "\(tabs)\tgoto out;", "\(tabs)}"]
    }

    /// A result of 64 bits in the two registers of a 32-bit program.
    private mutating func splitResult() -> [String] {
        let result = scope.claim("result")
        locals.declare("uint64_t", result)
        return [
            "\t\(result) = td->td_uretoff.tdu_off;",
            "\ttd->td_retval[RETVAL_LO] = \(result) & 0xffffffff;",
            "\ttd->td_retval[RETVAL_HI] = \(result) >> 32;",
        ]
    }

    // MARK: - Arguments

    private mutating func add(_ parameter: Parameter, narrowType: String) {
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

    private mutating func value(_ parameter: Parameter, _ value: Passing.Value, _ narrowType: String) -> String {
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
    private func address(_ parameter: Parameter, _ narrowType: String) -> String {
        let isSame = narrowType.isEmpty || DeclaredType(narrowType) == parameter.type
        return isSame ? "uap->\(parameter.name)" : "(\(parameter.type.text))uap->\(parameter.name)"
    }

    /// An object, or a few of them, on the kernel's stack; a large one in memory of its own.
    private mutating func addObject(_ parameter: Parameter, _ copy: Copy, count: String?) -> String {
        let isLarge = count == nil && copy.element.isLarge()
        let object = scope.claim(parameter.name)
        let dimension = count.map { "[\($0)]" } ?? ""
        let narrow = copy.narrowType.map { _ in scope.claim(parameter.name + "32") }
        let (base, stars) = copy.element.type.declarator
        locals.declare(base, (isLarge ? "*" : "") + stars + object + dimension)
        if let narrow, let type = copy.narrowType { locals.declare(type, (isLarge ? "*" : "") + narrow + dimension) }
        objects[parameter.name] = isLarge ? "*" + object : object
        for variable in [object, narrow].compactMap({ $0 }) where isLarge {
            before.append("\t\(variable) = malloc(sizeof(*\(variable)), M_TEMP, M_WAITOK | M_ZERO);")
            begin.append("\t\(variable) = NULL;")
            end.append("\tfree(\(variable), M_TEMP);")
        }
        let place = Place(
            object: isLarge ? "*" + object : object, narrow: narrow.map { isLarge ? "*" + $0 : $0 },
            size: "sizeof(\(isLarge ? "*" : "")\(narrow ?? object))", isArray: count != nil)
        let pointer = copy.direction.isOptional ? scope.claim(object + "p") : nil
        if let pointer { locals.declare(base, "*" + stars + pointer) }
        let reference = isLarge || count != nil ? object : "&" + object
        addCopies(copy, place, condition: pointer, reference: reference)
        return pointer ?? reference
    }

    /// Where a copy lies.
    private struct Place {
        /// The kernel's object, and the one of a 32-bit program where that differs.
        let object: String
        let narrow: String?
        /// How many bytes the program has.
        let size: String
        /// Whether these are several.
        let isArray: Bool
    }

    private mutating func addCopies(_ copy: Copy, _ place: Place, condition: String?, reference: String) {
        let indent = condition == nil ? 1 : 2
        let tabs = String(repeating: "\t", count: indent)
        let program = place.narrow ?? place.object
        let buffer = program.hasPrefix("*") ? String(program.dropFirst()) : place.isArray ? program : "&" + program
        var inward: [String] = []
        if copy.direction.reads {
            inward.append("\(tabs)error = copyin(\(copy.field), \(buffer), \(place.size));")
            inward += failure(indent)
            if let narrow = place.narrow {
                if copy.element.hasGaps, !place.object.hasPrefix("*") {
                    inward.append(clear(place.object, isArray: place.isArray, tabs))
                }
                inward += convert(copy, place, from: narrow, to: place.object, isInward: true, indent)
            }
        } else if !place.object.hasPrefix("*") {
            let isPlain = copy.element.conversion == .integer && !place.isArray && copy.element.type.structureTag == nil
            inward.append(isPlain ? "\(tabs)\(place.object) = 0;" : clear(place.object, isArray: place.isArray, tabs))
        }
        if let condition {
            begin.append("\t\(condition) = NULL;")
            inward.append("\(tabs)\(condition) = \(reference);")
            before += ["\tif (\(copy.field) != NULL) {"] + inward + ["\t}"]
        } else {
            before += inward
        }
        guard copy.direction.writes else { return }
        var outward: [String] = []
        if let narrow = place.narrow {
            if copy.needsClearing { outward.append(clear(narrow, isArray: place.isArray, tabs)) }
            outward += convert(copy, place, from: place.object, to: narrow, isInward: false, indent)
        }
        outward.append("\(tabs)error = copyout(\(buffer), \(copy.field), \(place.size));")
        after.append(condition.map { block("\tif (\($0) != NULL)", outward) } ?? outward)
    }

    private func clear(_ object: String, isArray: Bool, _ tabs: String) -> String {
        if object.hasPrefix("*") { return "\(tabs)memset(\(object.dropFirst()), 0, sizeof(\(object)));" }
        return "\(tabs)memset(\(isArray ? "" : "&")\(object), 0, sizeof(\(object)));"
    }

    private mutating func convert(
        _ copy: Copy, _ place: Place, from source: String, to target: String, isInward: Bool, _ indent: Int
    ) -> [String] {
        let conversion = place.isArray ? Conversion.each(copy.element.conversion) : copy.element.conversion
        return text(for: conversion, isInward: isInward).statements(
            conversion, from: source, to: target, indent: indent)
    }

    private mutating func text(for conversion: Conversion, isInward: Bool, outer: Int = 0) -> ConversionText {
        while counters.count < outer + conversion.depth {
            let counter = scope.claim(["i", "j", "k", "l"][min(counters.count, 3)])
            locals.declare("size_t", counter)
            counters.append(counter)
        }
        return ConversionText(macros: plan.macros, isInward: isInward, counters: Array(counters.dropFirst(outer)))
    }
}

// MARK: - Arrays

extension EntryPoint {
    /// An array in memory of its own.
    private mutating func addArray(_ parameter: Parameter, _ copy: Copy, _ count: Passing.ArrayCount) -> String {
        let array = scope.claim(parameter.name)
        let narrow = copy.narrowType.map { _ in scope.claim(parameter.name + "32") }
        let number = scope.claim("n" + parameter.name)
        let (base, stars) = copy.element.type.declarator
        locals.declare(base, "*" + stars + array)
        if let narrow, let type = copy.narrowType { locals.declare(type, "*" + narrow) }
        locals.declare("size_t", number)
        let indent = copy.direction.isOptional ? 2 : 1
        let tabs = String(repeating: "\t", count: indent)
        var inward = self.count(count, into: number, indent)
        for variable in [array, narrow].compactMap({ $0 }) {
            begin.append("\t\(variable) = NULL;")
            end.append("\tfree(\(variable), M_TEMP);")
            let zero = copy.direction.writes ? " | M_ZERO" : ""
            inward += StyleText.list(
                "\(tabs)\(variable) = malloc(", ["\(number) * sizeof(*\(variable))", "M_TEMP", "M_WAITOK\(zero)"], ");",
                continuation: tabs + "    ")
        }
        let program = narrow ?? array
        let arguments = { (first: String, second: String) in [first, second, "\(number) * sizeof(*\(program))"] }
        if copy.direction.reads {
            inward += StyleText.list(
                "\(tabs)error = copyin(", arguments(copy.field, program), ");", continuation: tabs + "    ")
            inward += failure(indent)
            if let narrow { inward += loop(copy, number, from: narrow, to: array, isInward: true, indent) }
        }
        before += copy.direction.isOptional ? ["\tif (\(copy.field) != NULL) {"] + inward + ["\t}"] : inward
        guard copy.direction.writes else { return array }
        var outward: [String] = []
        if case .pointee(let name, let isSigned, _) = count, let object = objects[name] {
            // The call may say that there are fewer.
            outward += [
                "\(tabs)if (\(isSigned ? "(size_t)" : "")\(object) < \(number))", "\(tabs)\t\(number) = \(object);",
            ]
        }
        if let narrow { outward += loop(copy, number, from: array, to: narrow, isInward: false, indent) }
        outward += StyleText.list(
            "\(tabs)error = copyout(", arguments(program, copy.field), ");", continuation: tabs + "    ")
        after.append(copy.direction.isOptional ? block("\tif (\(array) != NULL)", outward) : outward)
        return array
    }

    /// Sets `number` to how many elements there are, once that is known not to be too many.
    private func count(_ count: Passing.ArrayCount, into number: String, _ indent: Int) -> [String] {
        let tabs = String(repeating: "\t", count: indent)
        switch count {
        case .constant(let text, _): return ["\(tabs)\(number) = \(text);"]
        case .argument(let name, let isSigned, let limit):
            return guarded("uap->\(name)", isSigned, limit, indent) + ["\(tabs)\(number) = uap->\(name);"]
        case .pointee(let name, let isSigned, let limit):
            let object = objects[name] ?? name
            return guarded(object, isSigned, limit, indent) + ["\(tabs)\(number) = \(object);"]
        }
    }

    private func guarded(_ value: String, _ isSigned: Bool, _ limit: String, _ indent: Int) -> [String] {
        failure(if: (isSigned ? "\(value) < 0 || " : "") + "\(value) > \(limit)", "EINVAL", indent)
    }

    private mutating func loop(
        _ copy: Copy, _ number: String, from source: String, to target: String, isInward: Bool, _ indent: Int
    ) -> [String] {
        let conversion = copy.element.conversion
        let inner = text(for: .each(conversion), isInward: isInward).inner
        let counter = counters[0]
        let body = inner.statements(
            conversion, from: "\(source)[\(counter)]", to: "\(target)[\(counter)]", indent: indent + 1)
        let tabs = String(repeating: "\t", count: indent)
        return block("\(tabs)for (\(counter) = 0; \(counter) < \(number); \(counter)++)", body)
    }

    /// Addresses up to a `NULL`.
    private mutating func addAddresses(_ parameter: Parameter, _ direction: Passing.Direction, _ limit: String)
        -> String
    {
        let array = scope.claim(parameter.name)
        let element = (parameter.type.pointee ?? parameter.type).mutable
        let (base, stars) = element.declarator
        locals.declare(base, "*" + stars + array)
        let text = text(for: .each(.address), isInward: true)
        let counter = counters[0]
        let indent = direction.isOptional ? 2 : 1
        let tabs = String(repeating: "\t", count: indent)
        let field = "uap->\(parameter.name)"
        begin.append("\t\(array) = NULL;")
        end.append("\tfree(\(array), M_TEMP);")
        var inward = StyleText.list(
            "\(tabs)\(array) = malloc(", ["\(limit) * sizeof(*\(array))", "M_TEMP", "M_WAITOK"], ");",
            continuation: tabs + "    ")
        inward.append("\(tabs)for (\(counter) = 0;; \(counter)++) {")
        inward += failure(if: "\(counter) == \(limit)", "E2BIG", indent + 1)
        if isNarrow {
            let narrow = scope.claim(parameter.name + "32")
            locals.declare("uint32_t", narrow)
            inward.append("\(tabs)\terror = copyin(&\(field)[\(counter)], &\(narrow), sizeof(\(narrow)));")
            inward += failure(indent + 1)
            inward += text.statements(.address, from: narrow, to: "\(array)[\(counter)]", indent: indent + 1)
        } else {
            inward += StyleText.list(
                "\(tabs)\terror = copyin(",
                ["&\(field)[\(counter)]", "&\(array)[\(counter)]", "sizeof(\(array)[\(counter)])"], ");",
                continuation: tabs + "\t    ")
            inward += failure(indent + 1)
        }
        inward += ["\(tabs)\tif (\(array)[\(counter)] == NULL)", "\(tabs)\t\tbreak;", "\(tabs)}"]
        before += direction.isOptional ? ["\tif (\(field) != NULL) {"] + inward + ["\t}"] : inward
        return array
    }

    /// `struct iovec`, by `copyiniov` and its 32-bit kin.
    private mutating func addVector(_ parameter: Parameter, _ count: Passing.ArrayCount) -> String {
        let vector = scope.claim(parameter.name)
        locals.declare("struct iovec", "*" + vector)
        begin.append("\t\(vector) = NULL;")
        end.append("\tfree(\(vector), M_IOV);")
        let isOptional = MemoryUse(parameter.argument.annotations)?.isOptional ?? false
        let indent = isOptional ? 2 : 1
        let tabs = String(repeating: "\t", count: indent)
        var number: String
        var inward: [String] = []
        switch count {
        case .constant(let text, _): number = text
        case .argument(let name, let isSigned, _):
            number = "uap->\(name)"
            inward = guarded(number, isSigned, "UIO_MAXIOV", indent)
        case .pointee(let name, let isSigned, _):
            number = objects[name] ?? name
            inward = guarded(number, isSigned, "UIO_MAXIOV", indent)
        }
        let structure = isNarrow ? "struct iovec32" : "struct iovec"
        let field = "uap->\(parameter.name)"
        inward += StyleText.list(
            "\(tabs)error = \(isNarrow ? "freebsd32_" : "")copyiniov(",
            [parameter.type.isConst ? "__DECONST(\(structure) *, \(field))" : field, number, "&\(vector)", "EINVAL"],
            ");",
            continuation: tabs + "    ")
        inward += failure(indent)
        before += isOptional ? ["\tif (\(field) != NULL) {"] + inward + ["\t}"] : inward
        return vector
    }
}

/// A copy of what an argument points to, in one ABI.
private struct Copy {
    let element: Element
    let direction: Passing.Direction
    /// The member of the argument structure.
    let field: String
    /// The type of the program's object; `nil` when it is the kernel's.
    let narrowType: String?

    init(_ element: Element, _ direction: Passing.Direction, _ field: String, isNarrow: Bool) {
        self.element = isNarrow || element.narrowType == nil ? element : element.unconverted
        self.direction = direction
        self.field = field
        narrowType = isNarrow ? element.narrowType : nil
    }

    /// Whether bytes between members would go to the program as they happen to be.
    var needsClearing: Bool { if case .members = element.conversion { true } else { false } }
}

extension Element {
    /// The object of the native ABI.
    fileprivate var unconverted: Element {
        Element(type: type, narrowType: nil, conversion: .integer, size: size, hasGaps: false)
    }
}

extension Parameter {
    /// Numbers that an argument points to come ahead of the arrays that they count.
    fileprivate var rank: Int {
        if case .object = passing { 0 } else { 1 }
    }
}

extension DeclaredType {
    /// The type without stars, and the stars: the pieces of a declaration of several variables.
    var declarator: (base: String, stars: String) {
        ((isConst ? "const " : "") + base, stars.map { $0 ? "*const " : "*" }.joined())
    }
}

extension ConversionText {
    /// The same one level further in.
    fileprivate var inner: ConversionText {
        ConversionText(macros: macros, isInward: isInward, counters: Array(counters.dropFirst()))
    }
}
