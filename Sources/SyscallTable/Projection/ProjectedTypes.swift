/// What becomes of a master's types in one ABI. Each is converted when it is met first.
struct ProjectedTypes {
    /// A type of the master in this ABI.
    struct Projected {
        /// The type that stands in its place.
        let spelling: TypeSpelling
        /// Whether the type itself is one that is split into two words here.
        let isWideAsDeclared: Bool
        /// Whether the type in its place is.
        let isWide: Bool
    }

    private let abi: AbiTypes
    /// `int`, which aligns a pair of words.
    let pad: TypeSpelling
    /// `uint32_t`, one of the two words of a 64-bit argument.
    let word: TypeSpelling
    private let declared: [[UInt8]]
    private let split: [LuaPattern]
    /// By the number of the type, for arguments that differ in this ABI and for those that do not.
    private var projected: (differing: [Projected?], other: [Projected?])

    /// - Parameter split: the types that are split into two words.
    init(of master: Master, _ abi: AbiTypes, split: [LuaPattern]) {
        self.abi = abi
        self.split = split
        pad = abi.spelling(Array("int".utf8))
        word = abi.spelling(Array("uint32_t".utf8))
        declared = master.types
        let none = [Projected?](repeating: nil, count: declared.count)
        projected = (none, none)
    }

    /// The type with `number`, of an argument that `differs` in this ABI or does not.
    subscript(number: Int, differs: Bool) -> Projected {
        mutating get {
            if let known = differs ? projected.differing[number] : projected.other[number] { return known }
            let type = abi.convert(declared[number], differs: differs)
            let result = Projected(
                spelling: abi.spelling(type), isWideAsDeclared: isWide(declared[number]), isWide: isWide(type))
            if differs { projected.differing[number] = result } else { projected.other[number] = result }
            return result
        }
    }

    private func isWide(_ type: [UInt8]) -> Bool {
        split.contains { $0.matches(type) }
    }
}

extension AbiTypes {
    fileprivate func spelling(_ type: [UInt8]) -> TypeSpelling {
        TypeSpelling(type, isPointer: isPointer(type))
    }
}
