/// Places the members of a 32-bit structure as the compilers of 64-bit kernels do, with padding where they would place one
/// otherwise than the 32-bit ABI.
struct NarrowEmitter {
    private(set) var members: [ElementPlanner.NarrowMember] = []
    private var i386 = 0
    private var narrow = 0
    private var i386Alignment = 1
    private var narrowAlignment = 1
    private var pads = 0

    /// Appends a member that has to lie at `offsets`.
    mutating func place(
        _ member: ElementPlanner.NarrowMember, _ extents: (i386: Extent, narrow: Extent), count: Int,
        at offsets: (i386: Int, narrow: Int)
    ) -> Bool {
        guard i386.rounded(up: extents.i386.alignment) == offsets.i386 else { return false }
        if narrow.rounded(up: extents.narrow.alignment) != offsets.narrow {
            appendPad()
            guard narrow.rounded(up: extents.narrow.alignment) == offsets.narrow else { return false }
        }
        members.append(member)
        i386 = offsets.i386 + count * extents.i386.size
        narrow = offsets.narrow + count * extents.narrow.size
        i386Alignment = max(i386Alignment, extents.i386.alignment)
        narrowAlignment = max(narrowAlignment, extents.narrow.alignment)
        return true
    }

    /// Ends the structure, which has to have `sizes`.
    mutating func close(at sizes: (i386: Int, narrow: Int)) -> Bool {
        guard i386.rounded(up: i386Alignment) == sizes.i386 else { return false }
        if narrow.rounded(up: narrowAlignment) != sizes.narrow { appendPad() }
        return narrow.rounded(up: narrowAlignment) == sizes.narrow
    }

    private mutating func appendPad() {
        members.append(.init(type: "uint32_t ", name: "_pad\(pads)", counts: [], isPad: true))
        pads += 1
        narrow = narrow.rounded(up: 4) + 4
        narrowAlignment = max(narrowAlignment, 4)
    }
}
