import Findings
import SyscallSyntax

// What a row declares between its braces.
extension MasterReader {
    mutating func prototype(_ prototype: PrototypeSyntax, _ kinds: Kinds) -> Prototype {
        let result = syntax.text(prototype.result)
        if prototype.stars > 0, !rules.pointerResults {
            report(
                "malformed-prototype", at: prototype.result.upperBound,
                "this release's generator understands no '*' in a result")
        }
        var arguments: [DeclaredArgument] = []
        arguments.reserveCapacity(prototype.arguments.count)
        // Only a long list is worth a set.
        var names: Set<String> = []
        let isLong = prototype.arguments.count > 16
        for range in prototype.arguments {
            // Of a multiplexer nothing but the name is used.
            if kinds.flags.contains(.multiplexer), isEllipsis(range) { continue }
            guard let argument = argument(range, kinds) else { continue }
            if isLong ? !names.insert(argument.name).inserted : arguments.contains(where: { $0.name == argument.name })
            {
                report("duplicate-argument", at: range.lowerBound, "two arguments are called '\(argument.name)'")
            }
            arguments.append(argument)
        }
        return Prototype(
            result: prototype.stars == 0 ? result : result + " " + String(repeating: "*", count: prototype.stars),
            arguments: arguments
        )
    }

    /// Whether the argument at `range` is `...`.
    private func isEllipsis(_ range: Range<Int>) -> Bool {
        syntax.line(range).trimmed.elementsEqual("...".utf8)
    }

    private mutating func argument(_ range: Range<Int>, _ kinds: Kinds) -> DeclaredArgument? {
        if case .continued = syntax.form { return argument(ofFieldsAt: range, kinds) }
        let (bytes, text) = syntax.unbroken(range)
        if let rest = Annotations.strip(text, of: bytes, rules.annotations) {
            return argument(bytes[text], bytes.cutAtName(rest), in: bytes, at: range.lowerBound)
        }
        let bare = Annotations.removeAll(from: bytes[text], rules.annotations)
        return argument(bytes[text], bare.cutAtName(0..<bare.count), in: bare, at: range.lowerBound)
    }

    /// The argument that makesyscalls.sh puts together of the fields in `range`.
    private mutating func argument(ofFieldsAt range: Range<Int>, _ kinds: Kinds) -> DeclaredArgument? {
        let fields = syntax.fields(range)
        var type: [UInt8] = []
        for (index, field) in fields.dropLast().enumerated() {
            // No blank behind a star.
            if index > 0, fields[index - 1] != [0x2A] { type.append(0x20) }
            type += field
        }
        if rules.annotations != .none {
            type.joinParentheses()
        }
        let name = fields.last ?? []
        let text = type + [0x20] + name
        type = Annotations.stripType(type, rules.annotations)
        let bytes = type + name
        let pieces = (type: bytes.trimmed(0..<type.count), name: type.count..<bytes.count)
        // A pointer without a name, whose star the generator takes for the name. Linux tables up to FreeBSD 9 have one; it
        // does no harm where the row declares neither structure nor prototype.
        if kinds.flags.contains(.noPrototype), name == [0x2A], type.contains(where: isIdentifier) {
            let message = "the argument has no name; the generator takes the star for it"
            findings.append(Finding(.warning, "malformed-argument", at: syntax.location(range.lowerBound), message))
            return declare(text[...], pieces, in: bytes, at: range.lowerBound)
        }
        return argument(text[...], pieces, in: bytes, at: range.lowerBound)
    }

    /// The argument `text` at `offset` of the master, if it is one. Its `pieces` stand in `bytes`, without annotations.
    private mutating func argument(
        _ text: ArraySlice<UInt8>,
        _ pieces: (type: Range<Int>, name: Range<Int>),
        in bytes: [UInt8],
        at offset: Int
    ) -> DeclaredArgument? {
        let (type, name) = pieces
        guard let first = name.first, !isDigit(bytes[first]), bytes.isWord(name) else {
            let found = Array(text).excerpt(0..<text.count)
            report("malformed-argument", at: offset, "expected 'type name', found '\(found)'")
            return nil
        }
        // `scarg:process` takes an argument without a type, and one called `void`, for none.
        guard !type.isEmpty, !bytes.holds("void", at: name) else {
            report(
                "malformed-argument", at: offset, "the argument has no type, or no name; the generator drops it")
            return nil
        }
        return declare(text, pieces, in: bytes, at: offset)
    }

    private mutating func declare(
        _ text: ArraySlice<UInt8>,
        _ pieces: (type: Range<Int>, name: Range<Int>),
        in bytes: [UInt8],
        at offset: Int
    ) -> DeclaredArgument? {
        guard let number = types.number(of: pieces.type, in: bytes) ?? addType(pieces.type, of: bytes, at: offset)
        else {
            return nil
        }
        return DeclaredArgument(
            declaration: text,
            type: types.list[number],
            typeNumber: number,
            name: bytes.text(pieces.name),
            offset: offset,
            rules: rules.annotations
        )
    }

    /// The number of a type that was not met before.
    private mutating func addType(_ type: Range<Int>, of bytes: [UInt8], at offset: Int) -> Int? {
        guard type.allSatisfy({ isPartOfType(bytes[$0]) }) else {
            let message = "'\(bytes.excerpt(type))' is no type that the generator reads as one"
            report("malformed-argument", at: offset, message)
            return nil
        }
        return types.add(type, of: bytes)
    }
}

private func isPartOfType(_ byte: UInt8) -> Bool {
    isIdentifier(byte) || byte == 0x20 || byte == 0x09 || byte == 0x2A
}

extension [UInt8] {
    /// What of `range` stands ahead of its last blank or star, and what behind.
    fileprivate func cutAtName(_ range: Range<Int>) -> (type: Range<Int>, name: Range<Int>) {
        var name = range.upperBound
        while name > range.lowerBound, self[name - 1] != 0x20, self[name - 1] != 0x2A { name -= 1 }
        return (trimmed(range.lowerBound..<name), name..<range.upperBound)
    }
}

extension [UInt8] {
    /// ` ( ` becomes `(`, and ` )` becomes `)`.
    fileprivate mutating func joinParentheses() {
        while let index = firstIndex(of: " ( ", in: 0..<count) { replaceSubrange(index..<index + 3, with: [0x28]) }
        while let index = firstIndex(of: " )", in: 0..<count) { remove(at: index) }
    }
}
