import Foundation
import TestSupport
import Testing

@Suite("sysent slots") struct SlotsTests {
    let directory: TemporaryDirectory
    let sysent: Program

    init() throws {
        directory = try TemporaryDirectory()
        sysent = Program(directory: directory.path)
        try directory.write("two.yml", Self.manifest("two", traps: 2, "freebsd32: true"))
        try directory.write("many.yml", Self.manifest("many", traps: 5))
    }

    private static func manifest(_ name: String, traps: Int, _ defaults: String = "") -> String {
        "module: \(name)\ndefaults: { \(defaults) }\ntraps:\n"
            + (0..<traps).map { "  - { name: \(name)\($0) }\n" }.joined()
    }

    private func document(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("plan predicts the numbers of modules in load order")
    func plan() throws {
        let run = try sysent("slots", "plan", "two.yml", "--sample")
        #expect(run.status == 0)
        #expect(
            run.output == """
                two (two.yml): loads
                  two0  18
                  two1  19
                native: 2 wanted, 4 free, 2 left
                freebsd32: 2 wanted, 4 free, 2 left

                """)
        #expect(run.errors == "")
    }

    @Test("plan says how many slots are missing and which widen would do, and exits with 1")
    func shortage() throws {
        let run = try sysent("slots", "plan", "two.yml", "many.yml", "--sample")
        #expect(run.status == 1)
        #expect(
            run.output.contains(
                "many (many.yml): does not load: ENOEXEC\n  many0  20\n  many1  21\n  many2  none: ENFILE\n  many3  none: not reached\n"
            ))
        #expect(
            run.errors == """
                many.yml:6:13: error: 7 calls want a slot of the native table, and 4 slots are free: 3 short [slot-shortage]
                sysent: note: 'sysent widen --slots 3' would do

                """)
        try directory.writeSample(below: "src/")
        #expect(try sysent("widen", "--slots", "3", "--in-place", "--tree", "src").status == 0)
        #expect(try sysent("slots", "plan", "two.yml", "many.yml", "--tree", "src").status == 0)
    }

    @Test("plan tells a tree that was widened before to take that band back first")
    func widenedBefore() throws {
        try directory.writeSample(below: "src/")
        #expect(try sysent("widen", "--slots", "1", "--in-place", "--tree", "src").status == 0)
        let run = try sysent("slots", "plan", "two.yml", "many.yml", "--tree", "src")
        #expect(run.errors.contains("'sysent narrow', then 'sysent widen --slots 3' would do"))
        #expect(try sysent("narrow", "--in-place", "--tree", "src").status == 0)
        #expect(try sysent("widen", "--slots", "3", "--in-place", "--tree", "src").status == 0)
        #expect(try sysent("slots", "plan", "two.yml", "many.yml", "--tree", "src").status == 0)
    }

    @Test("plan --table freebsd32 shows what 32-bit programs get")
    func narrow() throws {
        let run = try sysent("slots", "plan", "many.yml", "two.yml", "--table", "freebsd32", "--sample")
        #expect(run.status == 1)
        #expect(run.output.contains("  many0  none: not for 32-bit programs\n"))
        #expect(run.output.contains("two (two.yml): loads\n  two0   18\n  two1   19\n"))
    }

    @Test("plan gives a document with everything in it")
    func planDocument() throws {
        let run = try sysent("slots", "plan", "two.yml", "many.yml", "--sample", "--format", "json")
        #expect(run.status == 1)
        let document = try document(run.output)
        #expect(document["shortfall"] as? Int == 3)
        #expect(document["widenSlots"] as? Int == 3)
        let modules = try #require(document["modules"] as? [[String: Any]])
        #expect(modules.map { $0["isLoaded"] as? Bool } == [true, false])
        let findings = try #require(document["findings"] as? [[String: Any]])
        #expect(findings.map { $0["rule"] as? String } == ["slot-shortage"])
    }

    @Test("plan refuses a manifest that is wrong, with 2, and one that is not there")
    func wrong() throws {
        try directory.write("wrong.yml", "module: m\ntraps:\n  - { name: t, audti: AUE_NULL }\n")
        let run = try sysent("slots", "plan", "wrong.yml", "--sample")
        #expect(run.status == 2)
        #expect(
            run.errors.hasPrefix(
                "wrong.yml:3:16: error: trap: unknown key 'audti' [unknown-key]\nsysent: note: the keys are "))
        let missing = try sysent("slots", "plan", "sub/no.yml", "--sample")
        #expect(missing.status == 2)
        #expect(
            missing.errors
                == "sub/no.yml:1:1: error: cannot read sub/no.yml: No such file or directory [missing-file]\n")
    }

    @Test("simulate prints what happens, by the rules of the tree's kernel")
    func simulate() throws {
        try directory.write(
            "sub/s.yml",
            """
            modules:
              - manifest: ../two.yml
            steps:
              - load: two
              - call: two0
                stay: one
              - unload: two
              - leave: one
              - call: 18

            """)
        try directory.writeSample(below: "src/")
        for (source, signal) in [("int lkmnosys;\n", "none"), ("struct sysent nosys_sysent;\n", "SIGSYS")] {
            try directory.write("src/sys/kern/kern_syscalls.c", source)
            let run = try sysent("slots", "simulate", "sub/s.yml", "--tree", "src")
            #expect(run.status == 0)
            #expect(
                run.output == """
                    4    load two: loaded; numbers 18 19, numbers-freebsd32 18 19
                    5    call two0, one stays inside: enters; number 18, handler two0, words 0
                    7    unload two: waits
                    8    one leaves: left; number 18
                         two is unloaded
                    9    call 18: ENOSYS; number 18, signal \(signal)

                    """)
            #expect(run.errors == "sysent: note: the rules of calls are those of src/sys/kern/kern_syscalls.c\n")
        }
    }

    @Test("simulate exits with 1 when a step has another outcome than it expects")
    func unexpected() throws {
        try directory.write("s.yml", "steps:\n  - call: 18\n    expect: { result: enters }\n")
        let run = try sysent("slots", "simulate", "s.yml", "--sample")
        #expect(run.status == 1)
        #expect(
            run.errors.contains("s.yml:3:23: error: call 18: result is ENOSYS, expected enters [unexpected-outcome]\n"))
        let document = try document(try sysent("slots", "simulate", "s.yml", "--sample", "--format", "json").output)
        #expect((document["findings"] as? [[String: Any]])?.count == 1)
        #expect((document["steps"] as? [[String: Any]])?.first?["action"] as? String == "call 18")
    }
}
