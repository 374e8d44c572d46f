import Findings
import Testing
import TrapModules

@Suite("A manifest")
struct ManifestTests {
    @Test("needs a module and traps; the rest has defaults")
    func minimal() throws {
        let manifest = try TrapManifest.read(Array(Manifests.trap().utf8), path: "m.yml")
        let trap = try #require(manifest.traps.first)
        #expect(manifest.sysctl.name == "m.syscall")
        #expect(manifest.shortage == .refuse)
        #expect(manifest.architectures == [.amd64, .arm64, .i386])
        #expect(trap.handler == "sys_t")
        #expect(trap.structure == "t_args")
        #expect(trap.user == "t")
        #expect(trap.audit == "AUE_NULL")
        #expect(trap.result?.text == "int")
        #expect(!trap.isCapabilityEnabled && !trap.isNarrow)
        #expect(trap.location == Location(path: "m.yml", line: 3, column: 11))
    }

    @Test("may be all there is")
    func complete() throws {
        let manifest = try Manifests.read(Manifests.complete)
        #expect(manifest.traps.count == 12)
        #expect(manifest.traps.allSatisfy { $0.owner == "lamps@example.org" })
    }

    @Test("of the example has the traps that NextBSD registers, in their order")
    func example() throws {
        let manifest = try Manifests.read(Manifests.example)
        #expect(
            manifest.traps.map(\.name) == [
                "mach_reply_port", "task_self_trap", "thread_self_trap", "host_self_trap", "mach_msg_trap",
                "mach_port_allocate", "mach_port_deallocate", "mach_port_insert_right",
                "mach_port_request_notification", "task_get_special_port", "task_set_special_port",
                "host_set_special_port", "mach_port_move_member", "mach_wait_quiet",
            ])
        #expect(manifest.traps.map { $0.words(wide: true) } == [0, 0, 0, 0, 6, 3, 2, 4, 6, 3, 3, 3, 3, 1])
        #expect(manifest.traps.map { $0.words(wide: false) }.last == 2)
    }

    @Test(
        "that is no YAML is refused where it stops being one",
        arguments: [
            ("", "m.yml: error: the document is empty [malformed-yaml]"),
            ("a: [1\n", "m.yml:1:6: error: did not find expected ',' or ']' [malformed-yaml]"),
            ("a: 1\n b: 2\n", "m.yml:2:3: error: mapping values are not allowed in this context [malformed-yaml]"),
            ("a: 1\na: 2\n", "m.yml:1:1: error: 'a' stands twice in this mapping [malformed-yaml]"),
            ("a: 1\n---\nb: 2\n", "m.yml:2:1: error: but found another document [malformed-yaml]"),
            ("a: *b\n", "m.yml:1:4: error: found undefined alias [malformed-yaml]"),
        ]
    )
    func malformed(text: String, line: String) {
        #expect(Manifests.problems(text) == [line])
    }

    @Test("that is not UTF-8, or nests without end, is refused")
    func hostile() {
        #expect(
            throws: Refusal(
                "malformed-yaml", at: Location(path: "m.yml", line: 2), "not UTF-8")
        ) { try TrapManifest.read(Array("module: m\n".utf8) + [0xFF, 0x0A], path: "m.yml") }
        let nested = Manifests.problems(String(repeating: "[", count: 100_000))
        #expect(nested.count == 1 && nested[0].contains("[malformed-yaml]"))
    }

    @Test(
        "is refused for what it says, at line and column",
        arguments: [
            ("[]", "m.yml:1:1: error: manifest: expected keys and values, found a list [malformed-value]"),
            ("module: m", "m.yml:1:1: error: manifest: 'traps' is missing [missing-key]"),
            ("module: m\ntraps: []", "m.yml:2:8: error: traps: there is none [malformed-value]"),
            (
                "module: m\ntrap: 1\ntraps: [{ name: t }]",
                "m.yml:2:1: error: manifest: unknown key 'trap' [unknown-key]"
            ),
            (
                "module: 5\ntraps: [{ name: t }]",
                "m.yml:1:9: error: module: expected text, found '5' [malformed-value]"
            ),
            (
                "module: m-n\ntraps: [{ name: t }]",
                "m.yml:1:9: error: module: 'm-n' is no name that C takes [malformed-name]"
            ),
            (
                Manifests.trap("handler: int"),
                "m.yml:4:14: error: t: handler: 'int' is no name that C takes [malformed-name]"
            ),
            (Manifests.trap("audit: open"), "m.yml:4:12: error: t: audit: 'open' is no audit event [malformed-value]"),
            (
                Manifests.trap("capability: maybe"),
                "m.yml:4:17: error: t: capability: expected true or false, found 'maybe' [malformed-value]"
            ),
            (
                Manifests.trap("arguments: [{ name: a }]"),
                "m.yml:4:17: error: t: argument: 'type' is missing [missing-key]"
            ),
            (
                Manifests.trap("arguments: [{ name: a, type: struct s }]"),
                "m.yml:4:34: error: t: a: 'struct s' is not passed in words; pass a pointer to it [malformed-type]"
            ),
            (
                Manifests.trap("arguments: [{ name: a, type: port_t }]"),
                "m.yml:4:34: error: t: a: nothing says how 'port_t' is passed [unknown-trap-type]"
            ),
            (
                Manifests.trap("arguments: [{ name: a, type: 'char a[]' }]"),
                "m.yml:4:34: error: t: a: 'char a[]' is no type of C [malformed-type]"
            ),
            (
                Manifests.trap("arguments: [{ name: a, type: int }, { name: a, type: int }]"),
                "m.yml:4:49: error: t: two arguments are called 'a' [duplicate-argument]"
            ),
            (
                Manifests.trap("guard: { needs: [task], value: 1 }"),
                "m.yml:4:22: error: t: 'task' is none of 'guards' [unknown-guard]"
            ),
            (
                Manifests.trap("guard: { needs: [] }"),
                "m.yml:4:12: error: t: guard: expected one of 'value' and 'error' [malformed-value]"
            ),
            (
                Manifests.trap("guard: { needs: [], value: 1, error: EIO }"),
                "m.yml:4:12: error: t: guard: expected one of 'value' and 'error' [malformed-value]"
            ),
            (
                Manifests.trap("guard: { needs: [], error: no_such }"),
                "m.yml:4:32: error: t: guard: 'no_such' is no error number [malformed-value]"
            ),
            (
                Manifests.trap("user: m_number"),
                "m.yml:3:11: error: t: the wiring defines 'm_number' for itself [duplicate-trap-name]"
            ),
            (
                Manifests.trap(head: "architectures: [vax]\n"),
                "m.yml:2:17: error: architectures: 'vax' is none of amd64, arm64, i386 [malformed-value]"
            ),
            (
                Manifests.trap(head: "sysctl: { root: a..b }\n"),
                "m.yml:2:17: error: sysctl: root: 'a..b' is no name of sysctl(8) [malformed-name]"
            ),
            (
                Manifests.trap(head: "sysctl: { root: a.b, existing: b }\n"),
                "m.yml:2:32: error: sysctl: existing: 'b' does not lead to 'a.b' [malformed-name]"
            ),
            (
                Manifests.trap(head: "includes: { user: [../a.h] }\n"),
                "m.yml:2:20: error: includes: user: '../a.h' is no path of a file of C [malformed-value]"
            ),
            (
                Manifests.trap(head: "sources: ['a b.c']\n"),
                "m.yml:2:11: error: sources: 'a b.c' is no path of a file of C [malformed-value]"
            ),
            (
                Manifests.trap(head: "version: 0\n"),
                "m.yml:2:10: error: version: expected a number 1 to 2147483647, found '0' [malformed-value]"
            ),
            (
                Manifests.trap(head: "shortage: none\n"),
                "m.yml:2:11: error: shortage: 'none' is none of refuse, rest [malformed-value]"
            ),
            (
                "module: m\ntraps:\n  - name: t\n  - name: t\n",
                "m.yml:4:11: error: two traps are called 't' [duplicate-trap-name]"
            ),
            (
                "module: m\ntraps:\n  - name: t\n  - { name: u, user: t }\n",
                "m.yml:4:13: error: 'u' and 't' are both called as 't' [duplicate-trap-name]"
            ),
            (
                "module: m\ntraps:\n  - name: t\n  - name: u\n    structure: t_args\n    arguments: [{ name: a, type: int }]\n",
                "m.yml:4:11: error: 'u' and 't' give struct t_args different arguments [conflicting-structure]"
            ),
        ]
    )
    func refused(text: String, line: String) {
        #expect(Manifests.problems(text).contains(line), "\(Manifests.problems(text))")
    }

    @Test("is refused for everything at once, in the order of the file")
    func several() {
        let text = Manifests.trap("audit: 1", "owner: []", "b: 1", head: "version: x\n")
        #expect(Manifests.problems(text).map { $0.prefix(9) } == ["m.yml:2:1", "m.yml:5:1", "m.yml:6:1", "m.yml:7:5"])
    }

    @Test("counts columns in bytes, as everything else does")
    func bytes() {
        #expect(
            Manifests.problems("{ module: m,\n  summary: \"\u{e4}\u{1F4A1}\", b: 1, traps: [{ name: t }] }") == [
                "m.yml:2:22: error: manifest: unknown key 'b' [unknown-key]"
            ])
    }
}

@Suite("Words of arguments")
struct WordTests {
    private func text(
        _ count: Int, _ type: String = "long", architectures: String, user: Bool = true, narrow: Bool = false
    ) -> String {
        let arguments = (0..<count).map { "{ name: a\($0), type: \(type) }" }.joined(separator: ", ")
        return Manifests.trap(
            "arguments: [\(arguments)]", "user: \(user)", "freebsd32: \(narrow)",
            head: "architectures: [\(architectures)]\n")
    }

    @Test("up to 8 get through syscall(2)", arguments: ["amd64", "i386"])
    func stack(architecture: String) {
        #expect(Manifests.problems(text(7, architectures: architecture)) == [])
        #expect(Manifests.problems(text(8, architectures: architecture)) == [])
        #expect(
            Manifests.problems(text(9, architectures: architecture)) == [
                "m.yml:5:16: error: t has 9 words of arguments on \(architecture); a kernel keeps 8 [too-many-words]"
            ])
    }

    @Test("up to 7 do on arm64, and 8 reach a kernel that is called without it")
    func registers() {
        #expect(Manifests.problems(text(7, architectures: "arm64")) == [])
        #expect(
            Manifests.problems(text(8, architectures: "arm64")) == [
                "m.yml:5:16: error: t has 8 words of arguments; syscall(2) on arm64 brings 7 [too-many-words]"
            ])
        #expect(Manifests.problems(text(8, architectures: "arm64", user: false)) == [])
        #expect(Manifests.problems(text(9, architectures: "arm64", user: false)).count == 1)
    }

    @Test("of an argument of 64 bits are two in a 32-bit program")
    func quads() {
        #expect(Manifests.problems(text(4, "uint64_t", architectures: "amd64, i386")) == [])
        #expect(
            Manifests.problems(text(5, "uint64_t", architectures: "amd64, i386")) == [
                "m.yml:5:16: error: t has 10 words of arguments on i386; a kernel keeps 8 [too-many-words]"
            ])
        #expect(Manifests.problems(text(5, "uint64_t", architectures: "amd64")) == [])
        #expect(
            Manifests.problems(text(5, "uint64_t", architectures: "amd64", narrow: true)) == [
                "m.yml:5:16: error: t has 10 words of arguments in 32-bit programs; a kernel keeps 8 [too-many-words]"
            ])
    }
}
