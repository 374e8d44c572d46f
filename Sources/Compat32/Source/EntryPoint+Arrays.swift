// Arrays of a number that the program says.
extension EntryPoint {
    /// An array in memory of its own.
    mutating func addArray(_ parameter: Parameter, _ copy: Copy, _ count: Passing.ArrayCount) -> String {
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
    func count(_ count: Passing.ArrayCount, into number: String, _ indent: Int) -> [String] {
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

    func guarded(_ value: String, _ isSigned: Bool, _ limit: String, _ indent: Int) -> [String] {
        failure(if: (isSigned ? "\(value) < 0 || " : "") + "\(value) > \(limit)", "EINVAL", indent)
    }

    mutating func loop(
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
    mutating func addAddresses(_ parameter: Parameter, _ direction: Passing.Direction, _ limit: String)
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
    mutating func addVector(_ parameter: Parameter, _ count: Passing.ArrayCount) -> String {
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

extension ConversionText {
    /// The same one level further in.
    fileprivate var inner: ConversionText {
        ConversionText(macros: macros, isInward: isInward, counters: Array(counters.dropFirst()))
    }
}
