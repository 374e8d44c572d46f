import SyscallTable
import TestSupport
import Testing

@Suite("An ABI's view of a call")
struct ProjectionTests {
    private static let narrow = """
        abi_flags="long_size|pointer_size|time_t_size|pair_64bit"
        abi_func_prefix="n_"
        abi_type_suffix="32"
        abi_long="int32_t"
        abi_u_long="uint32_t"
        abi_semid_t="int32_t"
        abi_size_t="uint32_t"
        abi_ptr_array_t="uint32_t"

        """

    private func call(_ arguments: String..., configuration: String = narrow, kinds: String = "STD") throws -> Syscall {
        let lines = arguments.map { "\t\t    \($0)" }.joined(separator: ",\n")
        let text = "0\tAUE_A\t\(kinds) {\n\t\tint f(\n\(lines)\n\t\t);\n\t}\n"
        return try #require(table(text, configuration: configuration).calls.first)
    }

    @Test(
        "gives an argument its type",
        arguments: [
            ("int a", "int"), ("u_int a", "u_int"), ("char *a", "char *"), ("size_t a", "size_t"),
            ("ssize_t a", "ssize_t"), ("long a", "int32_t"), ("u_long a", "u_long"), ("long *a", "int32_t *"),
            ("u_long *a", "uint32_t *"), ("const u_long *a", "const uint32_t *"), ("size_t *a", "uint32_t *"),
            ("const size_t *a", "const uint32_t *"), ("semid_t a", "int32_t"), ("semid_t *a", "int32_t *"),
            ("char **a", "uint32_t *"), ("const char * const *a", "uint32_t *"), ("void *const*a", "uint32_t *"),
            ("_In_ _Contains_long_ struct s *a", "struct s32 *"),
            ("_In_ _Contains_ptr_ const struct s *a", "const struct s32 *"),
            ("_In_ _Contains_timet_ union u *a", "union u32 *"), ("_In_ struct s *a", "struct s *"),
            ("_Contains_long_ struct s **a", "uint32_t *"), ("uint64_t a", "uint64_t"), ("longer a", "longer"),
        ]
    )
    func type(argument: String, type: String) throws {
        #expect(try call(argument).arguments.map(\.type) == [type])
    }

    @Test(
        "says why a call needs a wrapper",
        arguments: [
            ("long a", "long_size", "^long [a-z0-9_]+$"), ("long *a", "long_size", "long [*]"),
            ("size_t *a", "long_size", "size_t [*]"), ("char **a", "pointer_size", "[*][*]"),
            ("_In_ _Contains_long_ struct s *a", "long_size", "_Contains[a-z_]*_long_"),
            ("_In_ _Contains_ptr_ struct s *a", "pointer_size", "_Contains[a-z_]*_ptr_"),
            ("_In_ _Contains_timet_ struct s *a", "time_t_size", "_Contains[a-z_]*_timet_"),
        ]
    )
    func reason(argument: String, flag: String, pattern: String) throws {
        let call = try call(argument)
        #expect(call.name == "n_f")
        #expect(call.abi.needsWrapper)
        #expect(call.abi.reasons == [.argument(name: "a", flag: flag, pattern: pattern)])
    }

    @Test("names every rule that applies, in order")
    func reasons() throws {
        let call = try call("_In_ _Contains_long_ptr_ struct s *a", "off_t b")
        #expect(
            call.abi.reasons == [
                .argument(name: "a", flag: "long_size", pattern: "_Contains[a-z_]*_long_"),
                .argument(name: "a", flag: "pointer_size", pattern: "_Contains[a-z_]*_ptr_"), .wide(name: "b"),
            ]
        )
    }

    @Test("shares the native handler of a call that nothing sets apart")
    func shared() throws {
        let call = try call("int a", "char *b")
        #expect(call.name == "f")
        #expect(call.structure == "f_args")
        #expect(!call.abi.needsWrapper)
        #expect(call.abi.reasons == [])
        #expect(call.has(.noPrototype))
    }

    @Test("declares the handler of a call that it sets apart")
    func apart() throws {
        let call = try call("long a")
        #expect(call.structure == "n_f_args")
        #expect(call.handler == "sys_n_f")
        #expect(!call.has(.noPrototype))
    }

    @Test(
        "splits 64-bit arguments, the first half at an even place",
        arguments: [
            (["off_t a"], ["a1", "a2"]), (["int x", "off_t a"], ["x", "_pad", "a1", "a2"]),
            (["int x", "int y", "off_t a"], ["x", "y", "a1", "a2"]),
            (["off_t a", "off_t b"], ["a1", "a2", "b1", "b2"]),
            (["int x", "off_t a", "int y", "id_t b"], ["x", "_pad", "a1", "a2", "y", "_pad", "b1", "b2"]),
            (["dev_t a", "int x"], ["a1", "a2", "x"]),
        ]
    )
    func pairs(arguments: [String], names: [String]) throws {
        let lines = arguments.map { "\t\t    \($0)" }.joined(separator: ",\n")
        let text = "0\tAUE_A\tSTD {\n\t\tint f(\n\(lines)\n\t\t);\n\t}\n"
        let call = try #require(table(text, configuration: Self.narrow).calls.first)
        #expect(call.arguments.map(\.name) == names)
        let halves = call.arguments.filter { $0.name.hasPrefix("a") || $0.name.hasPrefix("b") }
        #expect(halves.allSatisfy { $0.type == "uint32_t" && !$0.isPad })
        #expect(call.arguments.filter { $0.name == "_pad" }.allSatisfy { $0.type == "int" && $0.isPad })
    }

    @Test("leaves 64-bit arguments whole where they fit a register", arguments: ["", "abi_flags=\"long_size\"\n"])
    func whole(configuration: String) throws {
        let call = try call("int a", "off_t b", configuration: configuration)
        #expect(call.arguments.map(\.name) == ["a", "b"])
        #expect(call.arguments.map(\.isPad) == [false, false])
    }

    @Test("sets a listed call apart, and shares an exempted one")
    func lists() throws {
        let listed = try call("int a", configuration: Self.narrow + "syscall_abi_change=\"e f\"\n")
        #expect(listed.name == "n_f")
        #expect(listed.abi.reasons == [.listed])
        let exempted = try call("long a", configuration: Self.narrow + "syscall_no_abi_change=\"f g\"\n")
        #expect(exempted.name == "f")
        #expect(exempted.abi.reasons.last == .exempted)
        #expect(exempted.has(.noPrototype))
        #expect(exempted.arguments.map(\.type) == ["int32_t"])
    }

    @Test("sets a call apart that is on both lists")
    func bothLists() throws {
        let lists = "syscall_no_abi_change=\"f\"\nsyscall_abi_change=\"f\"\n"
        let call = try call("long a", configuration: Self.narrow + lists)
        #expect(call.name == "n_f")
        #expect(!call.has(.noPrototype))
    }

    @Test("has no call that is obsolete or missing here")
    func absent() throws {
        let obsolete = try call("long a", configuration: Self.narrow + "obsol=\"f\"\n")
        #expect(obsolete.kinds.level == .obsolete)
        #expect(obsolete.name == "f")
        #expect(obsolete.symbol == "obs_f")
        let missing = try call("long a", configuration: Self.narrow + "unimpl=\"f\"\n")
        #expect(missing.kinds.level == Kinds.Level.none)
        #expect(missing.symbol == "unimp_n_f")
    }

    @Test(
        "has no call that is older than its oldest release", arguments: [(3, true), (6, true), (7, false), (11, false)])
    func lowestCompat(level: Int, isGone: Bool) throws {
        let kinds = level == 3 ? "COMPAT" : "COMPAT\(level)"
        let call = try call("int a", configuration: Self.narrow + "mincompat=7\n", kinds: kinds)
        #expect((call.kinds.level == .obsolete) == isGone)
    }

    @Test("sets every call with a pointer apart, where pointers differ")
    func pointers() throws {
        let configuration = "abi_flags=\"pointer_args\"\nabi_func_prefix=\"n_\"\nabi_intptr_t=\"cap_t\"\n"
        for (argument, isPointer) in [("int a", false), ("char *a", true), ("caddr_t a", true), ("intptr_t a", true)] {
            let call = try call(argument, configuration: configuration)
            #expect(call.abi.reasons == (isPointer ? [.pointer(name: "a")] : []), "\(argument)")
            #expect(call.name == (isPointer ? "n_f" : "f"))
        }
    }

    @Test("changes nothing where it is the native one")
    func native() throws {
        let call = try call("long a", "size_t *b", "char **c", "_Contains_long_ struct s *d", configuration: "")
        #expect(call.arguments.map(\.type) == ["long", "size_t *", "char **", "struct s *"])
        #expect(call.name == "f")
        #expect(!call.has(.noPrototype))
    }

    @Test("takes the audit event of a row without definition away")
    func audit() throws {
        #expect(try call("int a", kinds: "STD").audit == "AUE_A")
        #expect(try call("int a", kinds: "NODEF").audit == "AUE_NULL")
    }

    @Test("of a range is one call for each number")
    func range() {
        let table = table("0-3\tAUE_NULL\tUNIMPL\tlamp\n4\tAUE_NULL\tRESERVED\n")
        #expect(table.calls.map(\.number) == [0, 1, 2, 3, 4])
        #expect(table.calls.map(\.row) == [0, 0, 0, 0, 1])
        #expect(table.size == 5)
    }

    @Test("names the structures that its native prototypes point to, sorted, each once")
    func structures() {
        let text =
            entry(0, "STD", "a", "struct lamp *x", "const struct wick *y", "struct oil **z")
            + entry(1, "STD", "b", "struct lamp *x")
            + entry(2, "COMPAT11", "c", "struct old *x") + entry(3, "NODEF", "d", "struct hidden *x")
            + entry(4, "STD", "e", "struct byvalue x")
        #expect(table(text).structures == ["lamp", "oil", "wick"])
    }
}
