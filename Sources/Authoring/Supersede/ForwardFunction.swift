import Compat32

// The function of the library that gets along with kernels which have the old interface alone.
extension ForwardPath {
    /// What `prototype` asks for and the old interface cannot give, as the end of a sentence; `nil` when there is nothing.
    func gap(_ prototype: CallPrototype) -> String? {
        switch mapping(prototype) {
        case .impossible(let reason): "always: \(reason)"
        case .possible(let extra) where extra.isEmpty: nil
        case .possible(let extra): "where \(extra.map { "'\($0.name)'" }.joined(separator: " or ")) is not zero"
        }
    }

    /// The headers that ``body(_:stub:)`` needs.
    static let headers = ["sys/syscall.h", "errno.h", "unistd.h"]

    /// The statements of the function.
    func body(_ prototype: CallPrototype, stub: String) -> [String] {
        let isVoid = prototype.result == "void"
        let names = prototype.arguments.map(\.name)
        var lines = [isVoid ? "\tif (__getosreldate() >= \(version)) {" : "\tif (__getosreldate() >= \(version))"]
        lines += CallPrototype.wrapped(
            isVoid ? "\t\t\(stub)(" : "\t\treturn (\(stub)(", names, end: isVoid ? ");" : "));", indent: "\t\t    ")
        if isVoid { lines += ["\t\treturn;", "\t}"] }
        lines.append("\t/* An older kernel has the old interface alone. */")
        switch mapping(prototype) {
        case .impossible: lines += failure(prototype, "\t")
        case .possible(let extra):
            if !extra.isEmpty {
                let conditions = extra.map { "\($0.name) != \($0.type.hasSuffix("*") ? "NULL" : "0")" }
                lines.append("\tif (\(conditions.joined(separator: " || "))) {")
                lines += failure(prototype, "\t\t") + ["\t}"]
            }
            let isInt = ["int", "void"].contains(prototype.result) && !old.arguments.contains { Self.isWide($0.type) }
            let function = isInt ? "syscall(" : "__syscall((quad_t)"
            let cast: String
            if isInt {
                cast = ""
            } else if prototype.result.hasSuffix("*") {
                cast = "(\(UserTypes.standard(prototype.result)))(uintptr_t)"
            } else {
                cast = isVoid ? "(void)" : "(\(UserTypes.standard(prototype.result)))"
            }
            let head = isVoid ? "\t\(isInt ? "(void)" : cast)\(function)" : "\treturn (\(cast)\(function)"
            lines += CallPrototype.wrapped(
                head, [number] + old.arguments.map(\.name), end: isVoid ? ");" : "));", indent: "\t    ")
        }
        return lines
    }

    private enum Mapping {
        /// The arguments that the old interface does not have.
        case possible(extra: [CallPrototype.Argument])
        case impossible(String)
    }

    private func mapping(_ prototype: CallPrototype) -> Mapping {
        guard prototype.result == old.result else { return .impossible("its result is a \(prototype.result) now") }
        for argument in old.arguments {
            guard let other = prototype.arguments.first(where: { $0.name == argument.name }) else {
                return .impossible("the old interface has an argument '\(argument.name)'")
            }
            guard UserTypes.standard(other.type) == UserTypes.standard(argument.type) else {
                return .impossible("'\(argument.name)' is a \(other.type) now")
            }
        }
        let known = Set(old.arguments.map(\.name))
        return .possible(extra: prototype.arguments.filter { !known.contains($0.name) })
    }

    private func failure(_ prototype: CallPrototype, _ tabs: String) -> [String] {
        let value = prototype.result.hasSuffix("*") ? "(\(UserTypes.standard(prototype.result)))-1" : "-1"
        return ["\(tabs)errno = ENOSYS;"] + (prototype.result == "void" ? [] : ["\(tabs)return (\(value));"])
            + (prototype.result == "void" && tabs.count > 1 ? ["\(tabs)return;"] : [])
    }

    private static func isWide(_ type: String) -> Bool {
        ["off_t", "id_t", "int64_t", "uint64_t", "u_int64_t", "dev_t", "ino_t", "rlim_t"].contains(type)
    }
}
