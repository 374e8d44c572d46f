import Compat32
import TestSupport
import Testing

/// The functions do what the plan says: compiled, and run with stand-ins for the kernel. A test writes the memory of a program
/// by offsets, as the programs of each ABI lay it out, and so sees the 32-bit structures from outside.
@Suite("Compat32: functions that run", .enabled(if: Commands.isInstalled("clang"), "there is no clang"))
struct FunctionTests {
    @Test("The halves of a pair meet, wherever it stands", arguments: Release.allCases)
    func pairs(release: Release) throws {
        let halves = "0xaa998878U, 0xeeddccbbU"
        let cases = [
            ("int lamp(off_t off, int fd, int way)", "\(halves), 3, 0xfffffffcU", "\(halves), 3, 0xfffffffcU"),
            ("int lamp(int fd, off_t off, int way)", "3, \(halves), 0xfffffffcU", "3, 77, \(halves), 0xfffffffcU"),
            ("int lamp(int fd, int way, off_t off)", "3, 0xfffffffcU, \(halves)", "3, 0xfffffffcU, \(halves)"),
        ]
        for (declaration, words, paddedWords) in cases {
            let bench = try Workbench(
                declaration, globals: "static int calls;",
                body: "\tcalls += fd == 3 && way == -4 && off == -0x1122334455667788LL;\n\treturn (0);", on: release)
            let native = """
                struct thread td;
                struct lamp_args native = { .fd = 3, .off = -0x1122334455667788LL, .way = -4 };
                CHECK(sys_lamp(&td, &native) == 0 && calls == 1);

                """
            for (kernel, words) in [(Workbench.Kernel.amd64, words), (.other, paddedWords)] {
                let output = try bench.run(
                    native + """
                        struct freebsd32_lamp_args narrow;
                        WORDS(narrow, \(words));
                        CHECK(freebsd32_lamp(&td, &narrow) == 0 && calls == 2);
                        """,
                    on: kernel)
                #expect(output == "", "\(declaration) on \(kernel)")
            }
            let output = try bench.run(
                native + """
                    struct freebsd32_lamp_args narrow = {
                        .fd = 3, .way = -4, .off1 = 0xeeddccbbU, .off2 = 0xaa998878U
                    };
                    CHECK(freebsd32_lamp(&td, &narrow) == 0 && calls == 2);
                    """,
                on: .bigEndian)
            #expect(output == "", "\(declaration), high word first")
        }
    }

    @Test(
        "A type of 64 bits that the generator does not know is split where the master is one's own",
        arguments: [Release.twelve, .thirteen])
    func unknownPairs(release: Release) throws {
        let bench = try Workbench(
            "int lamp(int fd, uint64_t oil)",
            body: "\ttd->td_retval[0] = oil == 0x8899aabbccddeeffULL;\n\treturn (fd);",
            on: release)
        let output = try bench.run(
            """
            struct thread td;
            struct freebsd32_lamp_args narrow;
            WORDS(narrow, 0, 0xccddeeffU, 0x8899aabbU);
            CHECK(freebsd32_lamp(&td, &narrow) == 0 && td.td_retval[0] == 1);
            """)
        #expect(output == "")
    }

    @Test("A signed long keeps its sign, and an unsigned one its size", arguments: Release.allCases)
    func longs(release: Release) throws {
        let bench = try Workbench(
            "int lamp(long height, u_long width, ssize_t depth)", globals: "static int calls;",
            body: "\tcalls += height == -5 && width == 0xfffffffbU && depth == -6;\n\treturn (0);", on: release)
        let output = try bench.run(
            """
            struct thread td;
            struct lamp_args native = { .height = -5, .width = 0xfffffffbU, .depth = -6 };
            struct freebsd32_lamp_args narrow;
            CHECK(sys_lamp(&td, &native) == 0 && calls == 1);
            WORDS(narrow, 0xfffffffbU, 0xfffffffbU, 0xfffffffaU);
            CHECK(freebsd32_lamp(&td, &narrow) == 0 && calls == 2);
            """)
        #expect(output == "")
    }

    @Test(
        "A size goes in and out with the width of the program, and what stands beside it stays",
        arguments: Release.allCases)
    func size(release: Release) throws {
        let bench = try Workbench(
            "int lamp(_Inout_updates_bytes_(*len) char *buf, _Inout_ _Contains_long_ size_t *len)",
            body: "\tif (buf != AT(64) || *len != 0xfffffff0U)\n\t\treturn (EINVAL);\n\t*len = 7;\n\treturn (0);",
            on: release)
        let output = try bench.run(
            """
            struct thread td;
            struct lamp_args native = { .buf = AT(64), .len = AT(0) };
            struct freebsd32_lamp_args narrow;
            PUT(uint64_t, 0, 0xfffffff0U);
            CHECK(sys_lamp(&td, &native) == 0 && GET(uint64_t, 0) == 7);
            PUT(uint32_t, 0, 0xfffffff0U);
            PUT(uint32_t, 4, 99);
            WORDS(narrow, MEMORY_START + 64, MEMORY_START);
            CHECK(freebsd32_lamp(&td, &narrow) == 0);
            CHECK(GET(uint32_t, 0) == 7 && GET(uint32_t, 4) == 99);
            WORDS(narrow, MEMORY_START + 64, 16);
            CHECK(freebsd32_lamp(&td, &narrow) == EFAULT);
            """)
        #expect(output == "")
    }

    @Test("Integers that an argument points to are copied as their annotations say", arguments: Release.allCases)
    func directions(release: Release) throws {
        let bench = try Workbench(
            "int lamp(_In_ _Contains_long_ const long *a, _Out_ _Contains_long_ u_long *b, _Inout_ off_t *c, _Out_opt_ int *d)",
            body: """
                \tif (*a != -3 || *b != 0 || *c != 5)
                \t\treturn (EINVAL);
                \t*b = 0x1fffffffeUL;
                \t*c = -5;
                \tif (d != NULL)
                \t\t*d = 11;
                \treturn (0);
                """,
            on: release)
        let output = try bench.run(
            """
            struct thread td;
            struct lamp_args native = { .a = AT(0), .b = AT(8), .c = AT(16), .d = AT(24) };
            struct freebsd32_lamp_args narrow;
            PUT(int64_t, 0, -3);
            PUT(int64_t, 8, 77);
            PUT(int64_t, 16, 5);
            CHECK(sys_lamp(&td, &native) == 0);
            CHECK(GET(int64_t, 0) == -3 && GET(uint64_t, 8) == 0x1fffffffeUL && GET(int64_t, 16) == -5 && GET(int, 24) == 11);

            PUT(int32_t, 0, -3);
            PUT(int32_t, 4, 66);
            PUT(int32_t, 8, 77);
            PUT(int32_t, 12, 88);
            PUT(int64_t, 16, 5);
            PUT(int, 24, 0);
            WORDS(narrow, MEMORY_START, MEMORY_START + 8, MEMORY_START + 16, 0);
            CHECK(freebsd32_lamp(&td, &narrow) == 0);
            CHECK(GET(int32_t, 0) == -3 && GET(int32_t, 4) == 66 && GET(uint32_t, 8) == 0xfffffffeU);
            CHECK(GET(int32_t, 12) == 88 && GET(int64_t, 16) == -5 && GET(int, 24) == 0);

            PUT(int64_t, 16, 5);
            WORDS(narrow, MEMORY_START, MEMORY_START + 8, MEMORY_START + 16, 16);
            CHECK(freebsd32_lamp(&td, &narrow) == EFAULT);
            """)
        #expect(output == "")
    }

    @Test("A check that does not hold is seen, and so is memory that is not freed")
    func checks() throws {
        let bench = try Workbench("int lamp(long way)")
        #expect(try bench.run("CHECK(1 + 1 == 2);") == "")
        #expect(try bench.run("CHECK(1 + 1 == 3);") == "line 1: not 1 + 1 == 3\n")
        #expect(try bench.run("(void)stand_in_malloc(1, M_WAITOK);").contains("allocations == 0"))
    }

    @Test("What a failing call would have written is not written")
    func failure() throws {
        let bench = try Workbench(
            "int lamp(_Out_ _Contains_long_ size_t *len)", body: "\t*len = 9;\n\treturn (E2BIG);")
        let output = try bench.run(
            """
            struct thread td;
            struct freebsd32_lamp_args narrow = { .len = AT(0) };
            PUT(uint32_t, 0, 3);
            CHECK(freebsd32_lamp(&td, &narrow) == E2BIG && GET(uint32_t, 0) == 3);
            """)
        #expect(output == "")
    }

    @Test("Times have the width of their ABI, and NULL stands for none", arguments: Release.allCases)
    func times(release: Release) throws {
        let bench = try Workbench(
            "int lamp(_In_opt_ _Contains_long_timet_ const struct timespec *in, _Out_opt_ _Contains_long_timet_ struct timeval *out, _In_ _Contains_timet_ const time_t *when)",
            globals: "static int expects_none;",
            body: """
                \tif ((in == NULL) != expects_none || (out == NULL) != expects_none || *when != -9)
                \t\treturn (EINVAL);
                \tif (in != NULL && (in->tv_sec != -2 || in->tv_nsec != 999))
                \t\treturn (EINVAL);
                \tif (out != NULL) {
                \t\tif (out->tv_sec != 0 || out->tv_usec != 0)
                \t\t\treturn (EINVAL);
                \t\tout->tv_sec = -7;
                \t\tout->tv_usec = 8;
                \t}
                \treturn (0);
                """,
            on: release)
        let output = try bench.run(
            """
            struct thread td;
            struct freebsd32_lamp_args narrow;
            PUT(int32_t, 0, -2);
            PUT(int32_t, 4, 999);
            PUT(int32_t, 32, -9);
            WORDS(narrow, MEMORY_START, MEMORY_START + 16, MEMORY_START + 32);
            CHECK(freebsd32_lamp(&td, &narrow) == 0);
            CHECK(GET(int32_t, 16) == -7 && GET(int32_t, 20) == 8 && GET(int32_t, 24) == 0);
            expects_none = 1;
            WORDS(narrow, 0, 0, MEMORY_START + 32);
            CHECK(freebsd32_lamp(&td, &narrow) == 0);
            """)
        #expect(output == "")
        let others = try bench.run(
            """
            struct thread td;
            struct lamp_args native = { .in = AT(0), .out = AT(16), .when = AT(32) };
            struct freebsd32_lamp_args narrow;
            PUT(int64_t, 0, -2);
            PUT(int64_t, 8, 999);
            PUT(int64_t, 32, -9);
            CHECK(sys_lamp(&td, &native) == 0);
            CHECK(GET(int64_t, 16) == -7 && GET(int64_t, 24) == 8);
            memset(program_memory + 16, 0xff, 16);
            WORDS(narrow, MEMORY_START, MEMORY_START + 16, MEMORY_START + 32);
            CHECK(freebsd32_lamp(&td, &narrow) == 0);
            CHECK(GET(int64_t, 16) == -7 && GET(int32_t, 24) == 8);
            """,
            on: .other)
        #expect(others == "")
    }

    @Test("A time_t by value is a word on amd64 and a pair elsewhere", arguments: [Release.twelve, .thirteen])
    func timeByValue(release: Release) throws {
        let bench = try Workbench(
            "int lamp(int fd, time_t when, int way)",
            body: "\ttd->td_retval[0] = fd == 1 && when == -3 && way == 4;\n\treturn (0);", on: release)
        for (kernel, words) in [
            (Workbench.Kernel.amd64, "1, 0xfffffffdU, 4"), (.other, "1, 55, 0xfffffffdU, 0xffffffffU, 4"),
        ] {
            let output = try bench.run(
                """
                struct thread td;
                struct freebsd32_lamp_args narrow;
                WORDS(narrow, \(words));
                CHECK(freebsd32_lamp(&td, &narrow) == 0 && td.td_retval[0] == 1);
                """,
                on: kernel)
            #expect(output == "", "on \(kernel)")
        }
    }

    @Test(
        "A structure of one's own is laid out as each ABI has it, and nothing of the kernel leaks",
        arguments: Release.allCases)
    func structure(release: Release) throws {
        let types = """
            struct lamp {
            	uint16_t kind;
            	long level;
            	const char *name;
            	struct timespec when;
            	uint64_t cookie;
            	long marks[3];
            	uint16_t end;
            };
            """
        let bench = try Workbench(
            "int lamp(_Inout_ _Contains_long_ptr_timet_ struct lamp *l)", declaring: types,
            body: """
                \tif (l->kind != 1 || l->level != -2 || l->name != AT(99) || l->when.tv_sec != -3)
                \t\treturn (EINVAL);
                \tif (l->when.tv_nsec != 4 || l->cookie != 0x1122334455667788ULL || l->marks[2] != -5)
                \t\treturn (EINVAL);
                \tl->level = -20;
                \tl->cookie = 0x99aabbccddeeff00ULL;
                \tl->marks[1] = -6;
                \tl->end = 7;
                \treturn (l->end == 7 ? 0 : EINVAL);
                """,
            on: release)
        let program = { (type: String, offsets: [Int]) in
            """
            struct thread td;
            struct freebsd32_lamp_args narrow;
            memset(program_memory, 0xff, 256);
            PUT(uint16_t, 0, 1);
            PUT(int32_t, 4, -2);
            PUT(uint32_t, 8, MEMORY_START + 99);
            PUT(\(type), \(offsets[0]), -3);
            PUT(int32_t, \(offsets[1]), 4);
            PUT(uint64_t, \(offsets[2]), 0x1122334455667788ULL);
            PUT(int32_t, \(offsets[3]) + 8, -5);
            WORDS(narrow, MEMORY_START);
            CHECK(freebsd32_lamp(&td, &narrow) == 0);
            CHECK(GET(uint16_t, 0) == 1 && GET(int32_t, 4) == -20 && GET(uint32_t, 8) == MEMORY_START + 99);
            CHECK(GET(\(type), \(offsets[0])) == -3 && GET(uint64_t, \(offsets[2])) == 0x99aabbccddeeff00ULL);
            CHECK(GET(int32_t, \(offsets[3]) + 4) == -6 && GET(int32_t, \(offsets[3]) + 8) == -5);
            CHECK(GET(uint16_t, \(offsets[3]) + 12) == 7);
            /* Padding is written as zeros, and what lies behind stays. */
            CHECK(GET(uint16_t, 2) == 0 && GET(uint16_t, \(offsets[3]) + 14) == 0);
            CHECK(GET(uint8_t, \(offsets[4]) - 1) == 0 && GET(uint8_t, \(offsets[4])) == 0xff);
            """
        }
        #expect(try bench.run(program("int32_t", [12, 16, 20, 28, 44])) == "")
        #expect(try bench.run(program("int64_t", [16, 24, 32, 40, 56]), on: .other) == "")
        let native = try bench.run(
            """
            struct thread td;
            struct lamp_args native = { .l = AT(0) };
            struct lamp l = { 1, -2, AT(99), { -3, 4 }, 0x1122334455667788ULL, { 0, 0, -5 }, 0 };
            memcpy(program_memory, &l, sizeof(l));
            CHECK(sys_lamp(&td, &native) == 0);
            memcpy(&l, program_memory, sizeof(l));
            CHECK(l.level == -20 && l.end == 7 && l.marks[1] == -6);
            """)
        #expect(native == "")
    }

    @Test("A structure that only i386 packs otherwise is converted too", arguments: [Release.thirteen, .fifteen])
    func alignment(release: Release) throws {
        let bench = try Workbench(
            "int lamp(_Inout_ struct gap *g)", declaring: "struct gap { int32_t id; uint64_t oil; };",
            body: "\tif (g->id != 1 || g->oil != 2)\n\t\treturn (EINVAL);\n\tg->oil = 3;\n\treturn (0);", on: release)
        for (kernel, offset) in [(Workbench.Kernel.amd64, 4), (.other, 8)] {
            let output = try bench.run(
                """
                struct thread td;
                struct freebsd32_lamp_args narrow = { .g = AT(0) };
                PUT(int32_t, 0, 1);
                PUT(uint64_t, \(offset), 2);
                PUT(uint32_t, \(offset) + 8, 77);
                CHECK(freebsd32_lamp(&td, &narrow) == 0);
                CHECK(GET(uint64_t, \(offset)) == 3 && GET(uint32_t, \(offset) + 8) == 77);
                """,
                on: kernel)
            #expect(output == "", "on \(kernel)")
        }
    }

    @Test("A structure too large for the stack is copied all the same")
    func large() throws {
        let bench = try Workbench(
            "int lamp(_Inout_ _Contains_long_ struct hall *a, _Out_opt_ _Contains_long_ struct hall *b)",
            declaring: "struct hall { long seats[100]; };",
            body: """
                \tif (a->seats[99] != -1)
                \t\treturn (EINVAL);
                \ta->seats[0] = -2;
                \tif (b != NULL)
                \t\tb->seats[50] = -3;
                \treturn (0);
                """)
        let output = try bench.run(
            """
            struct thread td;
            struct freebsd32_lamp_args narrow = { .a = AT(0), .b = AT(400) };
            PUT(int32_t, 396, -1);
            PUT(int32_t, 800, 5);
            memset(program_memory + 400, 0xff, 400);
            CHECK(freebsd32_lamp(&td, &narrow) == 0);
            CHECK(GET(int32_t, 0) == -2 && GET(int32_t, 600) == -3 && GET(int32_t, 404) == 0 && GET(int32_t, 800) == 5);
            narrow.b = NULL;
            CHECK(freebsd32_lamp(&td, &narrow) == 0);
            narrow.a = NOWHERE;
            CHECK(freebsd32_lamp(&td, &narrow) == EFAULT);
            """)
        #expect(output == "")
    }

    @Test("An array is converted element by element, and no more than is allowed", arguments: Release.allCases)
    func arrays(release: Release) throws {
        let bench = try Workbench(
            "int lamp(_Inout_updates_(*n) _Contains_long_ long *v, _Inout_ _Contains_long_ size_t *n, _In_reads_opt_(count) _Contains_long_ const u_long *w, int count)",
            limits: ["w": "4"],
            body: """
                \tlong sum = 0;
                \tsize_t i;

                \tfor (i = 0; i < *n; i++)
                \t\tsum += v[i];
                \tfor (i = 0; w != NULL && i < (size_t)count; i++)
                \t\tsum += w[i];
                \tv[0] = sum;
                \tif (*n > 2)
                \t\t*n = 2;
                \treturn (0);
                """,
            on: release)
        let output = try bench.run(
            """
            struct thread td;
            struct lamp_args native = { .v = AT(0), .n = AT(100), .w = AT(200), .count = 2 };
            struct freebsd32_lamp_args narrow;
            PUT(int64_t, 0, -5);
            PUT(int64_t, 8, 3);
            PUT(int64_t, 16, 1);
            PUT(uint64_t, 100, 3);
            PUT(uint64_t, 200, 10);
            PUT(uint64_t, 208, 20);
            CHECK(sys_lamp(&td, &native) == 0 && GET(int64_t, 0) == 29 && GET(uint64_t, 100) == 2);

            PUT(int32_t, 0, -5);
            PUT(int32_t, 4, 3);
            PUT(int32_t, 8, 1);
            PUT(uint32_t, 100, 3);
            PUT(uint32_t, 200, 0xfffffff0U);
            PUT(uint32_t, 204, 20);
            WORDS(narrow, MEMORY_START, MEMORY_START + 100, MEMORY_START + 200, 2);
            CHECK(freebsd32_lamp(&td, &narrow) == 0);
            CHECK(GET(uint32_t, 0) == (uint32_t)(0xfffffff0U + 19) && GET(uint32_t, 100) == 2 && GET(int32_t, 8) == 1);

            WORDS(narrow, MEMORY_START, MEMORY_START + 100, MEMORY_START + 200, 5);
            CHECK(freebsd32_lamp(&td, &narrow) == EINVAL);
            WORDS(narrow, MEMORY_START, MEMORY_START + 100, MEMORY_START + 200, 0xffffffffU);
            CHECK(freebsd32_lamp(&td, &narrow) == EINVAL);
            WORDS(narrow, MEMORY_START, MEMORY_START + 100, 0, 0xffffffffU);
            CHECK(freebsd32_lamp(&td, &narrow) == 0);
            PUT(uint32_t, 100, 1025);
            CHECK(freebsd32_lamp(&td, &narrow) == EINVAL);
            PUT(uint32_t, 100, 2);
            WORDS(narrow, 16, MEMORY_START + 100, 0, 0);
            CHECK(freebsd32_lamp(&td, &narrow) == EFAULT);
            """)
        #expect(output == "")
    }

    @Test("A fixed number of structures needs no memory", arguments: Release.allCases)
    func fixed(release: Release) throws {
        let bench = try Workbench(
            "int lamp(_In_reads_opt_(2) _Contains_long_timet_ const struct timeval *tv)",
            body: "\ttd->td_retval[0] = tv == NULL ? -1 : tv[1].tv_sec * 100 + tv[1].tv_usec;\n\treturn (0);",
            on: release)
        let output = try bench.run(
            """
            struct thread td;
            struct freebsd32_lamp_args narrow = { .tv = AT(0) };
            PUT(int32_t, 8, -3);
            PUT(int32_t, 12, 4);
            CHECK(freebsd32_lamp(&td, &narrow) == 0 && td.td_retval[0] == -296);
            narrow.tv = NULL;
            CHECK(freebsd32_lamp(&td, &narrow) == 0 && td.td_retval[0] == -1);
            """)
        #expect(output == "")
        #expect(bench.plan.wrapper?.contains("malloc") == false)
    }

    @Test("Addresses in memory have 32 bits, up to a NULL or so many of them", arguments: Release.allCases)
    func addresses(release: Release) throws {
        let bench = try Workbench(
            "int lamp(_In_z_ _Contains_ptr_ char **names, _Out_writes_(n) _Contains_ptr_ void **slots, u_int n, _Out_ _Contains_ptr_ void **first)",
            limits: ["names": "3"],
            body: """
                \tint count;

                \tfor (count = 0; names[count] != NULL; count++)
                \t\tslots[count % n] = names[count] + 1;
                \t*first = names[0];
                \ttd->td_retval[0] = count;
                \treturn (0);
                """,
            on: release)
        let output = try bench.run(
            """
            struct thread td;
            struct lamp_args native = { .names = AT(0), .slots = AT(64), .n = 2, .first = AT(96) };
            struct freebsd32_lamp_args narrow;
            PUT(void *, 0, AT(7));
            PUT(void *, 8, AT(8));
            PUT(void *, 16, NULL);
            CHECK(sys_lamp(&td, &native) == 0 && td.td_retval[0] == 2);
            CHECK(GET(void *, 72) == AT(9) && GET(void *, 96) == AT(7));

            PUT(uint32_t, 0, MEMORY_START + 7);
            PUT(uint32_t, 4, MEMORY_START + 8);
            PUT(uint32_t, 8, 0);
            WORDS(narrow, MEMORY_START, MEMORY_START + 64, 2, MEMORY_START + 96);
            CHECK(freebsd32_lamp(&td, &narrow) == 0 && td.td_retval[0] == 2);
            CHECK(GET(uint32_t, 64) == MEMORY_START + 8 && GET(uint32_t, 68) == MEMORY_START + 9);
            CHECK(GET(uint32_t, 96) == MEMORY_START + 7);
            PUT(uint32_t, 8, 1);
            PUT(uint32_t, 12, 1);
            CHECK(freebsd32_lamp(&td, &narrow) == E2BIG);
            """)
        #expect(output == "")
    }

    @Test("A vector comes by the functions that the kernel has for it", arguments: Release.allCases)
    func vectors(release: Release) throws {
        let bench = try Workbench(
            "ssize_t lamp(_In_reads_(count) _Contains_long_ptr_ const struct iovec *iov, size_t count, off_t off)",
            body: """
                \ttd->td_retval[0] = iov[1].iov_base == AT(5) && iov[1].iov_len == 6 && count == 2 && off == 9;
                \treturn (0);
                """,
            on: release)
        let output = try bench.run(
            """
            struct thread td;
            struct lamp_args native = { .iov = AT(0), .count = 2, .off = 9 };
            struct freebsd32_lamp_args narrow;
            PUT(void *, 16, AT(5));
            PUT(size_t, 24, 6);
            CHECK(sys_lamp(&td, &native) == 0 && td.td_retval[0] == 1);
            native.count = 0x100000001UL;
            CHECK(sys_lamp(&td, &native) == EINVAL);
            PUT(uint32_t, 8, MEMORY_START + 5);
            PUT(uint32_t, 12, 6);
            td.td_retval[0] = 0;
            WORDS(narrow, MEMORY_START, 2, 9, 0);
            CHECK(freebsd32_lamp(&td, &narrow) == 0 && td.td_retval[0] == 1);
            WORDS(narrow, MEMORY_START, 1025, 9, 0);
            CHECK(freebsd32_lamp(&td, &narrow) == EINVAL);
            """)
        #expect(output == "")
    }

    @Test("A result of 64 bits comes in two registers, in the order of the machine", arguments: Release.allCases)
    func wideResult(release: Release) throws {
        let bench = try Workbench(
            "off_t lamp(int fd)", body: "\ttd->td_uretoff.tdu_off = -0x1122334455667788LL;\n\treturn (fd);", on: release
        )
        for (kernel, low, high) in [(Workbench.Kernel.amd64, 0, 1), (.other, 0, 1), (.bigEndian, 1, 0)] {
            let output = try bench.run(
                """
                struct thread td;
                struct freebsd32_lamp_args narrow = { .fd = 0 };
                CHECK(freebsd32_lamp(&td, &narrow) == 0);
                CHECK((uint32_t)td.td_retval[\(low)] == 0xaa998878U && (uint32_t)td.td_retval[\(high)] == 0xeeddccbbU);
                td.td_retval[0] = 5;
                td.td_retval[1] = 6;
                narrow.fd = EINVAL;
                CHECK(freebsd32_lamp(&td, &narrow) == EINVAL);
                """,
                on: kernel)
            #expect(output == "", "on \(kernel)")
        }
    }

    @Test("A call that does not return goes to kern_ and stays there")
    func departure() throws {
        let bench = try Workbench(
            "void lamp(long status, _In_ _Contains_long_ const size_t *n)",
            body: """
                \tif (status != -1 || *n != 3)
                \t\tprintf("status %ld, n %lu\\n", status, *n);
                \texit1(td, 0, 0);
                """)
        let output = try bench.run(
            """
            struct thread td;
            struct freebsd32_lamp_args narrow;
            PUT(uint32_t, 0, 3);
            WORDS(narrow, 0xffffffffU, 16);
            CHECK(freebsd32_lamp(&td, &narrow) == EFAULT);
            WORDS(narrow, 0xffffffffU, MEMORY_START);
            freebsd32_lamp(&td, &narrow);
            CHECK(0);
            """)
        #expect(output == "")
        #expect(bench.plan.kernPrototype.hasSuffix(") __dead2;\n"))
    }

    @Test(
        "Compilers for each machine take what is written, with all warnings",
        arguments: [
            "int lamp(void)", "int lamp(int fd, mode_t mode, u_int flags)",
            "ssize_t lamp(int fd, _In_z_ const char *path, off_t off, _Out_writes_bytes_(len) void *buf, size_t len)",
            "void *lamp(_In_reads_bytes_(len) const void *buf, size_t len, long way)", "void lamp(int status)",
            "dev_t lamp(id_t id, _In_z_ _Contains_ptr_ const char * const *names)",
            "int lamp(_Inout_updates_(n) _Contains_long_ptr_ struct iovec *iov, u_int n, caddr_t where)",
            "int lamp(_Out_ _Contains_ptr_ void **first, _Out_ _Contains_long_ lamp_t *l)",
            "int lamp(_In_opt_ _Contains_long_timet_ const struct timespec *td, _Inout_ int *uap, _Out_ _Contains_long_ long *error, _Out_ _Contains_long_ long *error32, _In_reads_(i) _Contains_long_ const long *j, int i)",
        ]
    )
    func machines(declaration: String) throws {
        let types = "struct lamp { long level; };\ntypedef struct lamp lamp_t;"
        for release in Release.allCases {
            // makesyscalls.sh does not understand the star of a result.
            if release == .twelve, declaration.hasPrefix("void *") { continue }
            let bench = try Workbench(declaration, declaring: types, on: release)
            try bench.compile()
            let plan = bench.plan
            let lines = ([plan.kernPrototype, plan.kernelSource(), plan.wrapper ?? ""] + plan.layoutDefinitions)
                .flatMap { $0.split(separator: "\n") }
            #expect(lines.filter { width($0) > 80 } == [], "style(9) wants 80 columns")
            #expect(lines.filter { $0.hasSuffix(" ") || $0.hasPrefix("     ") } == [])
        }
    }

    private func width(_ line: Substring) -> Int {
        line.utf8.reduce(0) { $1 == 0x09 ? ($0 / 8 + 1) * 8 : $0 + 1 }
    }
}
