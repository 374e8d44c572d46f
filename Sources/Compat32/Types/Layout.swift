import Findings

/// Where the members of a structure lie in one ABI.
struct StructureLayout: Sendable, Hashable {
    var extent: Extent
    var offsets: [Int]
}

/// Lays out types in the ABIs.
struct Layouts: Sendable {
    let types: TypeTable

    /// Why the layout of something is not known.
    struct Unknown: Error, Sendable, Hashable {
        /// What it is about, such as `struct lamp`.
        let type: String
        /// Why, such as `is not declared`.
        let reason: String
        /// Where the declaration stands that does not say enough.
        var place: Location?
    }

    init(_ declarations: Declarations) {
        types = TypeTable(declarations: declarations)
    }

    /// The structure `tag` as it is declared.
    func structure(_ tag: String) throws(Unknown) -> Declarations.Structure {
        guard let structure = types.declarations.structures[tag] else {
            throw Unknown(type: "struct \(tag)", reason: "is not declared")
        }
        if let problem = structure.problem {
            throw Unknown(type: "struct \(tag)", reason: problem, place: structure.place)
        }
        return structure
    }

    /// The size and alignment of `type` in `abi`.
    func extent(of type: DeclaredType, in abi: Abi, depth: Int = 0) throws(Unknown) -> Extent {
        switch types.meaning(of: type) {
        case .scalar(let scalar):
            let size = scalar.size(abi)
            return Extent(size: size, alignment: abi.alignment(ofSize: size))
        case .pointer: return Extent(size: abi.pointerSize, alignment: abi.pointerSize)
        case .structure(let tag): return try layout(of: tag, in: abi, depth: depth).extent
        case .union: throw Unknown(type: type.text, reason: "is a union; which of its members counts is not known")
        case .floating: throw Unknown(type: type.text, reason: "is no integer; the kernel passes none")
        case .void: throw Unknown(type: "void", reason: "does not say what there is")
        case .unknown(let name): throw Unknown(type: name, reason: "is not declared")
        }
    }

    /// Where the members of `struct tag` lie in `abi`.
    func layout(of tag: String, in abi: Abi, depth: Int = 0) throws(Unknown) -> StructureLayout {
        guard depth < 16 else { throw Unknown(type: "struct \(tag)", reason: "contains itself") }
        let structure = try structure(tag)
        guard !structure.members.isEmpty else {
            throw Unknown(type: "struct \(tag)", reason: "has no members", place: structure.place)
        }
        var offsets: [Int] = []
        var size = 0
        var alignment = 1
        for member in structure.members {
            let extent = try extent(of: member.type, in: abi, depth: depth + 1)
            size = size.rounded(up: extent.alignment)
            offsets.append(size)
            let (bytes, overflow) = extent.size.multipliedReportingOverflow(by: try count(of: member))
            guard !overflow, bytes <= Self.largest - size else {
                throw Unknown(type: "struct \(tag)", reason: "is too large", place: structure.place)
            }
            size += bytes
            alignment = max(alignment, extent.alignment)
        }
        return StructureLayout(
            extent: Extent(size: size.rounded(up: alignment), alignment: alignment), offsets: offsets)
    }

    /// No object that a call copies comes near. The bound keeps sums from overflowing, and structures of structures of
    /// structures from taking for ever: each member has a byte at least.
    private static let largest = 1 << 20

    /// The number of elements of a member; 1 for no array.
    func count(of member: Declarations.Member) throws(Unknown) -> Int {
        var product = 1
        for text in member.counts {
            guard let count = DeclarationParser.number(text) ?? types.declarations.constants[text], count > 0,
                count <= Self.largest
            else { throw Unknown(type: "[\(text)]", reason: "is no number of elements that is known") }
            let (next, overflow) = product.multipliedReportingOverflow(by: count)
            guard !overflow else { throw Unknown(type: "[\(text)]", reason: "is too large") }
            product = next
        }
        return product
    }

    /// Whether an object of `type` is otherwise in a 32-bit ABI than in the native one, pointers in it included.
    func differs(_ type: DeclaredType) throws(Unknown) -> Bool {
        switch types.meaning(of: type) {
        case .scalar(let scalar): return !scalar.isFixed
        case .pointer: return true
        case .structure(let tag):
            let native = try layout(of: tag, in: .native)
            for abi in [Abi.i386, .narrow] {
                let other = try layout(of: tag, in: abi)
                if other.offsets != native.offsets || other.extent.size != native.extent.size { return true }
            }
            // Equal offsets can hide a pointer only where padding follows it; ask the members.
            for member in try structure(tag).members where try differs(member.type) { return true }
            return false
        case .void, .union, .floating, .unknown:
            _ = try extent(of: type, in: .native)
            return false
        }
    }
}

extension Int {
    func rounded(up alignment: Int) -> Int { (self + alignment - 1) / alignment * alignment }
}
