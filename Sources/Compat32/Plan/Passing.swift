/// An argument on its way from a program to `kern_NAME`.
struct Parameter: Sendable, Hashable {
    let argument: CallInterface.Argument
    let type: DeclaredType
    let passing: Passing

    var name: String { argument.name }
}

/// How the entry points hand an argument to `kern_NAME`.
///
/// There is one rule: what differs between the ABIs is copied by the entry point of the ABI, and so is every single
/// integer, so that `kern_NAME` works with memory of the kernel there. What is the same for all programs (strings, buffers,
/// structures) stays the address that the program gave.
enum Passing: Sendable, Hashable {
    /// By value.
    case value(Value)
    /// The program's own address.
    case address
    /// The program's own address of a string, with the segment that it is in.
    case string
    /// An object, copied.
    case object(Element, Direction)
    /// So many objects, copied.
    case array(Element, Direction, ArrayCount)
    /// Addresses up to a `NULL`, at most `limit` (an expression of C), copied.
    case addresses(Direction, limit: String)
    /// An array of `struct iovec`, by the functions that the kernel has for it.
    case vector(ArrayCount)

    /// What a value is made of in a 32-bit call.
    enum Value: Sendable, Hashable {
        case plain
        /// A 32-bit integer whose sign has to reach the upper half.
        case signed
        /// Two words.
        case pair
        /// `time_t`: two words where pairs are padded, and one word on amd64.
        case time
    }

    /// Which way a copy goes, and whether `NULL` stands for none.
    struct Direction: Sendable, Hashable {
        let reads: Bool
        let writes: Bool
        let isOptional: Bool
    }

    /// The number of elements of an array.
    enum ArrayCount: Sendable, Hashable {
        /// The value of an argument, at most `limit` (an expression of C).
        case argument(String, isSigned: Bool, limit: String)
        /// What an argument points to, which is copied as well.
        case pointee(String, isSigned: Bool, limit: String)
        /// A constant; `value` where it is a number.
        case constant(String, value: Int?)
    }
}

/// What is copied: an object of the kernel, and what a 32-bit program has in its place.
struct Element: Sendable, Hashable {
    /// The type of the kernel's object.
    let type: DeclaredType
    /// The type of a 32-bit program's object, as freebsd32 sources name it; `nil` when it is the same.
    let narrowType: String?
    /// How one becomes the other.
    let conversion: Conversion
    /// The size of the kernel's object; `nil` when it is not known.
    let size: Int?
    /// Whether it has members.
    var isStructure = false
    /// Whether the 32-bit structure lacks members of the kernel's.
    var hasGaps = false

    /// Whether so many of them are too much for the kernel's stack.
    func isLarge(count: Int = 1) -> Bool {
        guard let size, count < 1 << 16, size < 1 << 16 else { return true }
        return size * count > 256
    }
}

extension Passing {
    /// Whether the entry point needs memory for it that has to be freed.
    var needsMemory: Bool {
        switch self {
        case .value, .address, .string: false
        case .object(let element, _): element.isLarge()
        case .array(let element, _, .constant(_, let value)): value.map { element.isLarge(count: $0) } ?? true
        case .array, .addresses, .vector: true
        }
    }

    /// Whether something is copied out when the call was successful.
    var writes: Bool {
        switch self {
        case .object(_, let direction), .array(_, let direction, _), .addresses(let direction, _): direction.writes
        case .value, .address, .string, .vector: false
        }
    }
}

/// How an object of a 32-bit program becomes one of the kernel, and back.
indirect enum Conversion: Sendable, Hashable {
    /// By assignment.
    case integer
    /// An address: `PTRIN` and `PTROUT`.
    case address
    /// Eight bytes that are an integer here and a structure or an array there.
    case bytes
    /// Each element of an array of a member; `count` elements in this dimension.
    case each(Conversion)
    /// Member by member.
    case members([MemberConversion])
}

/// A member of a structure that is converted.
struct MemberConversion: Sendable, Hashable {
    let name: String
    let conversion: Conversion
    /// The type of the member's structure, for which the kernel has a macro: `timespec`, `timeval`.
    var tag: String?
}
