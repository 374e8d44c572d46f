import Findings

// What becomes of a value.
extension ArgumentPlanner {
    mutating func value(_ argument: CallInterface.Argument, _ type: DeclaredType) -> Outcome? {
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

    mutating func value(_ argument: CallInterface.Argument, _ type: DeclaredType, _ scalar: Scalar) -> Outcome? {
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

    mutating func time(_ argument: CallInterface.Argument, _ type: DeclaredType) -> Outcome? {
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
