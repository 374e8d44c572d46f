import Compat32
import TestSupport
import Testing

/// The test program of a call, run as a native program on the functions of the call.
@Suite("Compat32: test programs", .enabled(if: Commands.isInstalled("clang"), "there is no clang"))
struct TestProgramTests {
    @Test("What it expects of sizes and arrays comes true")
    func arrays() throws {
        let bench = try Workbench(
            "int lamp(int fd, _Inout_updates_(*n) _Contains_long_ long *v, _Inout_ _Contains_long_ size_t *n, _In_reads_(count) _Contains_long_ const long *w, int count)",
            body: "\ttd->td_retval[0] = 17;\n\treturn (0);")
        let run = try bench.runTestProgram(
            """
            .fd = va_arg(list, int), .v = va_arg(list, long *), .n = va_arg(list, size_t *),
            .w = va_arg(list, const long *), .count = va_arg(list, int)
            """)
        #expect(
            run.output == """
                lamp: returned 17, 'Success'
                v leads nowhere: expected 'Bad address', got 'Bad address'
                n leads nowhere: expected 'Bad address', got 'Bad address'
                w leads nowhere: expected 'Bad address', got 'Bad address'
                n is 1025: expected 'Invalid argument', got 'Invalid argument'
                count is 1025: expected 'Invalid argument', got 'Invalid argument'
                count is -1: expected 'Invalid argument', got 'Invalid argument'

                """)
        #expect(run.status == 0)
    }

    @Test("A kernel that does not do what it expects fails it")
    func failure() throws {
        let bench = try Workbench(
            "int lamp(_In_ _Contains_long_ const size_t *n)", body: "\treturn (n == NULL ? EFAULT : 0);")
        // The glue hands over another address than the program's.
        let run = try bench.runTestProgram(".n = (va_arg(list, size_t *), AT(0) == NULL ? NULL : (size_t *)&number)")
        #expect(run.output.contains("n leads nowhere: expected 'Bad address', got 'Success'"))
        #expect(run.status == 1)
    }

    @Test("Values of 64 bits tell their halves apart, and a negative long its sign")
    func values() throws {
        let bench = try Workbench(
            "off_t lamp(off_t off, long way, _In_z_ const char *path)",
            body: "\ttd->td_uretoff.tdu_off = off == 0x1122334455667788LL && way == -2 ? -5 : 0;\n\treturn (0);")
        let run = try bench.runTestProgram(
            ".off = va_arg(list, off_t), .way = va_arg(list, long), .path = va_arg(list, const char *)")
        #expect(run.output == "lamp: returned -5, 'Success'\n")
        #expect(run.status == 0)
    }

    @Test("By its header the call is made by name, and the layouts are proven for each ABI")
    func header() throws {
        let plan = try CompatPlan.make(
            call("int lamp(_In_ _Contains_long_ const struct genie *g)"), in: CallTree(.fifteen).tables(),
            declarations: .parse(Array("struct genie { int a; long b; uint64_t c; };".utf8), path: "types"))
        let text = plan.testProgram(number: 700, header: "sys/lamp.h")
        #expect(text.contains("\n#include <sys/lamp.h>\n"))
        #expect(!text.contains("SYS_lamp"))
        #expect(text.contains("\tlamp(NOWHERE);\n"))
        #expect(
            text.contains(
                """
                #if defined(__LP64__)
                _Static_assert(sizeof(struct genie) == 24,
                    "struct genie has another layout");
                #elif defined(__i386__)
                _Static_assert(sizeof(struct genie) == 16,
                """))
    }

    @Test("A call that does not return is made by a child that must not come back")
    func departure() throws {
        let plan = try CompatPlan.make(call("void lamp(int status)"), in: CallTree(.fifteen).tables())
        let text = plan.testProgram(number: 700, header: nil)
        #expect(text.contains("\t\t__syscall((quad_t)SYS_lamp, (int32_t)0);\n\t\t_exit(99);\n"))
    }
}
