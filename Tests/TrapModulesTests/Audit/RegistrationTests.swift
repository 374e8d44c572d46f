import Findings
import Testing
import TrapModules

@Suite("An audit finds what is registered") struct RegistrationTests {
    @Test("by hand, with words, row, number, and the name in sysctl(8)")
    func byHand() throws {
        let audit = Sources.audit(Sources.module([("light", 1), ("dim", 2)]))
        #expect(audit.calls.map(\.name) == ["light", "dim"])
        #expect(audit.calls.map(\.registration.words) == [1, 2])
        #expect(audit.calls.allSatisfy { $0.registration.number == .dynamic && $0.registration.style == .call })
        #expect(audit.calls.first?.registration.published?.name == "hw.lamp.light")
        #expect(audit.calls.first?.registration.handler == "sys_light")
        #expect(audit.deregistrations.map(\.offset) == ["dim_offset", "light_offset"])
        #expect(audit.findings.isEmpty)
    }

    @Test("through a wrapper, at the line that hands over the variables")
    func wrapped() throws {
        let audit = Sources.audit(
            Sources.row("light", words: 1) + """
                static void wire(const char *name, int *offset, struct sysent *row, struct sysent *old)
                {
                	int error;
                	error = kern_syscall_register(sysent, offset, row, old, SY_THR_STATIC_KLD);
                	if (error != 0)
                		*offset = NO_SYSCALL;
                }
                static void unwire(int *offset, struct sysent *old)
                {
                	if (*offset == NO_SYSCALL)
                		return;
                	(void)kern_syscall_deregister(sysent, *offset, old);
                }
                static void load(void *arg)
                {
                	wire("the light", &light_offset, &light_row, &light_old);
                }
                static void unload(void *arg)
                {
                	unwire(&light_offset, &light_old);
                }
                """)
        let call = try #require(audit.calls.first)
        #expect(audit.calls.count == 1)
        #expect(call.registration.offset == "light_offset")
        #expect(call.registration.saved == "light_old")
        #expect(call.registration.origin == "load")
        #expect(call.registration.location.line == 20)
        #expect(audit.deregistrations.map(\.offset) == ["light_offset"])
    }

    @Test("in a loop over a table, in its order, and backwards")
    func loop() {
        let audit = Sources.audit(
            """
            static int sys_light(struct thread *td, struct light_args *uap);
            static struct sysent light_row = { .sy_narg = 1, .sy_call = (sy_call_t *)sys_light };
            static struct sysent dim_row = { .sy_narg = 2, .sy_call = (sy_call_t *)sys_dim };
            static struct lamp_call {
            	const char *name;
            	int offset;
            	struct sysent *row;
            	struct sysent old;
            } calls[] = {
            	{ "light", NO_SYSCALL, &light_row },
            	{ .name = "dim", .offset = NO_SYSCALL, .row = &dim_row },
            	{ NULL }
            };
            static int load(void)
            {
            	struct lamp_call *c;
            	int error;
            	for (c = calls; c->name != NULL; c++) {
            		error = kern_syscall_register(sysent, &c->offset, c->row, &c->old, 0);
            		if (error != 0)
            			return (error);
            		SYSCTL_ADD_INT(&ctx, SYSCTL_STATIC_CHILDREN(_hw_lamp), OID_AUTO, c->name, CTLFLAG_RD, &c->offset, 0, "");
            	}
            	return (0);
            }
            static void unload(void)
            {
            	int i;
            	for (i = nitems(calls) - 2; i >= 0; i--)
            		kern_syscall_deregister(sysent, calls[i].offset, &calls[i].old);
            }
            """)
        #expect(audit.calls.map(\.name) == ["light", "dim"])
        #expect(audit.calls.map(\.registration.words) == [1, 2])
        #expect(audit.calls.map(\.registration.handler) == ["sys_light", "sys_dim"])
        #expect(audit.calls.map { $0.registration.published?.name } == ["hw.lamp.light", "hw.lamp.dim"])
        #expect(audit.deregistrations.map(\.offset) == ["calls[1].offset", "calls[0].offset"])
        #expect(audit.findings.isEmpty)
    }

    @Test("in arrays that run side by side")
    func parallel() {
        let audit = Sources.audit(
            """
            static int offsets[] = { NO_SYSCALL, NO_SYSCALL };
            static struct sysent rows[] = { { 1, (sy_call_t *)sys_light }, { 2, (sy_call_t *)sys_dim } };
            static struct sysent olds[2];
            static int load(void)
            {
            	int i, error;
            	for (i = 0; i < nitems(rows); i++) {
            		error = syscall_register(&offsets[i], &rows[i], &olds[i], 0);
            		if (error != 0) {
            			while (--i >= 0)
            				syscall_deregister(&offsets[i], &olds[i]);
            			return (error);
            		}
            	}
            	return (0);
            }
            """)
        #expect(audit.calls.map(\.name) == ["light", "dim"])
        #expect(audit.calls.map(\.registration.words) == [1, 2])
        #expect(audit.calls.map(\.registration.offset) == ["offsets[0]", "offsets[1]"])
        // What a beginning that fails takes back is no end.
        #expect(audit.deregistrations.isEmpty)
    }

    @Test("by a list of macros")
    func listOfMacros() {
        let audit = Sources.audit(
            """
            #define LAMPS(X) X(light, 1) X(dim, 2)
            #define ROW(name, words) \\
            	static struct sysent name##_row = { .sy_narg = words, .sy_call = (sy_call_t *)sys_##name }; \\
            	static int name##_offset = NO_SYSCALL; static struct sysent name##_old;
            LAMPS(ROW)
            #undef ROW
            #define REGISTER(name, words) error = kern_syscall_register(sysent, &name##_offset, &name##_row, &name##_old, 0);
            static int load(void)
            {
            	int error;
            	LAMPS(REGISTER)
            	return (error);
            }
            """)
        #expect(audit.calls.map(\.name) == ["light", "dim"])
        #expect(audit.calls.map(\.registration.words) == [1, 2])
        // At the entry of the list, where somebody who reads looks.
        #expect(
            audit.calls.allSatisfy { $0.registration.rowLocation?.line == 5 || $0.registration.rowLocation?.line == 1 })
    }

    @Test("by a list that is a file of its own")
    func includedList() {
        let audit = Sources.audit([
            "calls.def": "LAMP(light, 1)\nLAMP(dim, 2)\n",
            "lamp.c": """
            #define LAMP(name, words) static struct sysent name##_row = { .sy_narg = words, .sy_call = (sy_call_t *)sys_##name }; static int name##_offset = NO_SYSCALL;
            #include "calls.def"
            #undef LAMP
            static int load(void)
            {
            	int error;
            #define LAMP(name, words) error = syscall_register(&name##_offset, &name##_row, &saved[words], 0);
            #include "calls.def"
            	return (error);
            }
            """,
        ])
        #expect(audit.calls.map(\.name) == ["light", "dim"])
        #expect(audit.calls.map { $0.registration.rowLocation?.path } == ["calls.def", "calls.def"])
    }

    @Test("by an array of helpers, with the condition of each entry")
    func helpers() {
        let audit = Sources.audit([
            "sys/syscall.h": "#define SYS_light 400\n#define SYS_dim 401\n#define SYS_olight 402\n",
            "sys/sysproto.h": "struct light_args { char lamp_l_[PADL_(int)]; int lamp; char lamp_r_[PADR_(int)]; };\n",
            "lamp.c": """
            static struct syscall_helper_data calls[] = {
            	SYSCALL_INIT_HELPER(light),
            	SYSCALL_INIT_HELPER_F(dim, SYF_CAPENABLED),
            #ifdef COMPAT_LAMP
            	SYSCALL_INIT_HELPER_COMPAT(olight),
            #endif
            	SYSCALL_INIT_LAST
            };
            static int lamp_modevent(struct module *module, int what, void *arg)
            {
            	switch (what) {
            	case MOD_LOAD:
            		return (syscall_helper_register(calls, SY_THR_STATIC_KLD));
            	case MOD_UNLOAD:
            		return (syscall_helper_unregister(calls));
            	}
            	return (EOPNOTSUPP);
            }
            """,
        ])
        #expect(audit.calls.map(\.name) == ["light", "dim", "olight"])
        #expect(
            audit.calls.map(\.registration.number) == [
                .fixed("SYS_light", 400), .fixed("SYS_dim", 401), .fixed("SYS_olight", 402),
            ])
        #expect(audit.calls.map(\.registration.words) == [1, nil, nil])
        #expect(audit.calls.map(\.registration.isCapabilityEnabled) == [false, true, false])
        #expect(audit.calls.map(\.registration.condition) == [nil, nil, "COMPAT_LAMP"])
        #expect(audit.calls.map(\.registration.handler) == ["sys_light", "sys_dim", "olight"])
        #expect(audit.deregistrations.map(\.offset) == ["calls"])
        #expect(audit.findings.isEmpty)
    }

    @Test("by SYSCALL_MODULE, and by a module that is written out")
    func modules() {
        let audit = Sources.audit(
            """
            static int offset = NO_SYSCALL;
            static struct sysent light_sysent = { 1, (sy_call_t *)light };
            SYSCALL_MODULE(lamp, &offset, &light_sysent, load, NULL);
            static int dim_number = NO_SYSCALL;
            static struct sysent dim_sysent = { .sy_narg = 2, .sy_call = dim };
            static struct syscall_module_data dim_data = { load, NULL, &dim_number, &dim_sysent, { 0, NULL }, SY_THR_STATIC_KLD };
            static moduledata_t dim_mod = { "dimmer", syscall_module_handler, &dim_data };
            DECLARE_MODULE(dimmer, dim_mod, SI_SUB_SMP, SI_ORDER_ANY);
            """)
        #expect(audit.calls.map(\.name) == ["lamp", "dim"])
        #expect(audit.calls.map { $0.registration.published?.name } == ["sys/lamp", "dimmer"])
        #expect(audit.calls.allSatisfy { $0.registration.number == .dynamic && $0.registration.style == .module })
    }

    @Test("with the number that something sets on the way")
    func numberOnTheWay() {
        let audit = Sources.audit(
            Sources.row("light", words: 1) + """
                static int wire_at(int slot, int *offset, struct sysent *row, struct sysent *old)
                {
                	*offset = slot;
                	return (kern_syscall_register(sysent, offset, row, old, 0));
                }
                static int load(void)
                {
                	return (wire_at(91, &light_offset, &light_row, &light_old));
                }
                """)
        #expect(audit.calls.map(\.registration.number) == [.fixed("91", 91)])
    }

    @Test("with rows that are filled in when the module runs")
    func filledIn() {
        let audit = Sources.audit(
            """
            static struct sysent row;
            static int offset = -1;
            static int load(void)
            {
            	row.sy_narg = 3;
            	row.sy_call = (sy_call_t *)sys_light;
            	return (syscall_register(&offset, &row, &saved, 0));
            }
            """)
        #expect(audit.calls.map(\.name) == ["light"])
        #expect(audit.calls.map(\.registration.words) == [3])
    }

    @Test("whatever arms of conditionals open and close")
    func arms() {
        let audit = Sources.audit(
            """
            #ifdef __cplusplus
            extern "C" {
            #endif
            static int
            #if LAMP > 2
            load(int a) {
            #else
            load(void) {
            #endif
            	return (syscall_register(&light_offset, &light_row, &saved, 0));
            }
            #if 0
            static int never(void) { return (syscall_register(&never_offset, &light_row, &saved, 0)); }
            #endif
            """ + "\n" + Sources.row("light", words: 1))
        #expect(audit.calls.map(\.name) == ["light"])
    }

    @Test(
        "and nothing in comments, strings or the middle of a broken file",
        arguments: ["", "/* ", "\"", "#if X\n", "static int x = {{{", "}}})", "#define A(", "switch ("])
    func broken(_ text: String) {
        let audit = Sources.audit(
            "// syscall_register(&a, &b, &c, 0);\nconst char *s = \"syscall_register(&a, &b, &c)\";\n" + text)
        #expect(audit.calls.isEmpty)
    }
}
