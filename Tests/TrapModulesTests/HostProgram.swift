import Edits
import Foundation
import TestSupport
import Testing
import TrapModules

/// Both sides of a manifest's wiring and a kernel that stands in, as one program.
///
/// The handlers answer with a sum of their arguments, so that a call whose arguments do not all arrive where they belong
/// is seen.
struct HostProgram {
    private let directory: TemporaryDirectory
    private let manifest: TrapManifest

    /// Builds the program.
    ///
    /// - Parameters:
    ///   - manifest: the manifest.
    ///   - handlers: C sources with the handlers; by default they are made for the manifest.
    init(_ manifest: TrapManifest, handlers: [String]? = nil) throws {
        directory = try TemporaryDirectory()
        self.manifest = manifest
        try Self.writeHeaders(into: directory)
        for (file, text) in Wiring(manifest).files { try directory.write(file.string, text) }
        try directory.write("handlers.c", handlerSource)
        try directory.write("calls.c", callSource)
        let kernel =
            [Clang.host + "/stand_in.c", path("\(manifest.module).c")]
            + (handlers?.map { PackageFiles.root + "/" + $0 } ?? [path("handlers.c")])
        for (index, source) in kernel.enumerated() {
            try compile(source, "kernel\(index).o", Clang.flags(kernel: true) + ["-DKLD_MODULE", "-DCOMPAT_FREEBSD32"])
        }
        for source in ["\(manifest.module)_user.c", "calls.c"] {
            try compile(path(source), source + ".o", Clang.flags(kernel: false))
        }
        for source in ["entry.c", "driver.c"] {
            try compile(Clang.host + "/" + source, source + ".o", Clang.warnings + ["-pthread"])
        }
        let objects =
            kernel.indices.map { path("kernel\($0).o") }
            + ["\(manifest.module)_user.c", "calls.c", "entry.c", "driver.c"].map { path($0 + ".o") }
        let link = try Tool.run("clang", ["-pthread", "-o", path("program")] + objects)
        try #require(link.status == 0, "\(link.errors)")
    }

    private func path(_ name: String) -> String { directory.path(name) }

    private func compile(_ source: String, _ object: String, _ flags: [String]) throws {
        let run = try Tool.run(
            "clang", flags + ["-O1", "-I\(Clang.host)", "-I\(directory.path)", "-c", source, "-o", path(object)])
        try #require(run.status == 0, "\(run.errors)")
    }

    /// Runs the program with `script`, a line for each command, and gives the lines that it prints.
    func run(_ script: String...) throws -> [String] {
        let run = try Tool.run(path("program"), [], input: script.joined(separator: "\n") + "\n")
        try #require(run.status == 0, "\(run.output)\(run.errors)")
        return run.output.split(separator: "\n").map(String.init)
    }

    /// A table with `slots` slots behind 8 calls and a call behind them.
    static func table(slots: Int) -> String {
        "m" + String(repeating: "c", count: 7) + String(repeating: "s", count: slots) + "cn"
    }

    /// Headers that `complete.yml` names.
    static func writeHeaders(into directory: TemporaryDirectory) throws {
        try directory.write(
            "lamp_types.h",
            """
            #ifndef LAMP_TYPES_H
            #define LAMP_TYPES_H
            #include <sys/types.h>
            typedef uint32_t lamp_id_t;
            typedef uint64_t lamp_flux_t;
            typedef unsigned long lamp_handle_t;
            struct wick;
            #endif

            """)
        try directory.write("sys/lamp.h", "\n")
        try directory.write("lamp_user.h", "\n")
    }

    // MARK: Values

    /// What argument `index` of a call is, as C writes it, and as the words of a 32-bit program.
    private func value(_ argument: Trap.Argument, _ index: Int) -> (text: String, words: [UInt32]) {
        let step = UInt32(index + 1)
        switch argument.type.passing {
        case .int:
            let value = argument.type.text.contains("bool") ? 1 : 3 * step
            return ("\(value)", [value])
        case .quad: return ("(\(step)ULL << 32 | \(7 * step))", [7 * step, step])
        case .long: return ("-\(step)", [0 &- step])
        case .ulong: return ("\(1000 + step)UL", [1000 + step])
        case .pointer: return ("(void *)\(65536 + step)UL", [65536 + step])
        }
    }

    /// The sum of the words, each of the first as often as its place says.
    private func sum(_ trap: Trap) -> UInt32 {
        var sum: UInt32 = 0
        for (index, argument) in trap.arguments.enumerated() {
            let words = value(argument, index).words
            sum &+= UInt32(index + 1) &* words[0]
            if words.count > 1 { sum &+= words[1] }
        }
        return sum & 0x7FFF_FFFF
    }

    /// The results of handlers that stand in for Mach's have sums of their own where there are no arguments.
    private static let fixed: [String: UInt32] = [
        "sys_mach_reply_port": 26, "sys_thread_self_trap": 27, "sys_task_self_trap": 28, "sys_host_self_trap": 29,
    ]

    private func answer(_ trap: Trap) -> UInt32 { Self.fixed[trap.handler] ?? sum(trap) }

    private func isWide(_ trap: Trap) -> Bool { trap.result.map { $0.passing != .int } ?? false }

    // MARK: Sources

    private var handlerSource: String {
        var text = """
            #include <sys/param.h>
            #include <sys/proc.h>
            #include <sys/sysctl.h>
            #include "stand_in.h"
            #include "\(manifest.module).h"

            """
        for index in 0..<manifest.sysctl.existing {
            let name = manifest.sysctl.components[index]
            let parent = manifest.sysctl.components[..<index].map { "_" + $0 }.joined()
            text +=
                index == 0
                ? "SYSCTL_ROOT_NODE(OID_AUTO, \(name), CTLFLAG_RD, NULL, \"\");\n"
                : "SYSCTL_NODE(\(parent), OID_AUTO, \(name), CTLFLAG_RD, NULL, \"\");\n"
        }
        for function in Set(manifest.traps.flatMap { $0.guarding?.functions ?? [] }).sorted() {
            text += "int \(function)(struct thread *td) { return (td->td_proc != NULL); }\n"
        }
        var seen: Set<String> = []
        for trap in manifest.traps {
            var handlers = [trap.handler]
            if case .handler(let handler) = trap.narrow { handlers.append(handler) }
            for handler in handlers where seen.insert(handler).inserted { text += self.handler(handler, trap) }
        }
        return text
    }

    private func handler(_ name: String, _ trap: Trap) -> String {
        let isWide = manifest.traps.contains { $0.handler == trap.handler && self.isWide($0) }
        let terms = trap.arguments.enumerated().map { index, argument in
            let field = "uap->\(argument.name)"
            return switch argument.type.passing {
            case .pointer: "\(index + 1) * (uint32_t)(uintptr_t)\(field)"
            case .quad: "\(index + 1) * (uint32_t)\(field) + (uint32_t)((uint64_t)\(field) >> 32)"
            case .int, .long, .ulong: "\(index + 1) * (uint32_t)\(field)"
            }
        }
        return """
            int \(name)(struct thread *td, struct \(trap.structure) *uap)
            {
            	uint32_t sum = (\((["0"] + terms).joined(separator: " + "))) & 0x7fffffff;

            	(void)uap;
            	stand_in_note(sum);
            	td->td_retval[0] = \(isWide ? "(register_t)((uint64_t)sum << 32 | sum)" : "sum");
            	return (0);
            }

            """
    }

    private var callSource: String {
        var text = """
            #include <stdint.h>
            #include "\(manifest.module).h"
            #include "driver.h"
            #include "stand_in.h"

            void driver_forget(void) { \(manifest.module)_forget(); }

            """
        var rows = ""
        for trap in manifest.traps {
            let values = trap.arguments.enumerated().map { value($1, $0) }
            let words = values.flatMap(\.words).map { "\($0)u" } + ["0"]
            if trap.isNarrow {
                text += "static const unsigned int words_\(trap.name)[] = { \(words.joined(separator: ", ")) };\n"
            }
            var absent = "0"
            if let user = trap.user {
                let call = "\(user)(\(values.map(\.text).joined(separator: ", ")))"
                let missing = trap.absent ?? "-1"
                switch trap.result {
                case nil:
                    text +=
                        "static long make_\(trap.name)(void) { stand_in_note(-77); \(call); return (stand_in_noted()); }\n"
                    absent = "-77"
                case let type?:
                    let cast = type.passing == .pointer ? "(long)(intptr_t)" : "(long)"
                    text += "static long make_\(trap.name)(void) { return (\(cast)\(call)); }\n"
                    absent = "\(cast)(\(type.text))\(type.passing == .pointer ? "(intptr_t)" : "")(\(missing))"
                }
            }
            let sum = answer(trap)
            let wide = UInt64(sum) << 32 | UInt64(sum)
            rows += """
                	{ "\(trap.name)", "\(manifest.sysctl.name).\(trap.name)", \(trap.user == nil ? "0" : "make_\(trap.name)"),
                	    \(isWide(trap) ? wide : UInt64(sum))L, \(absent), \(trap.result?.passing == .quad ? wide : UInt64(sum))L,
                	    \(trap.isNarrow ? "words_\(trap.name)" : "0") },

                """
        }
        return text
            + "const struct driver_call driver_calls[] = {\n\(rows)};\nconst int driver_count = \(manifest.traps.count);\n"
    }
}
