import Findings

// How much of it is copied.
extension ArgumentPlanner {
    /// How so much of `element` is copied; `nil` after a problem.
    mutating func copy(_ argument: CallInterface.Argument, _ use: MemoryUse, _ element: Element) -> Passing? {
        let direction = Passing.Direction(
            reads: use.direction.reads, writes: use.direction.writes, isOptional: use.isOptional)
        switch use.shape {
        case .object: return .object(element, direction)
        case .terminated:
            _ = refuse("unknown-count", argument, "only strings and arrays of addresses end with a zero")
            return nil
        case .bytes:
            _ = refuse(
                "unknown-count", argument,
                "objects that differ between the ABIs are counted by elements, as in _In_reads_(n), not by bytes")
            return nil
        case .elements(let count):
            guard let count = self.count(argument, count) else { return nil }
            return .array(element, direction, count)
        }
    }

    mutating func vector(_ argument: CallInterface.Argument, _ count: MemoryUse.Count) -> Passing? {
        guard tree.place(of: "struct iovec32 {", in: .structures) != nil,
            let count = self.count(argument, count)
        else { return nil }
        return .vector(count)
    }

    /// The default for the largest number of elements, that of `UIO_MAXIOV`.
    static let limit = "1024"

    mutating func count(_ argument: CallInterface.Argument, _ count: MemoryUse.Count) -> Passing.ArrayCount? {
        let limit = limits[argument.name] ?? Self.limit
        switch count {
        case .number(let number): return .constant(String(number), value: number)
        case .expression(let text):
            guard text.isIdentifier else {
                _ = refuse("unknown-count", argument, "'\(text)' is no argument, no number and no constant")
                return nil
            }
            return .constant(text, value: tree.declarations.constants[text])
        case .argument(let name):
            guard let other = call.arguments.first(where: { $0.name == name }),
                case .scalar(let scalar) = types.meaning(of: DeclaredType(other.type)), !scalar.isWide
            else {
                _ = refuse("unknown-count", argument, "'\(name)' is no argument that counts")
                return nil
            }
            return .argument(name, isSigned: scalar.isSigned, limit: limit)
        case .pointee(let name):
            guard let other = call.arguments.first(where: { $0.name == name }),
                let pointee = DeclaredType(other.type).pointee,
                case .scalar(let scalar) = types.meaning(of: pointee),
                let use = MemoryUse(other.annotations), use.shape == .object, use.direction.reads, !use.isOptional
            else {
                _ = refuse("unknown-count", argument, "'*\(name)' is no number that the call is given")
                return nil
            }
            return .pointee(name, isSigned: scalar.isSigned, limit: limit)
        }
    }
}
