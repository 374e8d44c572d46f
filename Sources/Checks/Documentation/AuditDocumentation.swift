import Findings

/// The rules of `sysent traps audit` and `sysent traps table --check`.
enum AuditDocumentation {
    static let all: [RuleDocumentation] = [
        RuleDocumentation(
            "no-system-calls",
            .error,
            checks: "There is something to audit: a call that is registered, or one that is looked up.",
            matters: "An audit of the wrong directory would find nothing wrong.",
            example: "'sysent traps audit doc'.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "no-multiplexor",
            .error,
            checks: "The sources that --before names have a call that is many in one.",
            matters: "There is nothing whose operations could be looked for.",
            example: "--before names the sources after the change.",
            exceptions: "Never; leave --before out, and name the calls by --expect."
        ),
        RuleDocumentation(
            "arity-differs",
            .error,
            checks:
                "The words of a row, of the structure that its handler reads, and of each program's call are as many.",
            matters: """
                The kernel copies as many words as the row says. What a program does not hand over is whatever the registers \
                hold; what the row does not count does not arrive; a first argument too many moves all others.
                """,
            example: "A row with six words, and a program that hands over the task first, and then six: seven.",
            exceptions: """
                What a guard fills in before it calls the handler ('uap->notify = 0') is not asked of programs, and not reported.
                """
        ),
        RuleDocumentation(
            "helper-array-ends-early",
            .error,
            checks: "No entry of an array of helpers but the last has NO_SYSCALL for a number.",
            matters:
                "That is what ends the array: syscall_helper_register stops there, registers nothing behind it, and reports success.",
            example: "'#define SYS_lamp NO_SYSCALL' in a header, and SYSCALL_INIT_HELPER(lamp) as the first entry.",
            exceptions: "An array that nothing registers is a warning: it is dead text."
        ),
        RuleDocumentation(
            "helper-array-without-end",
            .error,
            checks: "An array of helpers ends with SYSCALL_INIT_LAST.",
            matters: "The kernel goes on behind it and takes what lies there for calls.",
            example: "The last line was lost in a merge.",
            exceptions: "An array that nothing registers is a warning."
        ),
        RuleDocumentation(
            "registration-shares-variable",
            .error,
            checks: "Each call has a number, and a place for what stood in its slot before, of its own.",
            matters:
                "The second registration hides the first one's number, and taking it back restores what was never there.",
            example: "A line that was copied, with '&light_offset' left in it.",
            exceptions: "Never; calls under different conditions of the preprocessor may share."
        ),
        RuleDocumentation(
            "registration-unchecked",
            .warning,
            checks: "Somebody looks at what the kernel answers to a registration.",
            matters:
                "Without a free slot it says ENFILE, and a module that does not look goes on as if it had the call.",
            example: "'kern_syscall_register(sysent, &offset, &row, &old, 0);' as a statement of its own.",
            exceptions: "When the number is looked at instead."
        ),
        RuleDocumentation(
            "unregister-order-differs",
            .warning,
            checks: "Calls are taken back in the mirror of the order in which they are registered.",
            matters:
                "Lists that mirror each other can be compared; where calls share a slot or state, the order decides what is restored.",
            example: "A call was inserted into the middle of one list and into another place of the other.",
            exceptions: "Where each call has state of its own, the order changes nothing."
        ),
        RuleDocumentation(
            "unregister-set-differs",
            .warning,
            checks: "What is registered is taken back, and the other way round, where anything is taken back at all.",
            matters: "After kldunload(8) the slot that is left calls into memory of a module that is gone.",
            example: "A call was added to the one list, and not to the other.",
            exceptions: "A module that refuses to be unloaded takes back nothing, and is not reported."
        ),
        RuleDocumentation(
            "number-unpublished",
            .warning,
            checks: "The number of a call that takes the first free slot can be found out.",
            matters: "It is another one wherever other modules were loaded before.",
            example: "A registration with NO_SYSCALL, and no SYSCTL_INT of its number.",
            exceptions: "When something else than sysctl(8) and modstat(2) tells it."
        ),
        RuleDocumentation(
            "resolved-not-registered",
            .warning,
            checks: "A name that programs look up is one under which a call is published.",
            matters: "The call fails, or the way around it is taken, for ever, and nobody is told.",
            example: "'resolve(\"lamp_dim\")', and the module publishes 'lamp_dimm'.",
            exceptions: "A call that is optional, or that another module brings."
        ),
        RuleDocumentation(
            "registered-unused",
            .note,
            checks: "A call that is published under a node is looked up by some program of the sources.",
            matters: "It costs a slot.",
            example: "A trap whose callers were moved to MIG.",
            exceptions: "Programs that are not among the sources."
        ),
        RuleDocumentation(
            "stub-reports-success",
            .warning,
            checks: "A function that does nothing does not say that all is well.",
            matters:
                "Its callers go on and wait for what never comes: a port that was never moved into a set hung every daemon.",
            example: "'(void)name; return (KERN_SUCCESS);'. KERN_NOT_SUPPORTED or ENOSYS would tell.",
            exceptions: "What really has nothing to do, such as advice that may be ignored."
        ),
        RuleDocumentation(
            "multiplexor-found",
            .note,
            checks: "A call does one thing.",
            matters: """
                Its operations have one slot, one name for ktrace(1) and dtrace(1), one audit event, one answer in capability \
                mode, and one word less for arguments.
                """,
            example:
                "'switch (uap->op) { case 1: … }' as all that a handler does. Each operation could have a slot: 'sysent widen'.",
            exceptions: "Calls of old that are kept for programs of old, such as semsys."
        ),
        RuleDocumentation(
            "multiplexor-remains",
            .error,
            checks: "With --accept: nothing of a multiplexor is left.",
            matters:
                "A name that is left is code that can still be called, or a text that sends readers the wrong way.",
            example:
                "A header with the numbers of the operations that nothing includes. In comments and documents it is a note.",
            exceptions: "A history that names it on purpose."
        ),
        RuleDocumentation(
            "operation-without-slot",
            .error,
            checks:
                "With --accept: each operation of the former multiplexor, and each call that --expect names, is registered.",
            matters: "Programs that asked for the operation have nothing to ask for.",
            example: "An operation that was forgotten when the switch went.",
            exceptions: "An operation that was given up on purpose."
        ),
        RuleDocumentation(
            "unclaimable-number",
            .error,
            checks: "A number that a module asks for by itself is a slot of the tree's table.",
            matters:
                "kern_syscall_register takes no row but lkmnosys and lkmressys; anything else is EEXIST, at run time.",
            example: "A row that is RESERVED: it is 'nosys', which is no slot.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "no-traps",
            .error,
            checks: "A file that is held against a numbering scheme numbers a trap of XNU.",
            matters: "The check of the wrong file would find nothing wrong.",
            example: "A syscalls.master without a Mach band.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-trap",
            .warning,
            checks: "A trap is one of XNU's table.",
            matters: "Programs made for XNU never ask for it; as an argument of a command it cannot be shown.",
            example: "'--trap mach_msgs'; a number that XNU keeps for later.",
            exceptions: "A trap of another release than the one that the catalogue was made of."
        ),
        RuleDocumentation(
            "trap-misnumbered",
            .error,
            checks: "A trap has the number that the scheme makes of its place in XNU's table.",
            matters: "Programs that were made by the scheme would enter another trap.",
            example:
                "'611 … _kernelrpc_mach_vm_allocate_trap' in the band at 600: trap 10 is 610. A comment that counts differently from the table.",
            exceptions: "A system whose programs look numbers up by name."
        ),
        RuleDocumentation(
            "trap-misnamed",
            .warning,
            checks: "A number of XNU's table has the name that it has there.",
            matters: "It may have been given to something else.",
            example: "'kernel_trap(lamp,-31,7)'. Names that differ in '_trap' alone are a note.",
            exceptions: "A header that names the stub and not the trap."
        ),
        RuleDocumentation(
            "trap-collision",
            .error,
            checks: "No number of the band is another call.",
            matters: "One of the two cannot have it: a program that asks for the trap makes the other call.",
            example: "602 in the band at 600 and pdwait in FreeBSD: begin the band higher, by --base.",
            exceptions: "Traps that are not used; name those that are by --trap."
        ),
        RuleDocumentation(
            "trap-arity-differs",
            .warning,
            checks:
                "A trap has as many arguments and words as in XNU's table, and what converts them converts as many.",
            matters: "A 32-bit program's arguments are copied by these numbers.",
            example: "munge_wwww for a trap of three arguments.",
            exceptions: "A trap of another release; XNU itself has such lines."
        ),
    ]
}
