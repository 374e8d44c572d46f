import Compat32
import TestSupport
import Testing

/// Descriptions for syzkaller. They were tried with its own parser and compiler; here a grammar of the project's own does.
@Suite("Compat32: syzlang") struct SyzlangTests {
    private static let types: Declarations = {
        let kernel = (try? PackageFiles.text("Tests/Compat32Tests/Stubs/kernel.h")) ?? ""
        return .parse(Array((kernel + CallSamples.types).utf8), path: "types")
    }()

    private func description(_ declaration: String) throws -> String {
        try call(declaration).syzlang(header: "sys/lamp.h", Self.types)
    }

    @Test("Every description is one by syzkaller's grammar", arguments: CallSamples.all)
    func grammar(declaration: String) throws {
        let text = try description(declaration)
        #expect(SyzlangGrammar(text).problems == [], "\(text)")
    }

    @Test(
        "Resources, directions and sizes come from types and annotations",
        arguments: zip(
            CallSamples.all,
            [
                "lamp()", "lamp(fd fd, flags int32, mode int16)", "lamp(fd fd, off int64, way intptr)",
                "lamp(fd fd, buf ptr[out, array[int8]], nbyte bytesize[buf])",
                "lamp(buf ptr[inout, array[int8]], len ptr[inout, bytesize[buf, intptr]])",
                "lamp(dirfd fd_dir, path ptr[in, filename], label ptr[in, string], uid uid, gid gid)",
                "lamp(pid pid, ts ptr[in, timespec, opt]) pid",
                "lamp(argv ptr[in, array[ptr[in, string]]], slots ptr[out, array[intptr]], n len[slots])",
                "lamp(iov ptr[in, array[iovec_in]], iovcnt len[iov])",
                "lamp(l ptr[inout, lamp], ls ptr[in, array[lamp], opt], n len[ls])",
                "lamp(parent_ ptr[out, len_struct], u ptr[in, array[int8]])",
                "lamp(u ptr[in, array[int8]], n len[u])",
                "lamp(fdp ptr[out, fd], tv ptr[in, array[timeval, 2]])", "lamp(addr vma, handle vma, arg intptr)",
                "lamp(s fd, t ptr[in, intptr])",
                "lamp(v ptr[inout, array[intptr]], n ptr[inout, len[v, intptr]])", "lamp(status intptr)",
                "lamp(name ptr[in, array[int8]], len bytesize[name], ids ptr[out, array[int32, 4]], all bool8)",
            ])
    )
    func calls(declaration: String, line: String) throws {
        #expect(try description(declaration).split(separator: "\n").contains(Substring(line)))
    }

    @Test("Structures of the call's own are described, and end where a list would lead back to itself")
    func structures() throws {
        let text = try description("int lamp(_In_ _Contains_long_ptr_timet_ const struct lamp *l)")
        #expect(
            text == """
                include <sys/types.h>
                include <sys/syscall.h>
                include <sys/lamp.h>

                lamp(l ptr[in, lamp])

                lamp {
                	fd	fd
                	level	intptr
                	name	ptr[in, string]
                	when	timespec
                	cookie	int64
                	marks	array[intptr, 3]
                	next	ptr[in, array[int8], opt]
                	pipe	iovec_in
                	lit	bool8
                }

                """)
    }

    @Test("The members of a structure stand as syz-fmt puts them: their types begin at one column")
    func columns() throws {
        let types = Declarations.parse(Array("struct spec { int id; long oillevel; };".utf8), path: "types")
        let text = try call("int lamp(_In_ _Contains_long_ const struct spec *s)").syzlang(
            header: "sys/lamp.h", types)
        #expect(text.hasSuffix("spec {\n\tid\t\tint32\n\toillevel\tintptr\n}\n"), "\(text)")
    }

    @Test("The number is said for each machine that syzkaller knows FreeBSD on")
    func constants() throws {
        #expect(try call("int lamp(void)").syzlangConstants(number: 599).contains("\nSYS_lamp = 599\n"))
    }

    @Test(
        "The grammar tells what is wrong",
        arguments: [
            "lamp(fd nothing)", "lamp(a len[b])", "lamp(a array[int8])", "lamp(a ptr[of, int8])", "lamp(a int8) int8",
            "lamp(a ptr[in, genie])", "lamp(a ptr[in, len[b]], b int8)", "lamp", "include sys/types.h",
            "lamp(a int8)\n\ngenie {\n\tx\tint8\n}", "lamp(a int8, a int8)", "lamp(a ptr[in, array[int8, int8]])",
        ]
    )
    func wrong(text: String) {
        #expect(!SyzlangGrammar(text + "\n").problems.isEmpty)
    }
}
