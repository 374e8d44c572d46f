import Edits
import Findings

/// C declarations that say what a type is: structures, typedefs, and constants that are numbers.
public struct Declarations: Sendable {
    /// No declarations.
    public static let none = Declarations()

    /// The structures by tag. One that a typedef defines without a tag has `@` and the typedef's name for a tag.
    private(set) var structures: [String: Structure] = [:]
    private(set) var typedefs: [String: Typedef] = [:]
    private(set) var constants: [String: Int] = [:]
    /// What is declared in several ways, each under its own condition, so that nothing is known of it.
    private var ambiguous: Set<String> = []

    init() {}

    /// A structure.
    struct Structure: Sendable, Hashable {
        let members: [Member]
        /// Why the members are not all there is to know; `nil` when they are.
        let problem: String?
        let place: Location

        func isSame(as other: Structure) -> Bool { members == other.members && problem == other.problem }
    }

    /// A member of a structure.
    struct Member: Sendable, Hashable {
        let type: DeclaredType
        let name: String
        /// The number of elements in each dimension, as written; empty for no array.
        let counts: [String]
    }

    /// Another name of a type.
    struct Typedef: Sendable, Hashable {
        let type: DeclaredType
        let place: Location
    }

    mutating func declare(_ tag: String, _ structure: Structure) {
        if let other = structures[tag], !other.isSame(as: structure) {
            structures[tag] = Structure(
                members: [], problem: "is defined twice, differently", place: structure.place)
        } else if structures[tag] == nil {
            structures[tag] = structure
        }
    }

    mutating func declare(typedef name: String, _ typedef: Typedef) {
        if ambiguous.contains(name) { return }
        if let other = typedefs[name], other.type != typedef.type {
            typedefs[name] = nil
            ambiguous.insert(name)
        } else if typedefs[name] == nil {
            typedefs[name] = typedef
        }
    }

    mutating func declare(constant name: String, _ value: Int) {
        if let other = constants[name], other != value { ambiguous.insert("#" + name) }
        constants[name] = ambiguous.contains("#" + name) ? nil : value
    }

    /// These declarations, and those of `others` that they lack.
    public func completed(by others: Declarations) -> Declarations {
        var all = self
        all.structures.merge(others.structures) { own, _ in own }
        all.typedefs.merge(others.typedefs) { own, _ in own }
        all.constants.merge(others.constants) { own, _ in own }
        return all
    }
}

extension Declarations {
    /// Reads the declarations of a header, or of text that was given for the purpose.
    ///
    /// What is not understood is left out; a type that is needed and was left out is reported when it is needed.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - path: the name under which places in it are reported.
    public static func parse(_ bytes: [UInt8], path: String) -> Declarations {
        var parser = DeclarationParser(bytes, path: path)
        return parser.parse()
    }
}
