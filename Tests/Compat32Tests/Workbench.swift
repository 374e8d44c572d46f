import TestSupport
import Testing

@testable import Compat32

/// Compiles the functions of a call with the stand-ins for a kernel, and runs them.
final class Workbench {
    let plan: CompatPlan
    private let sandbox: GitSandbox
    private let globals: String
    private let body: String?
    private var wrapper: String { plan.wrapper ?? "" }

    /// A kernel for which the functions are compiled.
    enum Kernel: String, CaseIterable, CustomTestStringConvertible {
        /// The 32-bit programs are those of i386.
        case amd64
        /// Pairs are aligned, and `time_t` has 64 bits.
        case other
        /// The same, and the high word of a pair comes first.
        case bigEndian

        var flags: [String] {
            switch self {
            case .amd64: ["-U__amd64__", "-D__amd64__=1"]
            case .other: ["-U__amd64__"]
            case .bigEndian: ["-U__amd64__", "-DBYTE_ORDER=BIG_ENDIAN"]
            }
        }

        var testDescription: String { rawValue }
    }

    /// Plans `declaration` on a tree of `release`, and writes all that a compiler needs.
    ///
    /// - Parameters:
    ///   - globals: what `kern_lamp` and the test share, besides `td`, the calling thread.
    ///   - body: what `kern_lamp` does; `nil` for what it does by itself.
    init(
        _ declaration: String, declaring types: String = "", limits: [String: String] = [:], globals: String = "",
        body: String? = nil, on release: Release = .fifteen
    ) throws {
        let before = try CallTree(release)
        plan = try CompatPlan.make(
            call(declaration), in: before.tables(), declarations: .parse(Array(types.utf8), path: "types"),
            limits: limits)
        let after = try before.adding(plan)
        self.globals = globals
        self.body = body
        sandbox = try GitSandbox()
        let native = after["sys/sys/sysproto.h"] ?? ""
        let narrow = after["sys/compat/freebsd32/freebsd32_proto.h"] ?? ""
        let kernel = "#include \"kernel.h\"\n"
        let announced = plan.kernStructures.map { "struct \($0);\n" }.joined()
        var headers = [
            "sys/sysproto.h": native,
            "sys/syscallsubr.h": announced + plan.kernPrototype,
            "sys/types.h": kernel + "#include \"call_types.h\"\n",
            "compat/freebsd32/freebsd32_proto.h": narrow,
            "compat/freebsd32/freebsd32.h": (after["sys/compat/freebsd32/freebsd32.h"] ?? "")
                + plan.layoutDefinitions.joined(separator: "\n"),
            "compat/freebsd32/freebsd32_misc.h": after["sys/compat/freebsd32/freebsd32_misc.h"] ?? "",
            "call_types.h": "#ifndef CALL_TYPES_H\n#define\tCALL_TYPES_H\n\(types)\n#endif\n",
        ]
        let included = (native + narrow).matches(of: /#include <([^>]+)>/).map { String($0.1) }
        for header in included + plan.kernelHeaders + plan.wrapperHeaders where headers[header] == nil {
            headers[header] = kernel
        }
        for (path, text) in headers { try sandbox.write("include/" + path, text) }
        for name in PackageFiles.names(in: "Tests/Compat32Tests/Stubs") {
            try sandbox.write("stubs/" + name, PackageFiles.read("Tests/Compat32Tests/Stubs/" + name))
        }
    }

    private func unit(_ headers: [String], _ functions: [String], _ rest: String) -> String {
        let includes = (["sys/types.h"] + headers).map { "#include <\($0)>\n" }.joined()
        return includes + "#include \"program.h\"\n\n" + functions.joined(separator: "\n") + "\n" + rest
    }

    private static let flags = [
        "-std=gnu17", "-O1", "-ffreestanding", "-nostdinc", "-I", "include", "-I", "stubs", "-Wall", "-Wextra",
        "-Wmissing-prototypes", "-Wstrict-prototypes", "-Wcast-qual", "-Wno-unused-parameter", "-Werror",
    ]

    /// What `statements`, the inside of a `main`, write: nothing when all their checks hold and all memory is freed.
    func run(_ statements: String, on kernel: Kernel = .amd64) throws -> String {
        let main = "int\nmain(void)\n{\n#line 1 \"test\"\n\(statements)\n\tCHECK(allocations == 0);\n\treturn (0);\n}\n"
        let text = unit(
            plan.kernelHeaders + plan.wrapperHeaders, [globals, plan.kernelSource(body: body), wrapper], main)
        try sandbox.write("unit.c", text)
        try sandbox.run(
            ["clang"] + kernel.flags + Self.flags + ["-o", "unit", "unit.c", "stubs/kernel.c"], in: "")
        return try sandbox.run(["./unit"], in: "")
    }

    /// What the compiler says to the functions when it compiles them for kernels of FreeBSD.
    func compile() throws {
        try sandbox.write("native.c", unit(plan.kernelHeaders, [plan.kernelSource(body: body)], ""))
        try sandbox.write("narrow.c", unit(plan.wrapperHeaders, [wrapper], ""))
        for target in ["x86_64", "aarch64", "powerpc64", "i386"] {
            for file in target == "i386" ? ["native.c"] : ["native.c", "narrow.c"] {
                let command = ["clang", "--target=\(target)-unknown-freebsd15"] + Self.flags + ["-fsyntax-only", file]
                try sandbox.run(command, in: "")
            }
        }
    }

    /// What the test program of the call writes and answers when it makes the native call on the functions.
    ///
    /// - Parameter glue: what takes the arguments off a variable argument list: `fd = va_arg(list, int);` and so on.
    func runTestProgram(_ glue: String, number: Int = 700) throws -> (output: String, status: Int) {
        let name = plan.call.name
        let entry = """
            int *__errno_location(void);
            off_t __syscall(long long, ...);
            off_t
            __syscall(long long number, ...)
            {
            	struct thread td = { 0 };
            	struct \(name)_args arguments;
            	__builtin_va_list list;
            	int error;

            	__builtin_va_start(list, number);
            #define	va_arg __builtin_va_arg
            	arguments = (struct \(name)_args){ \(glue) };
            	__builtin_va_end(list);
            	error = number == \(number) ? \(plan.names.handler)(&td, &arguments) : ENOSYS;
            	CHECK(allocations == 0);
            	*__errno_location() = error;
            	return (error == 0 ? td.td_uretoff.tdu_off : -1);
            }

            """
        try sandbox.write("unit.c", unit(plan.kernelHeaders, [globals, plan.kernelSource(body: body)], entry))
        try sandbox.write("program.c", plan.testProgram(number: number, header: nil))
        try sandbox.write("system.h", "#include <sys/types.h>\noff_t __syscall(quad_t, ...);\n")
        try sandbox.run(["clang"] + Kernel.amd64.flags + Self.flags + ["-c", "unit.c"], in: "")
        let standIns = ["-DWHOLE_PROCESS", "-c", "stubs/kernel.c"]
        try sandbox.run(["clang"] + Kernel.amd64.flags + Self.flags + standIns, in: "")
        let flags = ["-D_GNU_SOURCE", "-Wall", "-Wextra", "-Werror", "-include", "system.h"]
        try sandbox.run(["clang"] + flags + ["-o", "program", "program.c", "unit.o", "kernel.o"], in: "")
        do {
            return (try sandbox.run(["./program"], in: ""), 0)
        } catch let failure as GitSandbox.CommandFailed {
            return (failure.output, 1)
        }
    }
}
