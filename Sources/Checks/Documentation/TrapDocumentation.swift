import Findings

/// The rules of manifests, of scenarios, and of what is made of them.
enum TrapDocumentation {
    static let all: [RuleDocumentation] = [
        RuleDocumentation(
            "malformed-yaml",
            .error,
            checks: "A manifest, a scenario or a project file is one YAML document.",
            matters: "Nothing of it can be used.",
            example: "A bracket that is not closed, a key that stands twice, a file that is not UTF-8.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-key",
            .error,
            checks: "A key is one that the form of the file knows.",
            matters: "A misspelt key would silently do nothing.",
            example: "'capabilty: true'. The schemas are in Documentation.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "missing-key",
            .error,
            checks: "A key that the form of the file requires is there.",
            matters: "There is no sensible default.",
            example: "A trap without 'name'.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "malformed-value",
            .error,
            checks: "A value is of the type, and within the limits, that its key wants.",
            matters: "It would be taken for something else.",
            example: "'version: one'; 'shortage: maybe'.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "malformed-type",
            .error,
            checks: "The type of an argument or a result is a scalar type of C.",
            matters: "A system call passes words: no structure, no array, no function.",
            example: "'struct stat' where 'struct stat *' is meant.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-trap-type",
            .error,
            checks: "Something says how a type is passed.",
            matters: "The number of words, and with it the place of every argument behind, depends on its width.",
            example: "'mach_port_name_t' without an entry in 'types'.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "too-many-words",
            .error,
            checks: "The words of a call's arguments reach the kernel.",
            matters: """
                A kernel keeps eight. On arm64, syscall(2) brings seven, and the eighth would be whatever was in \
                memory.
                """,
            example: "Eight arguments with arm64 among the architectures; five of 64 bits in a 32-bit program.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "duplicate-trap-name",
            .error,
            checks: """
                Names of a manifest's traps and of their functions stand once, and are none that the wiring \
                defines.
                """,
            matters: "Two traps could not be told apart, or the wiring would not compile.",
            example: "Two traps called 'light'.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "conflicting-structure",
            .error,
            checks: """
                A structure of arguments has the same arguments wherever it is named, and a handler has one \
                structure.
                """,
            matters: "A handler would read its arguments where others lie.",
            example: "Two traps with 'structure: lamp_args' and different arguments.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-guard",
            .error,
            checks: "A guard that a trap needs is one of 'guards'.",
            matters: "There is no function to call.",
            example: "'needs: [taks]'.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-module",
            .error,
            checks: "A step of a scenario names a module of it.",
            matters: "There is nothing to load.",
            example: "'load: lamp' where the module is called lamps.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "duplicate-module",
            .error,
            checks: "The modules of a scenario have different names.",
            matters: "Which one is meant cannot be told.",
            example: "A manifest whose module has the name of another one.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unexpected-outcome",
            .error,
            checks: "A step of a scenario has the outcome that it expects.",
            matters: "What was relied upon does not hold on this tree.",
            example: "'expect: { number: 210 }' on a table in which another module has that slot.",
            exceptions: "Never; change what is expected if the new outcome is right."
        ),
        RuleDocumentation(
            "slot-shortage",
            .error,
            checks: "The band of loadable slots has room for every call of the modules.",
            matters: "kern_syscall_register answers ENFILE, at run time and nowhere before.",
            example: """
                14 traps and the ten slots of a released table. The note names the 'sysent widen' that would do.
                """,
            exceptions: "Never."
        ),
        RuleDocumentation(
            "table-past-end",
            .error,
            checks: "No registration reads past the end of a table.",
            matters: """
                The kernel bounds the search in every table by the native SYS_MAXSYSCALL: with a 32-bit table that \
                was not regenerated it reads what lies behind.
                """,
            example: "sys/kern widened and sys/compat/freebsd32 not. 'sysent generate' makes both.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "module-loaded-twice",
            .error,
            checks: "A plan loads no module twice.",
            matters: "kldload(2) answers EEXIST.",
            example: "The same manifest named twice.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "conditional-slot",
            .error,
            checks: "Whether a row is a slot does not depend on a conditional.",
            matters: "Which number a call gets would depend on kernel options.",
            example: "'#ifdef A', an lkmnosys row, '#else', a RESERVED row.",
            exceptions: "Never, for plans and simulations; other verbs do not care."
        ),
        RuleDocumentation(
            "stale-wiring",
            .error,
            checks: "The files of a module's wiring are what its manifest makes of them.",
            matters: "The two sides no longer agree with what the manifest says, or with each other.",
            example: "A trap was added to the manifest and 'sysent traps generate' was not run.",
            exceptions: "Never; the manifest is the source."
        ),
    ]
}
