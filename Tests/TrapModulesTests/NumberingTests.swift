import Findings
import TestSupport
import Testing
import TrapModules

@Suite("The traps of XNU") struct NumberingTests {
    @Test("are 61, each with one number, and words as many as its arguments are wide")
    func catalogue() {
        #expect(XNUTrap.all.count == 61)
        #expect(Set(XNUTrap.all.map(\.number)).count == 61)
        #expect(XNUTrap.all.map(\.number) == XNUTrap.all.map(\.number).sorted())
        #expect(XNUTrap.all.allSatisfy { (10..<XNUTrap.tableCount).contains($0.number) })
        let differ = XNUTrap.all.filter { trap in
            trap.arguments.reduce(0) { $0 + ($1.width == .long ? 2 : 1) } != trap.words
        }
        // XNU's own line of trap 95 says six, and has seven.
        #expect(differ.map(\.number) == [95])
    }

    @Test("have a routine of MIG that is one of a subsystem, where they have one")
    func routines() {
        let twins = XNUTrap.all.filter { $0.mig != nil }
        #expect(twins.count == 21)
        #expect(twins.allSatisfy { MIGSubsystem.subsystem(of: $0.mig ?? "") != nil })
        #expect(MIGSubsystem.subsystem(of: "task_set_special_port")?.name == "task")
        #expect(MIGSubsystem.subsystem(of: "host_set_special_port")?.base == 400)
    }

    @Test("are found by the names that XNU and others have for them")
    func names() {
        for name in [
            "_kernelrpc_mach_port_allocate_trap", "mach_port_allocate", "sys__kernelrpc_mach_port_allocate_trap",
        ] {
            #expect(XNUTrap.named(name)?.number == 16)
        }
        #expect(XNUTrap.named("lamp") == nil)
    }

    @Test("have the numbers of each scheme")
    func numbers() throws {
        let trap = try #require(XNUTrap.named("mach_msg_trap"))
        #expect(NumberingScheme.xnuX86_64.number(of: trap) == 0x100_001F)
        #expect(NumberingScheme.xnuArm64.number(of: trap) == -31)
        #expect(NumberingScheme.xnuI386.number(of: trap) == -31)
        #expect(NumberingScheme.band600.number(of: trap) == 631)
        #expect(NumberingScheme.band600.number(of: trap, base: 700) == 731)
        #expect(NumberingScheme.byName.number(of: trap) == nil)
        #expect(NumberingScheme.xnuI386.traps.count == 60)
    }

    @Test("become rows of a master, with what lies between them reserved")
    func rows() throws {
        let traps = try ["mach_port_allocate", "mach_port_deallocate", "mach_reply_port"].map {
            try #require(XNUTrap.named($0))
        }
        #expect(
            TrapTable(.band600, traps: traps, last: 612).rows == """
                613-615\tAUE_NULL\tRESERVED
                616\tAUE_NULL\tNOSTD {
                \t\tint _kernelrpc_mach_port_allocate_trap(
                \t\t    uint32_t target,
                \t\t    uint32_t right,
                \t\t    void *name
                \t\t);
                \t}
                617\tAUE_NULL\tRESERVED
                618\tAUE_NULL\tNOSTD {
                \t\tint _kernelrpc_mach_port_deallocate_trap(
                \t\t    uint32_t target,
                \t\t    uint32_t name
                \t\t);
                \t}
                619-625\tAUE_NULL\tRESERVED
                626\tAUE_NULL\tNOSTD {
                \t\tint mach_reply_port(void);
                \t}

                """)
        #expect(
            TrapTable(.byName, traps: traps, last: 602).rows == """
                603\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int
                604\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int
                605\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int

                """)
        #expect(
            TrapTable(.xnuArm64, traps: traps).rows.contains("[16] = TRAP(_kernelrpc_mach_port_allocate_trap, 3, 3),\n")
        )
    }

    @Test("become headers")
    func headers() throws {
        let traps = [try #require(XNUTrap.named("swtch"))]
        #expect(TrapTable(.xnuX86_64, traps: traps).header.contains("#define\tMACH_TRAP_swtch\t0x100003c\n"))
        #expect(TrapTable(.xnuArm64, traps: traps).header.contains("#define\tMACH_TRAP_swtch\t(-60)\n"))
        #expect(TrapTable(.band600, traps: traps).header.contains("#define\tSYS_swtch\t660\n"))
        #expect(
            TrapTable(.byName, traps: traps, node: "hw.mach").header.contains(
                "#define\tMACH_TRAP_NAME_swtch\t\"hw.mach.swtch\"\n"))
    }

    @Test(
        "follow the scheme in every file that is made by it",
        arguments: NumberingScheme.allCases.filter { $0 != .byName })
    func roundTrip(_ scheme: NumberingScheme) throws {
        let header = try TrapTableCheck(Array(TrapTable(scheme).header.utf8), path: "a.h", scheme: scheme)
        #expect(header.findings.lines == [])
        #expect(header.count == scheme.traps.count)
        guard scheme == .band600 else { return }
        let rows = try TrapTableCheck(Array(TrapTable(scheme).rows.utf8), path: "syscalls.master", scheme: scheme)
        #expect(rows.findings.lines == [])
        #expect(rows.count == 61)
    }

    @Test(
        "are reported where a master numbers them otherwise, gives their numbers away, or counts their arguments differently"
    )
    func master() throws {
        let text = """
            ; a comment
            611\tAUE_NULL\tNOSTD {
            \t\tint _kernelrpc_mach_vm_allocate_trap(uint32_t target, void *addr, uint64_t size, int flags);
            \t}
            626 AUE_NULL NOSTD { int lamp(void); }
            628\tAUE_NULL\tSTD\t{ uint32_t task_self_trap(int which); }

            """
        let check = try TrapTableCheck(Array(text.utf8), path: "m", scheme: .band600)
        #expect(
            check.findings.map { "\($0.location?.line ?? 0) \($0.rule) \($0.severity)" } == [
                "3 trap-misnumbered error", "5 trap-collision error", "6 trap-arity-differs warning",
            ])
    }

    @Test("are reported where XNU's own files do not agree")
    func table() throws {
        let text = """
            const mach_trap_t table[] = {
            /* 0 */ MACH_TRAP(kern_invalid, 0, 0, NULL),
            /* 1 */ MACH_TRAP(kern_invalid, 0, 0, NULL),
            /* 3 */ MACH_TRAP(kern_invalid, 0, 0, NULL),
            /* 16 */ MACH_TRAP(_kernelrpc_mach_port_allocate_trap, 3, 4, munge_www),
            };
            kernel_trap(lamp,-31,7)
            kernel_trap(swtch,-60,0)
            """
        let check = try TrapTableCheck(Array(text.utf8), path: "x", scheme: .xnuArm64)
        #expect(
            check.findings.map { "\($0.location?.line ?? 0) \($0.rule)" } == [
                "4 trap-misnumbered", "5 trap-misnumbered", "5 trap-arity-differs", "7 trap-misnamed",
            ])
        #expect(throws: Refusal.self) { try TrapTableCheck(Array("int x;".utf8), path: "x", scheme: .xnuArm64) }
    }

    @Test("collide with the calls of a table")
    func collisions() throws {
        let traps = try ["mach_msg_trap", "swtch"].map { try #require(XNUTrap.named($0)) }
        let place = Location(path: "m", line: 1)
        let findings = TrapTableCheck.collisions(traps) {
            $0 == 631 ? ("renameat2", place) : $0 == 660 ? ("swtch", place) : nil
        }
        #expect(findings.map(\.subject) == ["mach_msg_trap"])
    }
}
