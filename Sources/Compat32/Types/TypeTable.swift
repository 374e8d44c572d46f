/// What a type is, as far as it matters to an ABI.
enum TypeMeaning: Sendable, Hashable {
    case void
    case scalar(Scalar)
    case pointer(DeclaredType)
    case structure(tag: String)
    case union
    case floating
    case unknown(String)
}

/// Says what the names of types mean.
struct TypeTable: Sendable {
    let declarations: Declarations

    /// What `type` is.
    func meaning(of type: DeclaredType) -> TypeMeaning {
        // A typedef of a typedef of … ends somewhere, unless it goes round in circles.
        var type = type
        for _ in 0..<32 {
            if let pointee = type.pointee { return .pointer(pointee) }
            if type.base == "void" { return .void }
            if let tag = type.structureTag { return .structure(tag: tag) }
            if type.base.hasPrefix("union ") { return .union }
            if type.base.hasPrefix("enum ") { return .scalar(.fixed(4, signed: false)) }
            if Self.floating.contains(type.base) { return .floating }
            if let scalar = Self.fundamental[type.base] { return .scalar(scalar) }
            if let typedef = declarations.typedefs[type.base] {
                type = typedef.type
            } else if let pointee = Self.pointers[type.base] {
                return .pointer(DeclaredType(base: pointee))
            } else if let scalar = Self.usual[type.base] {
                return .scalar(scalar)
            } else {
                return .unknown(type.base)
            }
        }
        return .unknown(type.base)
    }

    private static let floating: Set = ["float", "double", "long double"]

    /// The types of C, and those that `machine/_types.h` and `sys/_types.h` define by the ABI. A header shows them under
    /// conditions; here is what the conditions come to.
    private static let fundamental: [String: Scalar] = {
        var types: [String: Scalar] = [:]
        func define(_ scalar: Scalar, _ names: String...) { for name in names { types[name] = scalar } }
        define(.fixed(1, signed: true), "char", "signed char", "int8_t", "__int8_t")
        define(.fixed(1, signed: false), "unsigned char", "u_char", "uint8_t", "u_int8_t", "__uint8_t", "bool", "_Bool")
        define(.fixed(2, signed: true), "short", "short int", "signed short", "int16_t", "__int16_t")
        define(
            .fixed(2, signed: false), "unsigned short", "unsigned short int", "u_short", "ushort", "uint16_t",
            "u_int16_t", "__uint16_t")
        define(.fixed(4, signed: true), "int", "signed", "signed int", "int32_t", "__int32_t", "clock_t", "__clock_t")
        define(
            .fixed(4, signed: false), "unsigned", "unsigned int", "u_int", "uint", "uint32_t", "u_int32_t",
            "__uint32_t")
        define(
            .fixed(8, signed: true), "long long", "long long int", "signed long long", "int64_t", "__int64_t",
            "quad_t", "intmax_t", "__intmax_t")
        define(
            .fixed(8, signed: false), "unsigned long long", "unsigned long long int", "uint64_t", "u_int64_t",
            "__uint64_t", "u_quad_t", "uintmax_t", "__uintmax_t")
        define(
            .word(signed: true), "long", "long int", "signed long", "ssize_t", "__ssize_t", "intptr_t", "__intptr_t",
            "intfptr_t", "__intfptr_t", "ptrdiff_t", "__ptrdiff_t", "__register_t", "register_t", "__segsz_t")
        define(
            .word(signed: false), "unsigned long", "unsigned long int", "u_long", "ulong", "size_t", "__size_t",
            "rsize_t", "uintptr_t", "__uintptr_t", "uintfptr_t", "__uintfptr_t", "__u_register_t", "u_register_t",
            "__vm_offset_t", "vm_offset_t", "__vm_size_t", "vm_size_t")
        define(.time, "time_t", "__time_t")
        return types
    }()

    /// Typedefs of the system, for a tree whose headers do not say them: as FreeBSD has them since 12.
    private static let usual: [String: Scalar] = {
        var types: [String: Scalar] = [:]
        func define(_ scalar: Scalar, _ names: String...) { for name in names { types[name] = scalar } }
        define(.fixed(2, signed: false), "mode_t")
        define(
            .fixed(4, signed: true), "pid_t", "lwpid_t", "clockid_t", "cpuwhich_t", "cpulevel_t", "cpusetid_t",
            "accmode_t", "blksize_t", "idtype_t")
        define(
            .fixed(4, signed: false), "uid_t", "gid_t", "socklen_t", "__socklen_t", "fflags_t", "fixpt_t", "useconds_t",
            "acl_type_t", "__acl_type_t", "sa_family_t")
        define(
            .fixed(8, signed: true), "off_t", "id_t", "rlim_t", "blkcnt_t", "daddr_t", "sbintime_t", "vm_ooffset_t")
        define(
            .fixed(8, signed: false), "dev_t", "ino_t", "nlink_t", "fsblkcnt_t", "fsfilcnt_t", "vm_pindex_t",
            "ffcounter")
        define(.word(signed: true), "key_t", "suseconds_t", "semid_t", "segsz_t")
        return types
    }()

    /// Typedefs that are pointers.
    private static let pointers = ["caddr_t": "char", "c_caddr_t": "char"]
}
