import Compat32
import Edits
import Findings
import SourceTree
import SyscallTable
import TestSupport
import Testing

/// What cannot be planned, and what is missing.
@Suite("Compat32: refusals") struct RefusalTests {
    private func rules(_ declaration: String, _ types: String = "", on release: Release = .fifteen) throws -> [String] {
        let tables = try CallTree(release).tables()
        let call = try call(declaration)
        do {
            _ = try CompatPlan.make(call, in: tables, declarations: .parse(Array(types.utf8), path: "types"))
            return []
        } catch {
            return error.findings.rules
        }
    }

    @Test(
        "What is missing is named, and what cannot be is refused",
        arguments: [
            ("int lamp(struct genie *g)", "missing-annotation"),
            ("int lamp(_Outptr_result_maybenull_ char **p)", "missing-annotation"),
            ("int lamp(wick_t w)", "unknown-width"), ("wick_t lamp(int fd)", "unknown-width"),
            ("int lamp(struct genie g)", "unsupported-argument"), ("int lamp(double d)", "unsupported-argument"),
            ("int lamp(_In_ char ***p)", "unsupported-argument"),
            ("int lamp(_Out_ const int *p)", "unsupported-argument"),
            ("int lamp(_In_ _Contains_long_ struct genie *g)", "unknown-layout"),
            ("int lamp(_In_ _Contains_long_ void *g)", "unknown-layout"),
            ("int lamp(_In_reads_(n) _Contains_ptr_ struct genie **g, int n)", "unknown-layout"),
            ("int lamp(_In_reads_(n) _Contains_ptr_ struct timespec **g, int n)", "unsupported-argument"),
            ("int lamp(_In_reads_(m) _Contains_long_ long *g, int n)", "unknown-count"),
            ("int lamp(_In_reads_(*n) _Contains_long_ long *g, _Out_ int *n)", "unknown-count"),
            ("int lamp(_In_reads_bytes_(n) _Contains_long_ long *g, int n)", "unknown-count"),
            ("int lamp(_In_reads_(n/2) _Contains_long_ long *g, int n)", "unknown-count"),
            ("int lamp(_Out_z_ _Contains_ptr_ char **g)", "unknown-count"),
            ("int lamp(_In_ time_t *t)", "missing-contains"),
            ("int lamp(_In_ const struct timespec *t)", "missing-contains"),
            ("int lamp(time_t t)", "split-time"),
            ("int lamp(_Inout_ ssize_t *n)", "unprojectable-type"),
            ("int lamp(int a, off_t b, off_t c, off_t d, int e)", "argument-words"),
            ("int lamp(int a, int b, int c, int d, int e, int f, int g, int h, int i)", "argument-words"),
            ("int lamp(int a, off_t b, int c, off_t d)", "argument-collision"),
            ("int lamp(off_t a, int a1)", "argument-collision"),
            ("void lamp(_Out_ int *p)", "unsupported-argument"),
            ("void lamp(_In_reads_(n) _Contains_long_ const long *p, int n)", "unsupported-argument"),
        ]
    )
    func refused(declaration: String, rule: String) throws {
        #expect(try rules(declaration) == [rule])
    }

    @Test("No call returns a structure")
    func result() throws {
        let tables = try CallTree(.fifteen).tables()
        let refusal = #expect(throws: Refusal.self) {
            try CompatPlan.make(CallInterface("struct genie", "lamp", []), in: tables)
        }
        #expect(refusal?.findings.rules == ["unsupported-result"])
    }

    @Test("A declaration mends what was missing")
    func declared() throws {
        #expect(try rules("int lamp(wick_t w)", "typedef int32_t wick_t;") == [])
        #expect(try rules("int lamp(_In_ _Contains_long_ struct genie *g)", "struct genie { long wishes; };") == [])
    }

    @Test(
        "A structure whose layout cannot be told is refused with the reason",
        arguments: [
            ("struct genie { union { int a; long b; } u; };", "a member 'u'"),
            ("struct genie { u_int wishes : 3; };", "a member 'wishes'"),
            ("struct genie {\n#ifdef MAGIC\n\tlong wishes;\n#endif\n};", "depend on a condition"),
            ("struct genie { long wishes; } __packed;", "'__packed'"),
            ("struct genie { long wishes[MANY]; };", "[MANY] is no number of elements"),
            ("struct genie { struct genie g; };", "contains itself"),
            ("struct genie { wish_t w; };", "wish_t is not declared"),
            ("struct genie { double d; };", "is no integer"),
            ("struct genie { long w; };\nstruct genie { int w; };", "defined twice"),
            ("typedef struct { long w; } genie_t;\nstruct genie { genie_t g; };", "has no tag"),
        ])
    func layouts(types: String, reason: String) throws {
        let tables = try CallTree(.fifteen).tables()
        let call = try call("int lamp(_In_ _Contains_long_ struct genie *g)")
        let refusal = #expect(throws: Refusal.self) {
            try CompatPlan.make(call, in: tables, declarations: .parse(Array(types.utf8), path: "types"))
        }
        #expect(refusal?.findings.rules == ["unknown-layout"])
        #expect(refusal?.findings[0].message.contains(reason) == true, "\(refusal?.findings[0].message ?? "")")
    }

    @Test("No argument is lost: each has its verdict, or the call is refused", arguments: Release.allCases)
    func everyArgument(release: Release) throws {
        for declaration in CallSamples.all {
            let call = try call(declaration)
            let types = Declarations.parse(Array(CallSamples.types.utf8), path: "types")
            guard let plan = try? CompatPlan.make(call, in: CallTree(release).tables(), declarations: types) else {
                continue
            }
            #expect(plan.arguments.map(\.name) == call.arguments.map(\.name), "\(declaration)")
        }
    }

    @Test("All that is wrong is said at once")
    func together() throws {
        #expect(
            try rules("int lamp(struct genie *g, wick_t w, double d)") == [
                "missing-annotation", "unknown-width", "unsupported-argument",
            ])
    }

    @Test("An own master takes what the projection cannot", arguments: [Release.twelve, .thirteen])
    func ownMaster(release: Release) throws {
        for declaration in [
            "int lamp(time_t t)", "int lamp(_Inout_ ssize_t *n)", "int lamp(int a, off_t b, int c, off_t d)",
            "int lamp(_In_ const struct timespec *t)",
        ] {
            #expect(try rules(declaration, on: release) == [])
        }
    }

    @Test("What is doubtful is said, and the plan made")
    func doubts() throws {
        let tables = try CallTree(.fifteen).tables()
        let types = Declarations.parse(Array("struct genie { int wishes; };".utf8), path: "types")
        let needless = try CompatPlan.make(
            call("int lamp(_In_ _Contains_long_ struct genie *g)"), in: tables, declarations: types)
        #expect(needless.findings.rules == ["needless-contains"])
        #expect(needless.wrapper?.contains("(struct genie *)uap->g") == true)
        let list = Declarations.parse(
            Array("struct genie { long w; char *name; struct genie *next; int *one; };".utf8), path: "types")
        let nested = try CompatPlan.make(
            call("int lamp(_In_ _Contains_long_ptr_ struct genie *g)"), in: tables, declarations: list)
        #expect(nested.findings.rules == ["nested-address"])
        #expect(nested.findings.first?.message.contains("'next' of struct genie") == true)
        let address = try CompatPlan.make(call("int lamp(intptr_t handle)"), in: tables)
        #expect(address.findings.rules == ["signed-address"])
    }
}
