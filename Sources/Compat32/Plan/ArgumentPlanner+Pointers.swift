import Findings

// What becomes of the memory that an argument points to.
extension ArgumentPlanner {
    mutating func pointer(
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

    func isCharacter(_ meaning: TypeMeaning) -> Bool {
        if case .scalar(let scalar) = meaning { scalar.isFixed && scalar.native == 1 } else { false }
    }

    /// Bytes are the same for all; a zero ends a string.
    mutating func buffer(_ argument: CallInterface.Argument, _ use: MemoryUse, _ isVoid: Bool) -> Outcome? {
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
    mutating func addresses(
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
            let element: Element
            do {
                element = try elements.element(pointee)
            } catch {
                return refuse(
                    "unknown-layout", argument, "\(error.type) \(error.reason), so that it cannot be copied",
                    at: error.place)
            }
            guard let copy = copy(argument, use, element) else { return nil }
            passing = copy
        }
        return Outcome(
            passage: .converted(layout: "uint32_t"), passing: passing,
            rule: "an address has 32 bits in a 32-bit program", place: tree.place(ofPattern: "[*][*]"))
    }

    mutating func unknown(
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
    mutating func memory(
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

    func place(of layout: String, _ use: MemoryUse, _ pointee: DeclaredType) -> Location? {
        if layout.hasPrefix("struct "), let place = tree.place(of: layout + " {", in: .structures) { return place }
        if layout == "time32_t" { return tree.place(of: "time32_t;", in: .abiTypes) }
        return tree.place(ofPattern: pointee.base == "size_t" ? "size_t [*]" : "long [*]")
    }

    /// What is the same for all. A single integer is copied all the same, so that the kernel itself can make the call.
    mutating func shared(
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
    func missingContains(
        _ argument: CallInterface.Argument, _ use: MemoryUse, _ pointee: DeclaredType, _ meaning: TypeMeaning
    ) -> String? {
        guard projects, use.contains.isEmpty, !tree.isRecognised(argument) else { return nil }
        let words = contents(of: pointee, depth: 0)
        guard !words.isEmpty else { return nil }
        return "_Contains_" + ["long", "ptr", "timet"].filter(words.contains).map { $0 + "_" }.joined()
    }

    /// The `_Contains_` words for what is in an object.
    func contents(of type: DeclaredType, depth: Int) -> Set<String> {
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
