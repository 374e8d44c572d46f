import Foundation
import TestSupport
import Testing

/// `.pre-commit-hooks.yaml`, as pre-commit reads it.
@Suite("A hook of pre-commit") struct HookTests {
    /// The values of a key, in the order of the hooks.
    private func values(_ key: String) throws -> [String] {
        try PackageFiles.text(".pre-commit-hooks.yaml").split(separator: "\n").compactMap { line in
            let words = line.drop { $0 == " " || $0 == "-" }.split(separator: " ", maxSplits: 1)
            return words.first == key + ":" ? words.last.map(String.init) : nil
        }
    }

    @Test("runs a verb that there is")
    func entries() throws {
        let directory = try TemporaryDirectory()
        try directory.writeSample()
        let entries = try values("entry")
        #expect(entries == ["sysent generate", "sysent check"])
        for entry in entries {
            let words = entry.split(separator: " ").map(String.init)
            #expect(try Program(directory: directory.path).run(Array(words.dropFirst())).status == 0)
        }
    }

    @Test("runs when a file of the tables changes, and not for any other")
    func files() throws {
        let patterns = try values("files").map { try Regex($0) }
        #expect(patterns.count == 2)
        let directory = try TemporaryDirectory()
        try directory.writeSample()
        let run = try Program(directory: directory.path)("tables", "--format", "json")
        // Masters, configurations and companions, as the tables themselves say.
        let tables = SampleText.files.map(\.0).filter { run.output.contains("\"\($0)\"") }
        #expect(tables.count > 10)
        for path in tables + ["sys/i386/ibcs2/syscalls.isc.conf", "sys/kern/capabilities.conf"] {
            for pattern in patterns { #expect(path.contains(pattern), "\(path)") }
        }
        for path in ["README", "sys/kern/notes.txt", "tools/syscalls.master.orig"] {
            for pattern in patterns { #expect(!path.contains(pattern), "\(path)") }
        }
        let places = [
            "lib/libsys/Symbol.sys.map", "lib/libsys/lamp.2", "lib/libsys/Makefile.sys", "lib/libc/Versions.def",
            "usr.bin/truss/syscalls.c", "include/unistd.h", "Makefile.inc1",
        ]
        for path in places { #expect(path.contains(patterns[1]), "\(path)") }
    }
}
