import Findings
import SourceTree
import SyscallTable

/// Works out the 32-bit layout of what an argument points to.
struct ElementPlanner {
    let layouts: Layouts
    /// Whether the tree's 32-bit structures hold 64-bit integers as `freebsd32_uint64_t`.
    let hasWideType: Bool
    /// What the tree calls a `time_t` of 32-bit programs.
    let timeType: String
    /// What is appended to a tag for the 32-bit structure.
    let suffix: String
    /// The 32-bit structures that have to be defined, those that others need first.
    private(set) var definitions: [NarrowDefinition] = []
    /// The members that hold addresses of what differs as well, such as `next of struct lamp`, and what that is.
    private(set) var nestedAddresses: [(member: String, target: String)] = []
    private var hasGaps = false

    init(_ tree: CompatTree) {
        layouts = Layouts(tree.declarations)
        hasWideType = tree.declarations.typedefs["freebsd32_uint64_t"] != nil
        timeType = tree.place(of: "time32_t", in: .abiTypes) == nil ? "int32_t" : "time32_t"
        let setting = tree.narrow?.table.configuration["abi_type_suffix"] ?? ""
        suffix = setting.isEmpty ? "32" : setting
    }

    /// A structure of 32-bit programs that the tree does not define.
    struct NarrowDefinition: Sendable, Hashable {
        let tag: String
        let members: [NarrowMember]
        /// The structure of native programs.
        let nativeTag: String
        let nativeSize: Int
        /// The sizes that it has to have, on amd64 and elsewhere.
        let i386Size: Int
        let narrowSize: Int
    }

    /// A member of such a structure.
    struct NarrowMember: Sendable, Hashable {
        /// The type, as C writes it ahead of a name.
        let type: String
        let name: String
        let counts: [String]
        /// Whether the member stands in all ABIs but that of i386.
        var isPad = false
    }

    /// An object of `type`, as it is in both ABIs.
    mutating func element(_ type: DeclaredType) throws(Layouts.Unknown) -> Element {
        let type = type.mutable.unqualified
        let differs = try layouts.differs(type)
        let size = try? layouts.extent(of: type, in: .native).size
        guard differs else {
            return Element(type: type, narrowType: nil, conversion: .integer, size: size)
        }
        hasGaps = false
        switch layouts.types.meaning(of: type) {
        case .scalar(let scalar):
            return Element(type: type, narrowType: name(of: scalar), conversion: .integer, size: size)
        case .pointer:
            return Element(type: type, narrowType: "uint32_t", conversion: .address, size: size)
        case .structure(let tag):
            let conversion = try conversion(of: tag)
            return Element(
                type: type, narrowType: "struct \(tag)\(suffix)", conversion: conversion, size: size, isStructure: true,
                hasGaps: hasGaps)
        case .void, .union, .floating, .unknown:
            throw .init(type: type.text, reason: "is not declared")
        }
    }

    /// The type of an integer that differs, in a 32-bit object.
    private func name(of scalar: Scalar) -> String {
        if scalar == .time { return timeType }
        return scalar.isSigned ? "int32_t" : "uint32_t"
    }

    /// How `struct tag` is converted, by the tree's own 32-bit structure where it has one.
    private mutating func conversion(of tag: String) throws(Layouts.Unknown) -> Conversion {
        // A typedef without a tag gives no name to put a suffix to.
        guard !tag.hasPrefix("@") else {
            throw .init(
                type: String(tag.dropFirst()), reason: "has no tag; the 32-bit structure needs one to be named after")
        }
        let structure = try layouts.structure(tag)
        let narrowTag = tag + suffix
        let existing = layouts.types.declarations.structures[narrowTag]
        if let existing, let problem = existing.problem, problem != Self.conditionProblem {
            throw .init(type: "struct \(narrowTag)", reason: problem, place: existing.place)
        }
        var members: [MemberConversion] = []
        for member in structure.members {
            let counterpart = existing?.members.first { $0.name == member.name }
            if existing != nil, counterpart == nil {
                // What the system's structure calls padding may have another name, or none, in the other one.
                if member.name.isPadding {
                    hasGaps = true
                    continue
                }
                throw .init(
                    type: "struct \(narrowTag)", reason: "has no member '\(member.name)'", place: existing?.place)
            }
            if case .pointer(let target) = layouts.types.meaning(of: member.type), !isSame(target) {
                nestedAddresses.append(("'\(member.name)' of struct \(tag)", target.text))
            }
            members.append(try convert(member, counterpart))
        }
        if existing == nil { try define(tag, structure) }
        return .members(members)
    }

    /// Whether what an address leads to is known to be the same in every ABI, or not looked at as an object.
    private func isSame(_ type: DeclaredType) -> Bool {
        if case .void = layouts.types.meaning(of: type) { return true }
        return (try? layouts.differs(type)) == false
    }

    private static let conditionProblem = "has members that depend on a condition"

    private mutating func convert(
        _ member: Declarations.Member, _ counterpart: Declarations.Member?
    ) throws(Layouts.Unknown) -> MemberConversion {
        var conversion: Conversion
        var tag: String?
        switch layouts.types.meaning(of: member.type) {
        case .pointer: conversion = .address
        case .structure(let nested):
            if try layouts.differs(member.type) {
                conversion = try self.conversion(of: nested)
                tag = nested
            } else {
                conversion = .integer
            }
        case .scalar(let scalar):
            let isSame = counterpart.map { $0.type == member.type } ?? !scalar.isWide
            conversion = scalar.isWide && !isSame ? .bytes : .integer
        case .union, .floating, .void, .unknown:
            _ = try layouts.extent(of: member.type, in: .native)
            conversion = .integer
        }
        for _ in member.counts { conversion = .each(conversion) }
        return MemberConversion(name: member.name, conversion: conversion, tag: member.counts.isEmpty ? tag : nil)
    }

    /// Adds the definition of the 32-bit `struct tag`.
    private mutating func define(_ tag: String, _ structure: Declarations.Structure) throws(Layouts.Unknown) {
        guard !definitions.contains(where: { $0.tag == tag + suffix }) else { return }
        let i386 = try layouts.layout(of: tag, in: .i386)
        let narrow = try layouts.layout(of: tag, in: .narrow)
        var emitter = NarrowEmitter()
        for (index, member) in structure.members.enumerated() {
            let count = try layouts.count(of: member)
            let (type, extents, counts) = try self.narrowType(of: member)
            let placed = emitter.place(
                NarrowMember(type: type, name: member.name, counts: member.counts + counts), extents, count: count,
                at: (i386.offsets[index], narrow.offsets[index]))
            guard placed else { throw misaligned(tag, member.name, structure.place) }
        }
        guard emitter.close(at: (i386.extent.size, narrow.extent.size)) else {
            throw misaligned(tag, "the end", structure.place)
        }
        definitions.append(
            NarrowDefinition(
                tag: tag + suffix, members: emitter.members, nativeTag: tag,
                nativeSize: try layouts.layout(of: tag, in: .native).extent.size, i386Size: i386.extent.size,
                narrowSize: narrow.extent.size))
    }

    private func misaligned(_ tag: String, _ member: String, _ place: Location) -> Layouts.Unknown {
        .init(
            type: "struct \(tag)",
            reason: "has other padding ahead of '\(member)' in i386; pad it so that every 64-bit type is aligned",
            place: place)
    }

    /// The type of a member in the 32-bit structure, and what the compilers of amd64 and of other 64-bit kernels make of it.
    private func narrowType(of member: Declarations.Member) throws(Layouts.Unknown) -> (
        type: String, extents: (i386: Extent, narrow: Extent), counts: [String]
    ) {
        let same = { (size: Int) in (Extent(size: size, alignment: size), Extent(size: size, alignment: size)) }
        switch layouts.types.meaning(of: member.type) {
        case .pointer: return ("uint32_t ", same(4), [])
        case .scalar(let scalar) where scalar == .time:
            return (timeType + " ", (Extent(size: 4, alignment: 4), Extent(size: 8, alignment: 8)), [])
        case .scalar(let scalar) where scalar.isWide:
            let pair = Extent(size: 8, alignment: 4)
            if hasWideType { return ("freebsd32_uint64_t ", (pair, Extent(size: 8, alignment: 8)), []) }
            return ("uint32_t ", (pair, pair), ["2"])
        case .scalar(let scalar) where !scalar.isFixed: return (name(of: scalar) + " ", same(4), [])
        case .scalar(let scalar): return (member.type.mutable.unqualified.prefix, same(scalar.native), [])
        case .structure(let tag):
            if try layouts.differs(member.type) {
                let i386 = try layouts.extent(of: member.type, in: .i386)
                return ("struct \(tag)\(suffix) ", (i386, try layouts.extent(of: member.type, in: .narrow)), [])
            }
            let native = try layouts.extent(of: member.type, in: .native)
            return (member.type.unqualified.prefix, (native, native), [])
        case .void, .union, .floating, .unknown:
            let native = try layouts.extent(of: member.type, in: .native)
            return (member.type.prefix, (native, native), [])
        }
    }
}

extension DeclaredType {
    /// Without the `const` of what it is, all stars kept as they are.
    var unqualified: DeclaredType { stars.isEmpty ? DeclaredType(base: base) : self }
}

extension String {
    /// Whether a member of this name carries nothing.
    var isPadding: Bool {
        let name = drop { $0 == "_" }
        return name.hasPrefix("pad") || name.hasPrefix("spare") || name.hasSuffix("_pad") || name.hasSuffix("_spare")
            || contains("_spare") || contains("_pad")
    }
}
