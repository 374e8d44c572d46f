import Foundation
import TestSupport
import Testing

@Suite("sysent traps audit, manifest and table") struct TrapsAuditTests {
    let directory: TemporaryDirectory
    let sysent: Program

    init() throws {
        directory = try TemporaryDirectory()
        sysent = Program(directory: directory.path)
        try directory.write("src/lamp.c", Self.module(["light", "dim"]))
        try directory.write("src/liblamp.c", Self.library(light: ", 1"))
        try directory.writeSample(below: "tree/")
    }

    private static func module(_ names: [String]) -> String {
        var text = "SYSCTL_NODE(_hw, OID_AUTO, lamp, CTLFLAG_RD, 0, \"\");\n"
        for name in names {
            text += """
                static struct sysent \(name)_row = { .sy_narg = 1, .sy_call = (sy_call_t *)sys_\(name) };
                static int \(name)_offset = NO_SYSCALL;
                static struct sysent \(name)_old;
                SYSCTL_INT(_hw_lamp, OID_AUTO, \(name), CTLFLAG_RD, &\(name)_offset, 0, "");

                """
        }
        text += "static int load(void)\n{\n\tint error;\n"
        for name in names { text += "\terror = syscall_register(&\(name)_offset, &\(name)_row, &\(name)_old, 0);\n" }
        return text + "\treturn (error);\n}\n"
    }

    private static func library(light arguments: String) -> String {
        """
        static int resolve(const char *name)
        {
        	char oid[64];
        	int number;
        	size_t length = sizeof(number);
        	snprintf(oid, sizeof(oid), "hw.lamp.%s", name);
        	return (sysctlbyname(oid, &number, &length, NULL, 0) == 0 ? number : -1);
        }
        int lamp_light(int lamp) { int number = resolve("light"); return (syscall(number\(arguments))); }
        int lamp_dim(int lamp) { int number = resolve("dim"); return (syscall(number, lamp)); }

        """
    }

    @Test("shows the calls in their order, and exits with 0 when both sides agree")
    func audit() throws {
        let run = try sysent("traps", "audit", "src")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(
            run.output.contains(
                "1  light  1      first free  hw.lamp.light  sys_light (not here)  -      lamp_light/1\n"))
        #expect(run.errors == "2 files, 2 calls: nothing to say\n")
    }

    @Test("exits with 1 and names rule and place when they do not")
    func differs() throws {
        try directory.write("src/liblamp.c", Self.library(light: ""))
        let run = try sysent("traps", "audit", "src")
        #expect(run.status == 1)
        #expect(
            run.output.contains("src/liblamp.c:9:67: error: light: 'lamp_light' hands over 0 words, and the row has 1"))
        #expect(run.output.contains("[arity-differs]"))
        #expect(
            try sysent("traps", "audit", "src", "--format", "github").output.hasPrefix(
                "::error file=src/liblamp.c,line=9"))
    }

    @Test("holds the calls against the slots of a tree")
    func tree() throws {
        let run = try sysent("traps", "audit", "src", "--tree", "tree", "--format", "json")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let calls = try #require(document["calls"] as? [[String: Any]])
        #expect(document["schemaVersion"] as? Int == 1)
        #expect(calls.compactMap { $0["number"] as? Int } == [18, 19])
        try directory.write("src/lamp.c", Self.module((0..<11).map { "lamp\($0)" }))
        try directory.write("src/liblamp.c", "")
        let short = try sysent("traps", "audit", "src", "--tree", "tree")
        #expect(short.status == 1)
        #expect(
            short.output.contains("11 calls want a slot of the native table, and 4 are free: 7 short [slot-shortage]"))
    }

    @Test("refuses directories in which nothing registers a call, and unknown rules")
    func refusals() throws {
        try directory.write("doc/a.txt", "nothing")
        #expect(try sysent("traps", "audit", "doc").status == 2)
        #expect(try sysent("traps", "audit", "nowhere").status == 2)
        #expect(try sysent("traps", "audit", "src", "--rule", "no-rule").status == 2)
        #expect(try sysent("traps", "audit", "src", "--before", "doc").status == 2)
    }

    @Test("--accept says that there is no multiplexor to compare with")
    func accept() throws {
        let run = try sysent("traps", "audit", "src", "--accept", "--before", "src")
        #expect(run.status == 2)
        #expect(run.errors.contains("[no-multiplexor]"))
        let expected = try sysent("traps", "audit", "src", "--accept", "--expect", "light")
        #expect(expected.status == 0)
        #expect(expected.output.contains("accepted: the multiplexor is gone\n"))
        #expect(try sysent("traps", "audit", "src", "--accept", "--expect", "glow").status == 1)
    }

    @Test("writes a manifest that generate and plan take")
    func manifest() throws {
        let run = try sysent("traps", "manifest", "src", "--module", "lamp")
        #expect(run.status == 0, "\(run.errors)")
        try directory.write("lamp.yml", run.output)
        #expect(try sysent("traps", "generate", "lamp.yml", "--output", "made").status == 0)
        let plan = try sysent("slots", "plan", "lamp.yml", "--tree", "tree")
        #expect(plan.output.contains("  light  18\n"), "\(plan.output)\(plan.errors)")
    }

    @Test("shows traps by a scheme, and checks files that were made by it")
    func table() throws {
        let list = try sysent("traps", "table", "--scheme", "xnu-x86_64", "--trap", "mach_msg_trap")
        #expect(list.output.hasSuffix("31    0x100001f  7      7       mach_msg_trap  -\n"))
        let rows = try sysent("traps", "table", "--scheme", "band-600", "--emit", "rows")
        try directory.write("syscalls.master", rows.output)
        let check = try sysent("traps", "table", "--scheme", "band-600", "--check", "syscalls.master")
        #expect(check.status == 0, "\(check.output)")
        #expect(check.errors == "61 traps, 0 findings\n")
        let other = try sysent("traps", "table", "--scheme", "band-600", "--base", "700", "--check", "syscalls.master")
        #expect(other.status == 1)
        #expect(
            other.output.contains(
                "syscalls.master:3:7: error: _kernelrpc_mach_vm_allocate_trap has number 610; trap 10 is 710 in the scheme band-600 [trap-misnumbered]"
            ))
        #expect(try sysent("traps", "table", "--scheme", "band-600", "--trap", "lamp").status == 2)
        #expect(try sysent("traps", "table", "--scheme", "band-600", "--check", "src/lamp.c").status == 2)
    }

    @Test("reports the numbers of a band that are calls of a tree, and follows its last row")
    func band() throws {
        let run = try sysent(
            "traps", "table", "--scheme", "band-600", "--base", "190", "--tree", "tree", "--emit", "rows", "--trap",
            "mach_reply_port")
        #expect(run.errors.contains("[trap-collision]") == (run.status == 1))
        let slots = try sysent(
            "traps", "table", "--scheme", "by-name", "--tree", "tree", "--emit", "rows", "--trap", "swtch")
        #expect(slots.status == 0)
        #expect(slots.output.contains("\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n"))
    }
}
