import Findings

/// Decides for each argument what 32-bit programs make of it, and how the entry points hand it on.
struct ArgumentPlanner {
    private let call: CallInterface
    private let tree: CompatTree
    private let limits: [String: String]
    private let types: TypeTable
    private let projects: Bool
    private(set) var elements: ElementPlanner
    /// Why the call cannot be planned.
    private(set) var problems: [Finding] = []
    /// What is doubtful.
    private(set) var doubts: [Finding] = []

    typealias Verdict = CompatPlan.Verdict

    init(_ call: CallInterface, _ tree: CompatTree, limits: [String: String]) {
        self.call = call
        self.tree = tree
        self.limits = limits
        types = TypeTable(declarations: tree.declarations)
        elements = ElementPlanner(tree)
        projects = tree.projects
    }

    /// The verdict on `argument`, and how it is passed; `nil` after a problem.
    mutating func plan(_ argument: CallInterface.Argument) -> (verdict: Verdict, parameter: Parameter)? {
        let type = DeclaredType(argument.type)
        let outcome =
            if type.stars.isEmpty { value(argument, type) } else { pointer(argument, type, type.pointee ?? type) }
        guard let outcome else { return nil }
        if !call.returns, outcome.passing.needsMemory {
            _ = refuse("unsupported-argument", argument, "a call that does not return cannot free what was copied")
            return nil
        }
        let parameter = Parameter(argument: argument, type: type, passing: outcome.passing)
        let verdict = Verdict(
            name: argument.name, type: argument.type, passage: outcome.passage, rule: outcome.rule,
            place: outcome.place)
        return (verdict, parameter)
    }

    private struct Outcome {
        let passage: CompatPlan.Passage
        let passing: Passing
        let rule: String
        let place: Location?
    }

    private mutating func refuse(
        _ rule: String, _ argument: CallInterface.Argument, _ message: String, at place: Location? = nil,
        notes: [Note] = []
    ) -> Outcome? {
        let subject = "argument '\(argument.name)' of \(call.name): \(message)"
        problems.append(Finding(.error, rule, at: place, subject, notes: notes))
        return nil
    }
}

// MARK: - Values

extension ArgumentPlanner {
    private mutating func value(_ argument: CallInterface.Argument, _ type: DeclaredType) -> Outcome? {
        switch types.meaning(of: type) {
        case .scalar(let scalar): return value(argument, type, scalar)
        case .pointer:
            // A typedef of an address: what is there is not followed here.
            let place = tree.place(of: "sa->args[i] = args[i]", in: .fetch)
            return Outcome(
                passage: .zeroExtended, passing: .address,
                rule: "\(type.base) is an address; the kernel fetches 32 bits and fills the upper half with zeros",
                place: place)
        case .unknown(let name):
            return refuse(
                "unknown-width", argument, "how wide \(name) is in each ABI is not known",
                notes: [Note("give its declaration, such as 'typedef int \(name);'")])
        case .structure, .union:
            return refuse("unsupported-argument", argument, "a \(type.base) is not passed by value; pass its address")
        case .floating: return refuse("unsupported-argument", argument, "the kernel takes no \(type.base)")
        case .void: return refuse("unsupported-argument", argument, "there is no value of type void")
        }
    }

    private mutating func value(_ argument: CallInterface.Argument, _ type: DeclaredType, _ scalar: Scalar) -> Outcome?
    {
        let fetch = tree.place(of: "sa->args[i] = args[i]", in: .fetch)
        if scalar == .time { return time(argument, type) }
        if scalar.isWide {
            return Outcome(
                passage: .split(padded: false), passing: .value(.pair),
                rule: "\(type.base) has 64 bits in every ABI; a 32-bit program passes two words, low word first unless "
                    + "the machine is big-endian",
                place: tree.place(ofType: type.base) ?? tree.place(of: "PAIR32TO64", in: .pairs))
        }
        if scalar.isFixed {
            return Outcome(
                passage: .asIs, passing: .value(.plain),
                rule: "\(type.base) has \(scalar.native * 8) bits in every ABI, and the argument structure reads no "
                    + "more of the word",
                place: tree.place(of: "PADL_(t)", in: .prototypes))
        }
        guard scalar.isSigned else {
            return Outcome(
                passage: .zeroExtended, passing: .value(.plain),
                rule: "\(type.base) is unsigned and as wide as an address; the kernel fetches 32 bits and fills the "
                    + "upper half with zeros",
                place: fetch)
        }
        if type.base == "intptr_t" || type.base == "__intptr_t" || type.base == "semid_t" {
            if type.base != "semid_t" {
                doubts.append(
                    Finding(
                        .warning, "signed-address", at: nil,
                        "argument '\(argument.name)' of \(call.name): an address in \(type.base) is right, and a "
                            + "negative number in it is not sign-extended"))
            }
            return Outcome(
                passage: .zeroExtended, passing: .value(.plain),
                rule: "\(type.base) holds an address or a descriptor, whose upper half is zero", place: fetch)
        }
        return Outcome(
            passage: .signExtended, passing: .value(.signed),
            rule: "\(type.base) is signed and has 32 bits in a 32-bit program; the kernel fetches it without its sign",
            place: tree.place(ofPattern: "^\(type.base) [a-z0-9_]+$") ?? fetch)
    }

    private mutating func time(_ argument: CallInterface.Argument, _ type: DeclaredType) -> Outcome? {
        let place = tree.place(of: "time32_t;", in: .abiTypes)
        guard !projects else {
            return refuse(
                "split-time", argument,
                "\(type.base) by value is one word for i386 programs and two for others, and the generator knows no "
                    + "such argument; pass 'const struct timespec *', or a type of 64 bits",
                at: place)
        }
        return Outcome(
            passage: .time, passing: .value(.time),
            rule: "\(type.base) has 32 bits in i386 and 64 elsewhere: one word on amd64, and a pair where "
                + "PAD64_REQUIRED is defined",
            place: place)
    }
}

// MARK: - Pointers

extension ArgumentPlanner {
    private mutating func pointer(
        _ argument: CallInterface.Argument, _ type: DeclaredType, _ pointee: DeclaredType
    ) -> Outcome? {
        guard type.stars.count < 3 else {
            return refuse("unsupported-argument", argument, "no entry point follows three addresses in a row")
        }
        let isOpaque = type.stars.count == 1 && types.meaning(of: pointee) == .void
        guard let use = MemoryUse(argument.annotations) else {
            if isOpaque, argument.annotations.isEmpty {
                return Outcome(
                    passage: .zeroExtended, passing: .address,
                    rule: "the address is a value that is not followed; its upper half is zero",
                    place: tree.place(of: "sa->args[i] = args[i]", in: .fetch))
            }
            let what = argument.annotations.isEmpty ? "it has none" : "'\(argument.annotations)' is not understood"
            return refuse(
                "missing-annotation", argument,
                "a pointer needs a SAL annotation (_In_, _Out_, _Inout_ and their kin), and \(what)",
                at: tree.place(of: "SAL 2.0 annotations", in: .master))
        }
        if !call.returns, use.direction.writes {
            return refuse(
                "unsupported-argument", argument, "nothing is written for a program that the call does not return to")
        }
        if use.direction.writes, pointee.stars.last ?? pointee.isConst {
            return refuse("unsupported-argument", argument, "what is written cannot be const")
        }
        if type.stars.count == 2 { return addresses(argument, use, pointee) }
        let meaning = types.meaning(of: pointee)
        if meaning == .void || isCharacter(meaning) { return buffer(argument, use, meaning == .void) }
        do {
            return try memory(argument, use, pointee, meaning)
        } catch {
            return unknown(argument, use, error)
        }
    }

    private func isCharacter(_ meaning: TypeMeaning) -> Bool {
        if case .scalar(let scalar) = meaning { scalar.isFixed && scalar.native == 1 } else { false }
    }

    /// Bytes are the same for all; a zero ends a string.
    private mutating func buffer(_ argument: CallInterface.Argument, _ use: MemoryUse, _ isVoid: Bool) -> Outcome? {
        guard use.contains.isEmpty else {
            return refuse(
                "unknown-layout", argument,
                "'\(argument.annotations)' says that it differs between the ABIs, and \(argument.type) does not say "
                    + "how; point to a structure",
                at: tree.place(of: "_Contains_", in: .master))
        }
        let isString = use.shape == .terminated && !use.direction.writes && !isVoid
        return Outcome(
            passage: .sharedMemory, passing: isString ? .string : .address,
            rule: isString ? "a string is the same in every ABI" : "bytes are the same in every ABI",
            place: nil)
    }

    /// An array of addresses, or a single one.
    private mutating func addresses(
        _ argument: CallInterface.Argument, _ use: MemoryUse, _ pointee: DeclaredType
    ) -> Outcome? {
        if use.direction.reads, let target = pointee.pointee {
            let isPlain = types.meaning(of: target) == .void
            let differs: Bool
            do {
                differs = isPlain ? false : try elements.layouts.differs(target)
            } catch {
                return refuse(
                    "unknown-layout", argument,
                    "the addresses lead to \(target.text), and whether that is the same in every ABI is not known: "
                        + "\(error.type) \(error.reason)",
                    at: error.place)
            }
            if differs || use.contains.contains("long") || use.contains.contains("timet") {
                return refuse(
                    "unsupported-argument", argument,
                    "the addresses lead to \(target.text), which differs between the ABIs; pass an array of them")
            }
        }
        let direction = Passing.Direction(
            reads: use.direction.reads, writes: use.direction.writes, isOptional: use.isOptional)
        let passing: Passing
        switch use.shape {
        case .terminated:
            guard !use.direction.writes else {
                return refuse("unknown-count", argument, "how many addresses may be written is not said")
            }
            passing = .addresses(direction, limit: limits[argument.name] ?? Self.limit)
        case .object, .elements, .bytes:
            guard let element = try? elements.element(pointee) else { return nil }
            guard let copy = copy(argument, use, element) else { return nil }
            passing = copy
        }
        return Outcome(
            passage: .converted(layout: "uint32_t"), passing: passing,
            rule: "an address has 32 bits in a 32-bit program", place: tree.place(ofPattern: "[*][*]"))
    }

    private mutating func unknown(
        _ argument: CallInterface.Argument, _ use: MemoryUse, _ error: Layouts.Unknown
    ) -> Outcome? {
        // What the call does not say to differ is the same for all programs: that is what the annotations are for.
        if use.contains.isEmpty {
            return Outcome(
                passage: .sharedMemory, passing: .address, rule: "no _Contains_ annotation says that it differs",
                place: tree.place(of: "_Contains_", in: .master))
        }
        return refuse(
            "unknown-layout", argument,
            "'\(argument.annotations)' says that it differs between the ABIs, and its layout is not known: "
                + "\(error.type) \(error.reason)",
            at: error.place, notes: [Note("give its declaration, such as 'struct lamp { int id; long oil; };'")])
    }

    /// Integers and structures.
    private mutating func memory(
        _ argument: CallInterface.Argument, _ use: MemoryUse, _ pointee: DeclaredType, _ meaning: TypeMeaning
    ) throws(Layouts.Unknown) -> Outcome? {
        if case .pointer = meaning { return addresses(argument, use, pointee) }
        guard try elements.layouts.differs(pointee) else { return shared(argument, use, pointee, meaning) }
        if let missing = missingContains(argument, use, pointee, meaning) {
            return refuse(
                "missing-contains", argument,
                "\(pointee.unqualified.text) differs between the ABIs, and the generator sees that only by the "
                    + "annotation \(missing)",
                at: tree.place(of: "_Contains_", in: .master))
        }
        if case .structure("iovec") = meaning, !use.direction.writes, case .elements(let count) = use.shape,
            let vector = vector(argument, count)
        {
            return Outcome(
                passage: .converted(layout: "struct iovec32"), passing: vector,
                rule: "struct iovec holds an address and a size, which have 32 bits in a 32-bit program",
                place: tree.place(of: "struct iovec32 {", in: .structures))
        }
        let known = elements.nestedAddresses.count
        let element = try elements.element(pointee)
        for (member, target) in elements.nestedAddresses[known...] {
            doubts.append(
                Finding(
                    .warning, "nested-address", at: nil,
                    "argument '\(argument.name)' of \(call.name): \(member) holds the address of \(target), which may "
                        + "differ between the ABIs and is not converted; kern_\(call.name) must not follow it unseen"))
        }
        guard let passing = copy(argument, use, element) else { return nil }
        let layout = element.narrowType ?? pointee.unqualified.text
        return Outcome(
            passage: .converted(layout: layout), passing: passing,
            rule: "\(pointee.unqualified.text) is \(layout) in a 32-bit program",
            place: place(of: layout, use, pointee))
    }

    private func place(of layout: String, _ use: MemoryUse, _ pointee: DeclaredType) -> Location? {
        if layout.hasPrefix("struct "), let place = tree.place(of: layout + " {", in: .structures) { return place }
        if layout == "time32_t" { return tree.place(of: "time32_t;", in: .abiTypes) }
        return tree.place(ofPattern: pointee.base == "size_t" ? "size_t [*]" : "long [*]")
    }

    /// What is the same for all. A single integer is copied all the same, so that the kernel itself can make the call.
    private mutating func shared(
        _ argument: CallInterface.Argument, _ use: MemoryUse, _ pointee: DeclaredType, _ meaning: TypeMeaning
    ) -> Outcome? {
        var passing = Passing.address
        if case .scalar = meaning, use.shape == .object, let element = try? elements.element(pointee),
            let copy = copy(argument, use, element)
        {
            passing = copy
        }
        if !use.contains.isEmpty {
            doubts.append(
                Finding(
                    .warning, "needless-contains", at: nil,
                    "argument '\(argument.name)' of \(call.name): \(pointee.unqualified.text) is the same in every "
                        + "ABI; '\(argument.annotations)' makes the generator want a wrapper for nothing"))
        }
        return Outcome(
            passage: .sharedMemory, passing: passing,
            rule: "\(pointee.unqualified.text) has the same size, alignment and members in every ABI", place: nil)
    }

    /// The annotation without which the generator takes the argument for the same in both ABIs; `nil` where it needs none.
    private func missingContains(
        _ argument: CallInterface.Argument, _ use: MemoryUse, _ pointee: DeclaredType, _ meaning: TypeMeaning
    ) -> String? {
        guard projects, use.contains.isEmpty, !tree.isRecognised(argument) else { return nil }
        let words = contents(of: pointee, depth: 0)
        guard !words.isEmpty else { return nil }
        return "_Contains_" + ["long", "ptr", "timet"].filter(words.contains).map { $0 + "_" }.joined()
    }

    /// The `_Contains_` words for what is in an object.
    private func contents(of type: DeclaredType, depth: Int) -> Set<String> {
        guard depth < 16 else { return [] }
        switch types.meaning(of: type) {
        case .scalar(let scalar): return scalar == .time ? ["timet"] : scalar.isFixed ? [] : ["long"]
        case .pointer: return ["ptr"]
        case .structure(let tag):
            let members = types.declarations.structures[tag]?.members ?? []
            return members.reduce(into: []) { $0.formUnion(contents(of: $1.type, depth: depth + 1)) }
        case .void, .union, .floating, .unknown: return []
        }
    }
}

// MARK: - Copies

extension ArgumentPlanner {
    /// How so much of `element` is copied; `nil` after a problem.
    private mutating func copy(_ argument: CallInterface.Argument, _ use: MemoryUse, _ element: Element) -> Passing? {
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

    private mutating func vector(_ argument: CallInterface.Argument, _ count: MemoryUse.Count) -> Passing? {
        guard tree.place(of: "struct iovec32 {", in: .structures) != nil,
            let count = self.count(argument, count)
        else { return nil }
        return .vector(count)
    }

    /// The default for the largest number of elements, that of `UIO_MAXIOV`.
    private static let limit = "1024"

    private mutating func count(_ argument: CallInterface.Argument, _ count: MemoryUse.Count) -> Passing.ArrayCount? {
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
