import Edits
import Foundation
import TestSupport
import Testing

@testable import TrapModules

@Suite("The wiring of a manifest")
struct WiringTests {
    private static let manifests = [Manifests.example, Manifests.complete]
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    @Test("is what it was", arguments: manifests)
    func snapshot(path: String) throws {
        let manifest = try Manifests.read(path)
        var differences: [String] = []
        for (file, text) in Wiring(manifest).files {
            differences += try Snapshot.differences(
                text, from: "Tests/TrapModulesTests/Snapshots/\(manifest.module)/\(file.name)")
        }
        #expect(differences == [])
    }

    @Test("has the lines of style(9): no longer than 80 columns, no blank at the end, tabs", arguments: manifests)
    func style(path: String) throws {
        for (file, text) in Wiring(try Manifests.read(path)).files {
            for line in String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
                #expect(CText.columns(String(line)) <= 80, "\(file): \(line)")
                #expect(line.last != " " && line.last != "\t", "\(file): \(line)")
                #expect(!line.contains("        "), "\(file): \(line)")
            }
        }
    }

    @Test("defines each thing once, whatever shares a handler or a structure")
    func shared() throws {
        let files = Wiring(try Manifests.read(Manifests.complete)).files
        let header = String(decoding: try #require(files.first).text, as: UTF8.self)
        #expect(header.matches(of: /struct wick_arguments {/).count == 1)
        #expect(header.matches(of: /int\tlamp_wick\(/).count == 1)
    }

    @Test(
        "compiles without a warning for FreeBSD",
        .enabled(if: Clang.isInstalled, "\(Clang.absence)"),
        arguments: manifests, ["x86_64", "i386", "aarch64"]
    )
    func compiles(path: String, architecture: String) throws {
        let manifest = try Manifests.read(path)
        guard architecture != "aarch64" || manifest.architectures.contains(.arm64) else { return }
        try write(manifest)
        let target = ["-target", "\(architecture)-unknown-freebsd15.0", "-fsyntax-only", "-I\(directory.path)"]
        // As a module and built in, with and without 32-bit programs.
        for definitions in [["-DKLD_MODULE"], [], ["-DKLD_MODULE", "-DCOMPAT_FREEBSD32"], ["-DCOMPAT_FREEBSD32"]] {
            try compile(target + Clang.flags(kernel: true) + definitions, "\(manifest.module).c")
        }
        try compile(target + Clang.flags(kernel: false), "\(manifest.module)_user.c")
        try directory.write("cxx.cc", "#include \"\(manifest.module).h\"\n")
        let plusPlus = Clang.flags(kernel: false).map { $0 == "-std=gnu17" ? "-std=c++17" : $0 }
        try compile(target + plusPlus + ["-Wno-deprecated"], "cxx.cc")
    }

    @Test(
        "does not compile for an architecture that it is not made for",
        .enabled(if: Clang.isInstalled, "\(Clang.absence)")
    )
    func otherArchitecture() throws {
        let manifest = try Manifests.read(Manifests.complete)
        try write(manifest)
        for (kernel, file) in [(true, "lamp.c"), (false, "lamp_user.c")] {
            let run = try Tool.run(
                "clang",
                ["-target", "aarch64-unknown-freebsd15.0", "-fsyntax-only", "-I\(directory.path)"]
                    + Clang.flags(kernel: kernel) + [directory.path(file)])
            #expect(run.status != 0)
            #expect(run.errors.contains("lamp is not made for"))
        }
    }

    @Test(
        "does not compile when a side has other arguments than the header says",
        .enabled(if: Clang.isInstalled, "\(Clang.absence)"),
        arguments: [
            ("mach_traps.h", "WORDS64_mach_port_deallocate\t2", "WORDS64_mach_port_deallocate\t3"),
            ("mach_traps.h", "\tMACH_TRAPS_ARGUMENT(uint32_t, poly);\n", ""),
            (
                "mach_traps_user.c", "MACH_TRAPS_ASSERT(mach_wait_quiet, MACH_TRAPS_QUAD(timeout))",
                "MACH_TRAPS_ASSERT(mach_wait_quiet)"
            ),
            ("mach_traps.h", "sizeof(uint64_t) == 8", "sizeof(uint64_t) == 4"),
        ]
    )
    func assertions(file: String, text: String, other: String) throws {
        try write(try Manifests.read(Manifests.example))
        let old = try String(contentsOf: URL(filePath: directory.path(file)), encoding: .utf8)
        #expect(old.contains(text))
        try directory.write(file, old.replacing(text, with: other))
        let runs = try [("mach_traps.c", true), ("mach_traps_user.c", false)].map { file, kernel in
            try Tool.run(
                "clang",
                ["-fsyntax-only", "-I\(directory.path)"] + Clang.flags(kernel: kernel) + [directory.path(file)])
        }
        #expect(runs.contains { $0.status != 0 && $0.errors.contains("static assertion failed") })
    }

    @Test(
        "does not compile against a 32-bit table that was not generated with the native one",
        .enabled(if: Clang.isInstalled, "\(Clang.absence)")
    )
    func narrowTable() throws {
        try write(try Manifests.read(Manifests.example))
        let flags =
            Clang.flags(kernel: true) + [
                "-target", "x86_64-unknown-freebsd15.0", "-fsyntax-only", "-DCOMPAT_FREEBSD32", "-DSTAND_IN_ROWS=651",
                "-DSTAND_IN_ROWS32=603", directory.path("mach_traps.c"),
            ]
        let run = try Tool.run("clang", flags)
        #expect(run.errors.contains("the 32-bit table was not generated anew"))
    }

    private func compile(_ arguments: [String], _ file: String) throws {
        let run = try Tool.run("clang", arguments + [directory.path(file)])
        #expect(run.status == 0, "\(run.errors)")
    }

    /// Writes the files, and headers that the manifest names.
    private func write(_ manifest: TrapManifest) throws {
        for (file, text) in Wiring(manifest).files { try directory.write(file.string, text) }
        try HostProgram.writeHeaders(into: directory)
    }
}
