import SyscallSyntax

/// The types of one ABI in the place of the native ones (`scarg:process` of core/scarg.lua, `process_args` of
/// makesyscalls.lua).
struct AbiTypes {
    private let rules: Particulars.Projecting
    private let isNative: Bool
    private let intptr: [UInt8]
    private let semid: [UInt8]
    private let size: [UInt8]
    private let long: [UInt8]
    private let unsignedLong: [UInt8]
    private let constantUnsignedLong: [UInt8]
    private let pointerArray: [UInt8]
    private let suffix: [UInt8]

    init(_ configuration: TableConfiguration, _ rules: Particulars.Projecting) {
        self.rules = rules
        let setting = { (key: String) in Array(configuration[key].utf8) }
        intptr = setting("abi_intptr_t")
        semid = setting("abi_semid_t")
        size = setting("abi_size_t")
        long = setting("abi_long")
        unsignedLong = setting("abi_u_long")
        constantUnsignedLong = Array("const ".utf8) + unsignedLong
        pointerArray = setting("abi_ptr_array_t")
        suffix = setting("abi_type_suffix")
        isNative =
            configuration["abi_intptr_t"] == "intptr_t" && configuration["abi_semid_t"] == "semid_t"
            && configuration["abi_size_t"] == "size_t" && configuration["abi_long"] == "long"
            && configuration["abi_u_long"] == "u_long" && pointerArray.isEmpty && suffix.isEmpty
    }

    /// Whether `type` is a pointer for this ABI (`util.isPtrType` with the ABI's own `intptr_t`).
    func isPointer(_ type: [UInt8]) -> Bool {
        switch rules {
        case .none: return type.contains(0x2A) || type.elementsEqual("caddr_t".utf8)
        case .suffix: return type.contains(0x2A) || type.contains("caddr_t")
        case .full: break
        }
        return type.contains(0x2A) || type.contains("caddr_t") || type.contains(intptr)
    }

    /// The type that stands for `type` in this ABI.
    ///
    /// - Parameter differs: whether the argument was recognised as one that differs in this ABI.
    func convert(_ type: [UInt8], differs: Bool) -> [UInt8] {
        if isNative || rules == .none { return type }
        var type = type
        if rules == .suffix {
            if differs {
                type.replace("_native ", with: [])
                type.appendToTag("struct ", suffix)
                type.appendToTag("union ", suffix)
            }
            return type
        }
        type.replace("intptr_t", with: intptr)
        type.replace("semid_t", with: semid)
        if isCPointer(type) {
            type.replace("size_t", with: size)
            type.replacePrefix("long", with: long)
            type.replacePrefix("u_long", with: unsignedLong)
            type.replacePrefix("const u_long", with: constantUnsignedLong)
        } else if type.elementsEqual("long".utf8) {
            type = long
        }
        if !pointerArray.isEmpty, type.isPointerArray {
            type.joinConstantPointers()
            // `struct aiocb **` becomes `uint32_t *`.
            if let star = type.firstIndex(of: 0x2A) { type.replaceSubrange(...star, with: pointerArray + [0x20]) }
        }
        if differs {
            type.appendToTag("struct ", suffix)
            type.appendToTag("union ", suffix)
        }
        return type
    }
}

/// Whether `type` is a pointer: `*`, `caddr_t` or `intptr_t` in it (`util.isPtrType`).
func isCPointer(_ type: [UInt8]) -> Bool {
    type.contains(0x2A) || type.contains("caddr_t") || type.contains("intptr_t")
}

extension [UInt8] {
    fileprivate func contains(_ text: StaticString) -> Bool {
        firstIndex(of: text, in: 0..<count) != nil
    }

    fileprivate func contains(_ text: [UInt8]) -> Bool {
        guard text.count <= count else { return false }
        return (0...count - text.count).contains { self[$0...].starts(with: text) }
    }

    fileprivate mutating func replace(_ text: StaticString, with replacement: [UInt8]) {
        var position = 0
        while let index = firstIndex(of: text, in: position..<count) {
            replaceSubrange(index..<index + text.utf8CodeUnitCount, with: replacement)
            position = index + replacement.count
        }
    }

    fileprivate mutating func replacePrefix(_ text: StaticString, with replacement: [UInt8]) {
        if holds(text, from: 0) { replaceSubrange(0..<text.utf8CodeUnitCount, with: replacement) }
    }

    /// `[*][*]` or `[*][ ]*const[ ]*[*]` (`util.isPtrArrayType`)
    fileprivate var isPointerArray: Bool {
        contains("**") || constantPointers(from: 0) != nil
    }

    /// `* const *` becomes `**`.
    fileprivate mutating func joinConstantPointers() {
        var position = 0
        while let range = constantPointers(from: position) {
            replaceSubrange(range, with: Array("**".utf8))
            position = range.lowerBound + 2
        }
    }

    private func constantPointers(from start: Int) -> Range<Int>? {
        for index in start..<Swift.max(start, count) where self[index] == 0x2A {
            var position = index + 1
            while position < count, self[position] == 0x20 { position += 1 }
            guard holds("const", from: position) else { continue }
            position += 5
            while position < count, self[position] == 0x20 { position += 1 }
            if position < count, self[position] == 0x2A { return index..<position + 1 }
        }
        return nil
    }

    /// `gsub("(struct [^ ]*)", "%1" .. suffix)`
    fileprivate mutating func appendToTag(_ keyword: StaticString, _ suffix: [UInt8]) {
        var position = 0
        while let index = firstIndex(of: keyword, in: position..<count) {
            var end = index + keyword.utf8CodeUnitCount
            while end < count, self[end] != 0x20 { end += 1 }
            replaceSubrange(end..<end, with: suffix)
            position = end + suffix.count
        }
    }
}
