import Findings
import TestSupport
import Testing
import TrapModules

@Suite("A call that is many in one") struct MultiplexorTests {
    /// The sources before the multiplexor was removed.
    static let before: [String: String] = [
        "lamp_mux.h": "#define LAMP_OP_DIM 1\n#define LAMP_OP_GLOW 2\n",
        "args.h": "struct lamp_mux_args { int op; long a1; long a2; };\nstruct light_args { int lamp; };\n",
        "lamp.c": Sources.module([("light", 1), ("lamp_mux", 3)]) + """
            static int mux_dim(struct thread *td, int lamp, int by) { return (dim(lamp, by)); }
            int sys_lamp_mux(struct thread *td, struct lamp_mux_args *uap)
            {
            	switch (uap->op) {
            	case 1:		/* LAMP_OP_DIM */
            		return (mux_dim(td, (int)uap->a1, (int)uap->a2));
            	case LAMP_OP_GLOW:
            		td->td_retval[0] = lamp_set_glow(td, (int)uap->a1);
            		return (0);
            	default:
            		return (EINVAL);
            	}
            }

            """,
        "liblamp.c": "#include <lamp_mux.h>\n"
            + Sources.library(
                Sources.function("lamp_light", looksUp: "light", ", 1")
                    + Sources.function("lamp_dim", looksUp: "lamp_mux", ", LAMP_OP_DIM, (uint64_t)1, (uint64_t)2")
                    + Sources.function("lamp_set_glow", looksUp: "lamp_mux", ", LAMP_OP_GLOW, (uint64_t)1, (uint64_t)0")
            ),
    ]

    /// And after: each operation is a call.
    static let after: [String: String] = [
        "args.h": "struct light_args { int lamp; };\n",
        "lamp.c": Sources.module([("light", 1), ("dim", 2), ("glow", 1)]),
        "liblamp.c": Sources.library(
            Sources.function("lamp_light", looksUp: "light", ", 1")
                + Sources.function("lamp_dim", looksUp: "dim", ", 1, 2")
                + Sources.function("lamp_set_glow", looksUp: "glow", ", 1")),
    ]

    @Test("shows what hides behind each number, and who asks for it")
    func operations() throws {
        let audit = Sources.audit(Self.before)
        let multiplexor = try #require(audit.multiplexors.first)
        #expect(multiplexor.name == "lamp_mux")
        #expect(multiplexor.selector == "op")
        #expect(multiplexor.operations.map(\.number) == [1, 2])
        #expect(multiplexor.operations.map(\.constant) == ["LAMP_OP_DIM", "LAMP_OP_GLOW"])
        #expect(multiplexor.operations.map(\.function) == ["mux_dim", "lamp_set_glow"])
        #expect(multiplexor.operations.map { $0.arguments.map(\.field) } == [["a1", "a2"], ["a1"]])
        #expect(multiplexor.operations.map(\.users) == [["lamp_dim"], ["lamp_set_glow"]])
        #expect(audit.findings.rules == ["multiplexor-found"])
    }

    @Test("may go through a table of functions")
    func table() throws {
        let audit = Sources.audit(
            Sources.module([("lampsys", 3)]) + """
                static int one(struct thread *td, void *uap) { return (1); }
                static int two(struct thread *td, void *uap) { return (2); }
                static sy_call_t *calls[] = { (sy_call_t *)one, (sy_call_t *)two };
                int sys_lampsys(struct thread *td, struct lampsys_args *uap)
                {
                	if (uap->which >= nitems(calls))
                		return (EINVAL);
                	return ((*calls[uap->which])(td, &uap->a2));
                }
                """)
        #expect(audit.multiplexors.first?.operations.map(\.function) == ["one", "two"])
    }

    @Test("may read its operation first, under another name")
    func renamed() {
        let audit = Sources.audit(
            "struct many_args { int op; int lamp; };\n" + Sources.module([("many", 2)]) + """
                int sys_many(struct thread *td, void *arguments)
                {
                	struct many_args *uap = (struct many_args *)arguments;
                	int op = (int)uap->op;
                	switch (op) {
                	case 1: return (one(td, arguments));
                	case 2: return (two(td, arguments));
                	}
                	return (EINVAL);
                }
                """)
        // What the operations take cannot be told, so that it may be one thing in two forms.
        #expect(audit.multiplexors.isEmpty)
        let told = Sources.audit(
            "struct many_args { int op; int lamp; };\n" + Sources.module([("many", 2)]) + """
                int sys_many(struct thread *td, struct many_args *arguments)
                {
                	struct many_args *uap = arguments;
                	int op = uap->op;
                	switch (op) {
                	case 1: return (one(td, arguments->lamp));
                	case 2: return (two(td, arguments->lamp));
                	}
                	return (EINVAL);
                }
                """)
        #expect(told.multiplexors.first?.operations.map(\.function) == ["one", "two"])
    }

    @Test("is none where a command has many forms of one thing")
    func command() {
        let audit = Sources.audit(
            "struct ctl_args { int cmd; void *buf; };\n" + Sources.module([("ctl", 2)]) + """
                int sys_ctl(struct thread *td, struct ctl_args *uap)
                {
                	switch (uap->cmd) {
                	case 1: copyin(uap->buf, &a, sizeof(a)); break;
                	case 2: copyin(uap->buf, &b, sizeof(b)); break;
                	case 3: copyin(uap->buf, &c, sizeof(c)); break;
                	}
                	return (0);
                }
                """)
        #expect(audit.multiplexors.isEmpty)
    }

    @Test("is gone when each operation has a slot and no word of it is left")
    func accepted() {
        let acceptance = Acceptance(
            Sources.audit(Self.after), before: Sources.audit(Self.before), expected: ["dim"],
            texts: Sources.files(Self.after))
        #expect(acceptance.findings.lines == [])
        #expect(acceptance.operations.map(\.call) == ["dim", "glow"])
        #expect(acceptance.operations.map(\.wordsBefore) == [2, 1])
        #expect(acceptance.operations.map(\.wordsAfter) == [2, 1])
        #expect(acceptance.words.contains("lamp_mux_args"))
    }

    @Test("is not gone while an operation has no slot, a header is left, or a document speaks of it")
    func refused() {
        var files = Self.after
        files["lamp.c"] = Sources.module([("light", 1), ("dim", 2)])
        files["lamp_mux.h"] = Self.before["lamp_mux.h"]
        files["README.md"] = "Numbers 210 to 219; lamp_mux hides the rest.\n"
        files["Makefile"] = "# lamp_mux_args\nINCS= lamp_mux.h\n"
        let acceptance = Acceptance(
            Sources.audit(files), before: Sources.audit(Self.before), expected: ["flash"], texts: Sources.files(files))
        let lines = acceptance.findings.map {
            "\($0.location?.path ?? "-"): \($0.severity): \($0.subject ?? "") [\($0.rule)]"
        }
        #expect(
            lines == [
                "-: error: flash [operation-without-slot]", "Makefile: note: lamp_mux_args [multiplexor-remains]",
                "Makefile: warning: lamp_mux [multiplexor-remains]",
                "README.md: note: lamp_mux [multiplexor-remains]",
                "lamp.c: error: LAMP_OP_GLOW [operation-without-slot]",
                "lamp_mux.h: warning: LAMP_OP_DIM [multiplexor-remains]",
                "lamp_mux.h: warning: LAMP_OP_GLOW [multiplexor-remains]",
            ])
    }

    @Test("is not gone while it is registered, and names give it away without the sources of before")
    func unaccepted() {
        let acceptance = Acceptance(
            Sources.audit(Self.before), before: nil, expected: [], texts: Sources.files(Self.before))
        #expect(acceptance.findings.contains { $0.rule == "multiplexor-remains" && $0.severity == .error })
        let names = ["x.c": "int mach_trap_mux;\n/* trap_mux */ int muxer, op;\n"]
        let guessed = Acceptance(Sources.audit(Self.after), before: nil, expected: [], texts: Sources.files(names))
        #expect(
            guessed.findings.map { "\($0.severity) \($0.subject ?? "")" } == ["warning mach_trap_mux", "note trap_mux"])
    }

    @Test("becomes a manifest with a call for each operation")
    func split() throws {
        let text = try AuditManifest(Sources.audit(Self.before), module: "lamp", splitsMultiplexors: true).text
        let manifest = try TrapManifest.read(Array(text.utf8), path: "lamp.yml")
        #expect(manifest.traps.map(\.name) == ["light", "lamp_dim", "lamp_set_glow"])
        #expect(manifest.traps.map { $0.words(wide: true) } == [1, 2, 1])
        #expect(manifest.traps[1].arguments.map(\.name) == ["lamp", "by"])
        #expect(manifest.traps.allSatisfy { $0.absent == "ENOSYS" })
        #expect(manifest.sysctl.name == "hw.lamp")
    }
}
