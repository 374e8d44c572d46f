import Findings
import TestSupport
import Testing
import TrapModules

@Suite("An audit reports") struct FindingTests {
    @Test("nothing of a module and a library that fit together")
    func clean() {
        let audit = Sources.audit([
            "lamp.c": Sources.module([("light", 1), ("dim", 2)]),
            "liblamp.c": Sources.library(
                Sources.function("lamp_light", looksUp: "light", ", 1")
                    + Sources.function("lamp_dim", looksUp: "dim", ", 1, 2")),
        ])
        #expect(audit.hasUserSide)
        #expect(audit.calls.map { $0.users.map(\.function) } == [["lamp_light"], ["lamp_dim"]])
        #expect(audit.calls.first?.users.first?.absent == "ENOSYS")
        #expect(audit.findings.lines == [])
    }

    @Test("a program that hands over fewer words, or more, than the row has")
    func arity() {
        let audit = Sources.audit([
            "lamp.c": Sources.module([("light", 1), ("dim", 2)]),
            "liblamp.c": Sources.library(
                Sources.function("lamp_light", looksUp: "light", ", 1, 2")
                    + Sources.function("lamp_dim", looksUp: "dim", ", 1")),
        ])
        #expect(audit.findings.rules == ["arity-differs", "arity-differs"])
        #expect(audit.findings.allSatisfy { $0.severity == .error })
        #expect(audit.findings.map { $0.location?.path } == ["liblamp.c", "liblamp.c"])
        #expect(audit.findings.first?.message.contains("hands over 2 words, and the row has 1") == true)
    }

    @Test("a first word that the kernel does not know, because it moves all others")
    func shifted() {
        let audit = Sources.audit([
            "args.h": "struct dim_args { int lamp; int by; };\n",
            "lamp.c": Sources.module([("dim", 2)])
                + "int sys_dim(struct thread *td, struct dim_args *uap) { return (dim(uap->lamp, uap->by)); }\n",
            "liblamp.c": Sources.library(Sources.function("lamp_dim", looksUp: "dim", ", task, lamp, by")),
        ])
        #expect(
            audit.findings.first?.message.contains(
                "the kernel takes 'task' for 'lamp', and each word behind it for the next") == true)
    }

    @Test("a word that the handler reads and the kernel does not copy, unless something fills it in")
    func uncopied() {
        let structure = "struct dim_args { int lamp; int by; int how; };\n"
        let handler =
            "int sys_dim(struct thread *td, struct dim_args *uap) { return (dim(uap->lamp, uap->by, uap->how)); }\n"
        let bad = Sources.audit(structure + handler + Sources.module([("dim", 2)]))
        #expect(bad.findings.rules == ["arity-differs"])
        #expect(bad.findings.first?.message.contains("'sys_dim' reads 'how' behind them") == true)
        let guarded =
            structure + handler.replacing("sys_dim", with: "real_dim")
                + """
                static int sys_dim(struct thread *td, struct dim_args *uap)
                {
                	if (td->td_lamp == NULL) {
                		td->td_retval[0] = 6;
                		return (0);
                	}
                	uap->how = 0;
                	return (real_dim(td, uap));
                }

                """ + Sources.module([("dim", 2)])
        let good = Sources.audit(guarded)
        #expect(good.findings.lines == [])
        #expect(good.calls.first?.handler?.real == "real_dim")
        #expect(good.calls.first?.handler?.guarding?.tests == ["td_lamp"])
        #expect(good.calls.first?.handler?.guarding?.answer == "6")
    }

    @Test("more words than a kernel keeps, and than syscall(2) brings on arm64")
    func words() {
        #expect(Sources.audit(Sources.module([("light", 9)])).findings.rules == ["too-many-words"])
        let audit = Sources.audit([
            "lamp.c": Sources.module([("light", 8)]),
            "liblamp.c": Sources.library(Sources.function("lamp_light", looksUp: "light", ", 1, 2, 3, 4, 5, 6, 7, 8")),
        ])
        #expect(audit.findings.map(\.severity) == [.warning])
    }

    @Test("an array of helpers that ends before its end, and one that does not end")
    func arrays() {
        let array = { (entries: String, header: String) in
            Sources.audit([
                "numbers.h": header,
                "lamp.c":
                    "static struct syscall_helper_data calls[] = {\n\(entries)};\nint load(void) { return (syscall_helper_register(calls, 0)); }\n",
            ])
        }
        let early = array(
            "SYSCALL_INIT_HELPER(light),\nSYSCALL_INIT_HELPER(dim),\nSYSCALL_INIT_LAST\n",
            "#define SYS_light 400\n#define SYS_dim NO_SYSCALL\n")
        #expect(early.findings.rules == ["helper-array-ends-early"])
        #expect(early.findings.first?.location?.line == 3)
        #expect(early.calls.map(\.name) == ["light"])
        #expect(
            array("SYSCALL_INIT_HELPER(light),\n", "#define SYS_light 400\n").findings.rules == [
                "helper-array-without-end"
            ])
        // Two headers that differ say nothing.
        #expect(array("SYSCALL_INIT_HELPER(light),\nSYSCALL_INIT_LAST\n", "#define SYS_light 400\n").findings.isEmpty)
    }

    @Test("state that two calls share")
    func shared() {
        let text = Sources.module([("light", 1), ("dim", 2)])
        let audit = Sources.audit(
            text.replacing("&dim_offset, &dim_row, &dim_old", with: "&dim_offset, &dim_row, &light_old"))
        #expect(audit.findings.rules == ["registration-shares-variable"])
        #expect(audit.findings.first?.message == "dim: 'light_old' is the saved row of light already")
    }

    @Test("a registration whose answer nobody looks at")
    func unchecked() {
        let text = Sources.module([("light", 1)])
        let audit = Sources.audit(text.replacing("error = kern_syscall_register", with: "kern_syscall_register"))
        #expect(audit.findings.rules == ["registration-unchecked"])
    }

    @Test("an order of taking back that is not the mirror, and what is never taken back")
    func order() {
        let text = Sources.module([("light", 1), ("dim", 2), ("glow", 1)])
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let back = lines.indices.filter { lines[$0].contains("deregister") }
        var swapped = lines
        swapped.swapAt(back[0], back[1])
        let order = Sources.audit(swapped.joined(separator: "\n"))
        #expect(order.findings.rules == ["unregister-order-differs"])
        #expect(
            order.findings.first?.message
                == "'dim_offset' is taken back where the mirror of the registrations has 'glow_offset'")
        var short = lines
        short.remove(at: back[1])
        let set = Sources.audit(short.joined(separator: "\n"))
        #expect(set.findings.rules == ["unregister-set-differs"])
        #expect(set.findings.first?.subject == "dim")
    }

    @Test("a number that nobody can find out")
    func unpublished() {
        let text = Sources.module([("light", 1)]).split(separator: "\n").filter { !$0.hasPrefix("SYSCTL_INT") }.joined(
            separator: "\n")
        #expect(Sources.audit(text).findings.rules == ["number-unpublished"])
    }

    @Test("a name that nothing publishes, and a call that nobody looks up")
    func names() {
        let audit = Sources.audit([
            "lamp.c": Sources.module([("light", 1), ("dim", 2)]),
            "liblamp.c": Sources.library(
                Sources.function("lamp_light", looksUp: "light", ", 1")
                    + Sources.function("lamp_glow", looksUp: "glow", ", 1")),
        ])
        #expect(
            audit.findings.map { "\($0.rule) \($0.subject ?? "")" } == [
                "registered-unused dim", "resolved-not-registered glow",
            ])
        #expect(audit.findings.map(\.severity) == [.note, .warning])
    }

    @Test("stubs that say that all is well, on both sides, and none that do something or refuse")
    func stubs() {
        let audit = Sources.audit([
            "lamp.c": Sources.module([("light", 1), ("dim", 2)])
                + "int sys_light(struct thread *td, struct light_args *uap) { return (0); }\nint sys_dim(struct thread *td, struct dim_args *uap) { return (ENOSYS); }\n",
            "liblamp.c": Sources.library(
                """
                kern_return_t lamp_glow(int lamp, int *state)
                {
                	(void)lamp;
                	if (state != NULL)
                		*state = 0;
                	return (KERN_SUCCESS);
                }
                kern_return_t lamp_off(int lamp) { (void)lamp; return (KERN_FAILURE); }
                kern_return_t lamp_on(int lamp) { power(lamp); return (KERN_SUCCESS); }

                """ + Sources.function("lamp_light", looksUp: "light", ", 1")
                    + Sources.function("lamp_dim", looksUp: "dim", ", 1, 2")),
        ])
        #expect(
            audit.findings.map { "\($0.rule) \($0.subject ?? "")" } == [
                "stub-reports-success light", "stub-reports-success lamp_glow",
            ])
    }

    @Test("no difference where programs have a table of names, or ask modfind(2)")
    func otherWays() {
        let table = Sources.audit([
            "lamp.c": Sources.module([("light", 1), ("dim", 2)]),
            "liblamp.c": Sources.library(
                """
                enum { LIGHT, DIM };
                static struct { const char *name; int number; } traps[] = { { "light", -1 }, { "dim", -1 } };
                void lamp_init(void)
                {
                	int i;
                	for (i = 0; i < 2; i++)
                		traps[i].number = resolve(traps[i].name);
                }
                int lamp_light(int lamp) { return (syscall(traps[LIGHT].number, lamp)); }
                int lamp_dim(int lamp) { return (syscall(traps[DIM].number, lamp)); }

                """),
        ])
        #expect(table.names.map(\.name) == ["hw.lamp.light", "hw.lamp.dim"])
        #expect(table.calls.map { $0.users.map(\.function) } == [["lamp_light"], ["lamp_dim"]])
        #expect(table.findings.map { "\($0.rule) \($0.subject ?? "")" } == ["arity-differs dim"])
        let module = Sources.audit([
            "lamp.c":
                "static int offset = NO_SYSCALL;\nstatic struct sysent row = { 1, (sy_call_t *)light };\nSYSCALL_MODULE(lamp, &offset, &row, NULL, NULL);\n",
            "liblamp.c": """
            static int number = -1;
            int lamp_init(void)
            {
            	struct module_stat stat;
            	int id;
            	if ((id = modfind("sys/lamp")) < 0 || modstat(id, &stat) < 0)
            		return (-1);
            	number = stat.data.intval;
            	return (0);
            }
            int lamp_light(int lamp) { return (syscall(number, lamp)); }
            """,
        ])
        #expect(module.calls.map { $0.users.map(\.function) } == [["lamp_light"]])
        #expect(module.findings.lines == [])
    }
}
