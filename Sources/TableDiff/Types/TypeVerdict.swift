/// What it means to programs that a type was replaced by another.
struct TypeVerdict {
    let impact: Impact
    let reason: String
    /// Whether what is known of the types says so.
    let isCertain: Bool
}

extension TypeVerdict {
    /// Judges an argument whose type was `old` and is `new`.
    init(argument old: String, to new: String, word: WordWidth) {
        switch (ArgumentType(old), ArgumentType(new)) {
        case (.pointer(let from), .pointer(let to)): self.init(pointee: from, to)
        case (.integer(let from, let wasSigned), .integer(let to, let isSigned)):
            self.init(integer: (from, wasSigned), (to, isSigned), word)
        case (.pointer, .integer(let width, _)), (.integer(let width, _), .pointer):
            guard width == .word || width.bits(word) == ArgumentType.Width.word.bits(word) && word != .either else {
                self.init(.binaryBreak, "a pointer and such an integer are not equally wide on every machine")
                return
            }
            self.init(.sourceBreak, "a pointer and such an integer are equally wide, but a source must convert")
        case (.unknown(let from), .unknown(let to)) where from == to:
            self.init(.information, "both are spellings of one type")
        case (let from, let to):
            let unknown = [from, to].compactMap(\.unknownName).map { "'\($0)'" }.joined(separator: " and ")
            self.init(
                .binaryBreak,
                unknown.isEmpty
                    ? "the two types are not equally wide on every machine, so that programs pass other bits than are read"
                    : "the width of \(unknown) is not known here; unless it is the same, programs pass other bits than are read",
                isCertain: unknown.isEmpty
            )
        }
    }

    /// Judges a result. The kernel returns whole registers whatever the type, so that no program breaks by it.
    init(result old: String, to new: String) {
        let (from, to) = (ArgumentType(old), ArgumentType(new))
        if from == to {
            self.init(.information, "both are spellings of one type")
        } else {
            self.init(
                .sourceBreak,
                "the kernel returns the same register; a source that declares or stores the result has another type to agree with"
            )
        }
    }

    init(_ impact: Impact, _ reason: String, isCertain: Bool = true) {
        self.impact = impact
        self.reason = reason
        self.isCertain = isCertain
    }

    private init(pointee old: ArgumentType.Pointee, _ new: ArgumentType.Pointee) {
        if old == new {
            self.init(.information, "both are spellings of one type")
        } else if old.type == new.type {
            self.init(
                new.isConst ? .compatible : .sourceBreak,
                new.isConst
                    ? "const was added: whatever could be passed still can"
                    : "const is gone: a pointer to constant data cannot be passed any more"
            )
        } else if new.type == "void", new.isConst || !old.isConst {
            self.init(.compatible, "every pointer of that sort converts to \(new.isConst ? "const void *" : "void *")")
        } else {
            self.init(
                .sourceBreak,
                "pointers are equally wide, but a source must pass another type; that the objects are laid out alike is not said here",
                isCertain: old.isUntyped || new.isUntyped || old.isLaidOut(as: new)
            )
        }
    }

    private init(
        integer old: (width: ArgumentType.Width, isSigned: Bool),
        _ new: (width: ArgumentType.Width, isSigned: Bool),
        _ word: WordWidth
    ) {
        if old == new {
            self.init(.information, "both are integers of the same width and sign")
        } else if old.width == new.width {
            self.init(.sourceBreak, "equally wide, but one is signed and the other is not")
        } else if let from = old.width.bits(word), from == new.width.bits(word) {
            self.init(.sourceBreak, "passed in \(from) bits as before; a source may convert differently")
        } else if word == .either, old.width == .word || new.width == .word {
            self.init(
                .binaryBreak,
                "the widths differ on 32-bit or on 64-bit machines, so that programs pass other bits than are read")
        } else {
            self.init(.binaryBreak, "the widths differ, so that programs pass other bits than are read")
        }
    }
}

extension ArgumentType.Pointee {
    /// Whether the type says nothing of what lies there.
    fileprivate var isUntyped: Bool { type == "void" || type == "char" }

    /// Whether both are integers of one width.
    fileprivate func isLaidOut(as other: ArgumentType.Pointee) -> Bool {
        guard case .integer(let width, _) = ArgumentType(type),
            case .integer(let otherWidth, _) = ArgumentType(other.type)
        else { return false }
        return width == otherWidth
    }
}

extension ArgumentType {
    fileprivate var unknownName: String? {
        if case .unknown(let name) = self { name } else { nil }
    }
}
