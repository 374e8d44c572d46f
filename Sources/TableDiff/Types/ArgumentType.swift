/// What is known of a C type that is passed by value.
enum ArgumentType: Sendable, Hashable {
    /// An integer of known width and sign.
    case integer(Width, isSigned: Bool)
    /// A pointer, to what its text says.
    case pointer(to: Pointee)
    /// Nothing is known.
    case unknown(String)

    enum Width: Sendable, Hashable {
        case bits16, bits32, bits64
        /// As wide as a pointer.
        case word
    }

    struct Pointee: Sendable, Hashable {
        var type: String
        var isConst: Bool
    }
}

extension ArgumentType {
    /// Reads the text of a type.
    init(_ text: String) {
        var words: [Substring] = []
        var stars = 0
        // The stars and what stands between them; qualifiers of the pointer itself mean nothing to a caller.
        var head = text[...]
        if let star = text.firstIndex(of: "*") {
            head = text[..<star]
            stars = text[star...].count { $0 == "*" }
        }
        words = head.split { $0 == " " || $0 == "\t" }
        guard stars == 0 else {
            let isConst = words.contains("const")
            let type = words.filter { $0 != "const" && $0 != "__restrict" && $0 != "restrict" }.map(Self.spelling)
            self = .pointer(
                to: Pointee(
                    type: type.joined(separator: " ") + String(repeating: "*", count: stars - 1), isConst: isConst))
            return
        }
        words.removeAll { $0 == "const" || $0 == "volatile" }
        let name = words.joined(separator: " ")
        if name == "caddr_t" || name == "__caddr_t" {
            // `char *` in sys/types.h
            self = .pointer(to: Pointee(type: "char", isConst: false))
        } else if let known = Self.integers[name] {
            self = .integer(known.width, isSigned: known.isSigned)
        } else {
            self = .unknown(name)
        }
    }

    /// One spelling for each type that has several.
    private static func spelling(_ word: Substring) -> String {
        switch word {
        case "u_int": "unsigned int"
        case "u_long": "unsigned long"
        case "u_char": "unsigned char"
        case "u_int32_t": "uint32_t"
        case "u_int64_t": "uint64_t"
        default: String(word)
        }
    }

    private static let integers: [String: (width: Width, isSigned: Bool)] = {
        var known: [String: (width: Width, isSigned: Bool)] = [:]
        func add(_ names: String, _ width: Width, signed: Bool) {
            for name in names.split(separator: " ") {
                known[name.replacingUnderscores] = (width, signed)
            }
        }
        // sys/types.h, sys/_types.h and machine/_types.h; a name of two words has an underscore here.
        add("int int32_t pid_t lwpid_t clockid_t cpuwhich_t cpulevel_t cpusetid_t acl_type_t", .bits32, signed: true)
        add("idtype_t __acl_type_t __clockid_t __pid_t accmode_t", .bits32, signed: true)
        add("u_int unsigned_int unsigned uint uint32_t u_int32_t uid_t gid_t", .bits32, signed: false)
        add("__socklen_t socklen_t fflags_t nfds_t __uid_t __gid_t useconds_t osigset_t", .bits32, signed: false)
        add("mode_t __mode_t uint16_t u_short unsigned_short", .bits16, signed: false)
        add("short int16_t", .bits16, signed: true)
        add("long ssize_t intptr_t key_t __key_t suseconds_t semid_t", .word, signed: true)
        add("u_long unsigned_long size_t uintptr_t __size_t", .word, signed: false)
        add("off_t id_t int64_t quad_t __off_t __id_t rlim_t daddr_t long_long", .bits64, signed: true)
        add("dev_t ino_t uint64_t u_int64_t u_quad_t __dev_t unsigned_long_long", .bits64, signed: false)
        // The Linux tables' own names.
        add("l_int l_pid_t l_timer_t l_mqd_t l_clockid_t l_key_t", .bits32, signed: true)
        add("l_uint l_uid_t l_gid_t", .bits32, signed: false)
        add("l_uid16_t l_gid16_t l_ushort", .bits16, signed: false)
        add("l_long l_off_t l_ssize_t", .word, signed: true)
        add("l_ulong l_size_t l_uintptr_t l_handler_t l_osigset_t", .word, signed: false)
        add("l_loff_t l_longlong", .bits64, signed: true)
        add("l_ulonglong", .bits64, signed: false)
        return known
    }()
}

extension Substring {
    /// `unsigned_int` as C writes it; typedefs keep their underscores.
    fileprivate var replacingUnderscores: String {
        switch self {
        case "unsigned_int": "unsigned int"
        case "unsigned_long": "unsigned long"
        case "unsigned_short": "unsigned short"
        case "unsigned_long_long": "unsigned long long"
        case "long_long": "long long"
        default: String(self)
        }
    }
}

extension ArgumentType.Width {
    /// The bits in which it is passed where words are `word` wide; `nil` when that decides and is not known. What is
    /// narrower than `int` is passed as one.
    func bits(_ word: WordWidth) -> Int? {
        switch self {
        case .bits16, .bits32: 32
        case .bits64: 64
        case .word:
            switch word {
            case .narrow: 32
            case .wide: 64
            case .either: nil
            }
        }
    }
}
