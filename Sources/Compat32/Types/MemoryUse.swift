/// What the annotations of an argument say about the memory that it points to (head of `sys/kern/syscalls.master`).
struct MemoryUse: Sendable, Hashable {
    /// Which way the data go.
    var direction: Direction
    /// How much there is.
    var shape: Shape
    /// Whether the address may be `NULL`.
    var isOptional = false
    /// The `_Contains_` words: `long`, `ptr`, `timet`.
    var contains: Set<String> = []

    enum Direction: Sendable, Hashable {
        case into
        case out
        case both

        var reads: Bool { self != .out }
        var writes: Bool { self != .into }
    }

    enum Shape: Sendable, Hashable {
        /// One object.
        case object
        /// Elements up to a zero.
        case terminated
        /// So many elements.
        case elements(Count)
        /// So many bytes.
        case bytes(Count)
    }

    /// How many, as an annotation says it.
    enum Count: Sendable, Hashable {
        /// The value of an argument.
        case argument(String)
        /// What an argument points to.
        case pointee(String)
        /// A number.
        case number(Int)
        /// A constant or an expression of C.
        case expression(String)

        init(_ text: String) {
            if let number = DeclarationParser.number(text) {
                self = .number(number)
            } else if text.hasPrefix("*"), text.dropFirst().isIdentifier {
                self = .pointee(String(text.dropFirst()))
            } else if text.isIdentifier, text != text.uppercased() {
                self = .argument(text)
            } else {
                self = .expression(text)
            }
        }
    }

    /// Reads the annotations of an argument.
    ///
    /// - Returns: `nil` when there is no SAL annotation among them, or one that is not understood.
    init?(_ annotations: String) {
        var use: MemoryUse?
        var contains: Set<String> = []
        for word in annotations.split(separator: " ") {
            if word.hasPrefix("_Contains_") {
                contains.formUnion(word.dropFirst("_Contains_".count).split(separator: "_").map(String.init))
            } else if let read = Self.sal(word), use == nil {
                use = read
            } else {
                return nil
            }
        }
        guard var use else { return nil }
        use.contains = contains
        self = use
    }

    private init(direction: Direction, shape: Shape) {
        self.direction = direction
        self.shape = shape
    }

    /// The `_Contains_` words of `annotations`, whatever else there is.
    static func contains(_ annotations: String) -> Set<String> {
        let words = annotations.split(separator: " ").filter { $0.hasPrefix("_Contains_") }
        return Set(words.flatMap { $0.dropFirst("_Contains_".count).split(separator: "_").map(String.init) })
    }

    /// `_In_`, `_Out_writes_bytes_opt_(n)` and their kin.
    private static func sal(_ word: Substring) -> MemoryUse? {
        let name = word.prefix { $0 != "(" }
        var count: Count?
        if name.endIndex < word.endIndex {
            guard word.last == ")" else { return nil }
            count = Count(String(word[word.index(after: name.endIndex)...].dropLast()))
        }
        var parts = name.split(separator: "_", omittingEmptySubsequences: true)[...]
        let direction: Direction
        let verb: Substring
        switch parts.popFirst() {
        case "In": (direction, verb) = (.into, "reads")
        case "Out": (direction, verb) = (.out, "writes")
        case "Inout": (direction, verb) = (.both, "updates")
        default: return nil
        }
        var (isArray, isBytes, isTerminated, isOptional) = (false, false, false, false)
        for part in parts {
            switch part {
            case verb: isArray = true
            case "bytes": isBytes = true
            case "z": isTerminated = true
            case "opt": isOptional = true
            default: return nil
            }
        }
        guard isArray == (count != nil), isArray || !isBytes else { return nil }
        var shape = Shape.object
        if let count {
            // A string has a length in bytes.
            shape = isBytes || isTerminated ? .bytes(count) : .elements(count)
        } else if isTerminated {
            shape = .terminated
        }
        var use = MemoryUse(direction: direction, shape: shape)
        use.isOptional = isOptional
        return use
    }
}

extension StringProtocol {
    /// Whether this is a name of C.
    var isIdentifier: Bool {
        guard let first = utf8.first, !(0x30...0x39).contains(first) else { return false }
        return utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x5F }
    }
}
