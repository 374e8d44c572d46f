import TestSupport
import Testing
import TrapModules

@Suite("Stubs of traps") struct StubTests {
    @Test(
        "are assembled by clang, each with the number of its scheme",
        arguments: [
            (NumberingScheme.xnuX86_64, "x86_64-unknown-freebsd", "0x100001f"),
            (.xnuArm64, "aarch64-unknown-freebsd", "#-31"),
            (.xnuI386, "i386-unknown-freebsd", "$-31"),
        ])
    func assembled(_ scheme: NumberingScheme, _ target: String, _ number: String) throws {
        let text = TrapTable(scheme).stubs
        #expect(text.contains(number))
        guard Clang.isInstalled else { return }
        let directory = try TemporaryDirectory()
        try directory.write("traps.S", text)
        let run = try Tool.run(
            "clang", ["--target=\(target)", "-c", directory.path("traps.S"), "-o", directory.path("traps.o")])
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("in C declare and call what the catalogue says")
    func compiled() throws {
        let band = TrapTable(.band600, traps: [try #require(XNUTrap.named("mach_port_allocate"))]).stubs
        #expect(band.contains("_kernelrpc_mach_port_allocate_trap(uint32_t target, uint32_t right, void *name)\n{\n"))
        #expect(band.contains("return ((int)syscall(616, target, right, name));\n"))
        let named = TrapTable(.byName, traps: [try #require(XNUTrap.named("mach_reply_port"))]).stubs
        #expect(named.contains("mach_trap_number(\"mach.syscall.mach_reply_port\")"))
        #expect(named.contains("return (0);"))
    }

    @Test(
        "in C compile without a warning, and headers do",
        .enabled(if: Clang.isInstalled, Comment(rawValue: Clang.absence)),
        arguments: [NumberingScheme.band600, .byName])
    func clean(_ scheme: NumberingScheme) throws {
        let directory = try TemporaryDirectory()
        try directory.write("traps.c", "#include \"traps.h\"\n" + TrapTable(scheme).stubs)
        try directory.write("traps.h", TrapTable(scheme).header)
        let run = try Tool.run(
            "clang", Clang.flags(kernel: false) + ["-Wno-unused-function", "-fsyntax-only", directory.path("traps.c")])
        #expect(run.status == 0, "\(run.errors)")
    }
}
