/// The ABIs that a call has to serve, as far as sizes and alignment go.
///
/// i386 stands apart from the other 32-bit ABIs: its `time_t` has 32 bits, and it aligns integers of 64 bits to four bytes
/// (`sys/abi_types.h` of FreeBSD 15, `compat/freebsd32/freebsd32.h` before).
enum Abi: Sendable, Hashable, CaseIterable {
    /// 64-bit kernels and their own programs.
    case native
    /// 32-bit programs of amd64.
    case i386
    /// 32-bit programs of everything else: arm, powerpc.
    case narrow

    var pointerSize: Int { self == .native ? 8 : 4 }

    /// How an integer of `size` bytes is aligned.
    func alignment(ofSize size: Int) -> Int { self == .i386 ? min(size, 4) : size }
}

/// Bytes that an object takes, and to what it is aligned.
struct Extent: Sendable, Hashable {
    var size: Int
    var alignment: Int
}

/// An integer type: its size in each ABI, and its sign.
struct Scalar: Sendable, Hashable {
    var native: Int
    var i386: Int
    var narrow: Int
    var isSigned: Bool

    /// An integer that has `size` bytes everywhere.
    static func fixed(_ size: Int, signed: Bool) -> Scalar {
        Scalar(native: size, i386: size, narrow: size, isSigned: signed)
    }

    /// An integer that is as wide as an address.
    static func word(signed: Bool) -> Scalar {
        Scalar(native: 8, i386: 4, narrow: 4, isSigned: signed)
    }

    /// `time_t`
    static let time = Scalar(native: 8, i386: 4, narrow: 8, isSigned: true)

    func size(_ abi: Abi) -> Int {
        switch abi {
        case .native: native
        case .i386: i386
        case .narrow: narrow
        }
    }

    /// Whether it is the same in all ABIs.
    var isFixed: Bool { native == i386 && native == narrow }

    /// Whether it has 64 bits everywhere.
    var isWide: Bool { isFixed && native == 8 }
}
