import Findings
import TestSupport
import Testing

@testable import Compat32

/// Where members lie, against what compilers make of the same declarations.
@Suite("Compat32: layouts") struct LayoutTests {
    /// The types that members have, and a declaration of those that compilers of other systems lack.
    private static let types = [
        "char", "short", "int", "long", "long long", "u_int", "uint16_t", "uint64_t", "size_t", "time_t", "void *",
        "const char *", "struct timespec", "int8_t", "off_t",
    ]
    private static let prelude = """
        typedef unsigned int u_int;
        typedef unsigned short uint16_t;
        typedef signed char int8_t;
        typedef unsigned long long uint64_t;
        typedef long long off_t;
        typedef __SIZE_TYPE__ size_t;
        #ifdef __i386__
        typedef int time_t;
        #else
        typedef long long time_t;
        #endif
        struct timespec { time_t tv_sec; long tv_nsec; };

        """

    @Test(
        "Random structures lie as the compilers of the three ABIs lay them out",
        .enabled(if: Commands.isInstalled("clang"), "there is no clang"),
        arguments: [(Abi.native, "x86_64"), (.i386, "i386"), (.narrow, "armv7"), (.narrow, "powerpc")]
    )
    func compilers(abi: Abi, machine: String) throws {
        var random = SeededGenerator(32)
        var text = ""
        for number in 0..<60 {
            let members = (0..<random.below(7) + 1).map { index in
                let star = random.pick(Self.types)
                let nested = number > 0 && random.once(in: 5) ? "struct s\(random.below(number))" : star
                return "\t\(nested) m\(index)\(random.once(in: 4) ? "[\(random.below(4) + 1)]" : "");\n"
            }
            text += "struct s\(number) {\n\(members.joined())};\n"
        }
        let declarations = Declarations.parse(Array((Self.prelude + text).utf8), path: "random")
        let layouts = Layouts(declarations)
        var proofs = ""
        for number in 0..<60 {
            let layout = try layouts.layout(of: "s\(number)", in: abi)
            proofs += "_Static_assert(sizeof(struct s\(number)) == \(layout.extent.size), \"size of s\(number)\");\n"
            proofs += "_Static_assert(_Alignof(struct s\(number)) == \(layout.extent.alignment), \"alignment\");\n"
            for (index, offset) in layout.offsets.enumerated() {
                let place = "__builtin_offsetof(struct s\(number), m\(index))"
                proofs += "_Static_assert(\(place) == \(offset), \"s\(number).m\(index)\");\n"
            }
        }
        let sandbox = try GitSandbox()
        try sandbox.write("layout.c", Self.prelude + text + proofs)
        try sandbox.run(["clang", "--target=\(machine)-unknown-freebsd15", "-fsyntax-only", "layout.c"], in: "")
    }

    private func structure(_ text: String, _ tag: String = "lamp") -> Declarations.Structure? {
        Declarations.parse(Array(text.utf8), path: "lamp.h").structures[tag]
    }

    @Test("Members are read with their types, several on a line, arrays and addresses of functions")
    func members() {
        let lamp = structure(
            """
            /* struct lamp { int comment; }; */
            struct lamp {\t\t// of oil
            \tint kind, *next, marks[2][N + 1];
            #define LAMP_LIT 1
            \tconst char * const *names;
            \tunsigned long size;
            \tstruct wick wick;
            \tint (*trim)(struct lamp *, int);
            };
            """)
        #expect(lamp?.problem == nil)
        #expect(lamp?.members.map(\.name) == ["kind", "next", "marks", "names", "size", "wick", "trim"])
        #expect(
            lamp?.members.map(\.type.text) == [
                "int", "int *", "int", "const char * const *", "unsigned long", "struct wick", "void *",
            ])
        #expect(lamp?.members[2].counts == ["2", "N + 1"])
        #expect(lamp?.place.line == 2)
    }

    @Test("A type is followed through its names, and not for ever")
    func typedefs() {
        let table = TypeTable(
            declarations: .parse(
                Array(
                    """
                    typedef __int32_t a_t;
                    typedef a_t b_t;
                    typedef struct lamp *lamp_t;
                    typedef enum { LIT, OUT } state_t;
                    typedef x_t y_t;
                    typedef y_t x_t;
                    #ifdef LP64
                    typedef long twice_t;
                    #else
                    typedef int twice_t;
                    #endif
                    """.utf8), path: "types.h"))
        let meaning = { (name: String) in table.meaning(of: DeclaredType(name)) }
        #expect(meaning("b_t") == .scalar(.fixed(4, signed: true)))
        #expect(meaning("lamp_t") == .pointer(DeclaredType("struct lamp")))
        #expect(meaning("state_t") == .scalar(.fixed(4, signed: true)))
        #expect(meaning("enum state") == .scalar(.fixed(4, signed: false)))
        if case .unknown = meaning("x_t") {} else { Issue.record("x_t goes round in circles") }
        #expect(meaning("twice_t") == .unknown("twice_t"))
        #expect(meaning("const volatile u_long") == .scalar(.word(signed: false)))
        #expect(meaning("float") == .floating)
    }

    @Test("A constant counts the elements of an array, and two values of it do not")
    func constants() throws {
        let text =
            "#define\tN\t0x10\n#define M (3)\n#define K 1\n#define K 2\nstruct lamp { char a[N]; short b[M]; };\n"
        let declarations = Declarations.parse(Array(text.utf8), path: "lamp.h")
        #expect(declarations.constants == ["N": 16, "M": 3])
        #expect(try Layouts(declarations).layout(of: "lamp", in: .native).offsets == [0, 16])
    }

    @Test("A structure of structures without end is refused soon")
    func bomb() {
        for (first, array) in [
            ("struct s0 { char c; };", ""), ("struct s0 { };", ""), ("struct s0 { char c; };", "[0]"),
        ] {
            var text = first
            for number in 1...15 {
                let members = (0..<20).map { "struct s\(number - 1) m\($0)\(array);" }.joined(separator: " ")
                text += "struct s\(number) { \(members) };\n"
            }
            let layouts = Layouts(.parse(Array(text.utf8), path: "bomb"))
            #expect(throws: Layouts.Unknown.self) { try layouts.layout(of: "s15", in: .native) }
            #expect(throws: Layouts.Unknown.self) { try layouts.differs(DeclaredType("struct s15")) }
        }
    }

    @Test("Text that is no declaration is passed over")
    func noise() {
        for text in [
            "", "struct", "struct lamp", "struct lamp {", "struct lamp { int", "}}}};;", "typedef", "typedef ;",
            "int f(void) { struct lamp { int x; }; return (0); }", "/* open", "\"open", "struct lamp { : ; , ; ( };",
            "typedef struct { int a; } ;", "#define", "struct lamp { int a[; };", "typedef int (*f)(;",
        ] {
            _ = Declarations.parse(Array(text.utf8), path: "noise")
        }
        #expect(structure("int f(void) { struct lamp { int x; }; }") == nil)
        #expect(structure("extern \"C\" { struct lamp { int x; }; }")?.members.count == 1)
    }

    @Test("Mutated headers are read to their end")
    func mutated() throws {
        var random = SeededGenerator(7)
        let header = try PackageFiles.read("Tests/Compat32Tests/Stubs/kernel.h")
        for _ in 0..<300 {
            var text = header
            for _ in 0..<random.below(20) + 1 {
                let place = random.below(text.count)
                if random.once(in: 2) { text.remove(at: place) } else { text[place] = UInt8(random.below(256)) }
            }
            let declarations = Declarations.parse(text, path: "mutated")
            for tag in declarations.structures.keys.sorted() {
                _ = try? Layouts(declarations).layout(of: tag, in: .i386)
            }
        }
    }

    @Test("Annotations are read as the head of the master explains them")
    func annotations() throws {
        let use = try #require(MemoryUse("_Out_writes_bytes_opt_(*len) _Contains_long_ptr_"))
        #expect(use.direction == .out)
        #expect(use.shape == .bytes(.pointee("len")))
        #expect(use.isOptional)
        #expect(use.contains == ["long", "ptr"])
        #expect(MemoryUse("_In_reads_(UIO_MAXIOV)")?.shape == .elements(.expression("UIO_MAXIOV")))
        #expect(MemoryUse("_Inout_updates_z_(12)")?.shape == .bytes(.number(12)))
        #expect(MemoryUse("_In_z_opt_")?.shape == .terminated)
        #expect(MemoryUse("_Out_writes_bytes_opt(*size)")?.isOptional == true)
        for text in [
            "", "_Contains_long_", "_In_ _Out_", "_In_writes_(n)", "_In_bytes_", "_In_reads_", "_Outptr_", "const",
        ] {
            #expect(MemoryUse(text) == nil, "\(text)")
        }
    }
}
