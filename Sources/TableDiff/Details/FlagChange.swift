import SyscallTable

/// What it means that a row got one of the kinds, or lost it.
struct FlagChange {
    let flag: Kinds.Flags
    let word: String
    let added: (Impact, String)
    let removed: (Impact, String)

    static let all: [FlagChange] = [
        FlagChange(
            flag: .noStandard, word: "NOSTD",
            added: (.binaryBreak, "the call is there only while a module that brings it is loaded"),
            removed: (.compatible, "every kernel has the call now, without a module")),
        FlagChange(
            flag: .noLibrary, word: "NOLIB",
            added: (.sourceBreak, "the library has no stub for the call any more"),
            removed: (.compatible, "the library has a stub for the call now")),
        FlagChange(
            flag: .noDefinition, word: "NODEF",
            added: (.sourceBreak, "the headers name neither the call's number nor its arguments any more"),
            removed: (.compatible, "the headers name the call's number and arguments now")),
        FlagChange(
            flag: .noArguments, word: "NOARGS",
            added: (.information, "the kernel's own header declares no argument structure for the call"),
            removed: (.information, "the kernel's own header declares an argument structure for the call")),
        FlagChange(
            flag: .noPrototype, word: "NOPROTO",
            added: (.information, "the kernel's own header declares the call elsewhere"),
            removed: (.information, "the kernel's own header declares the call here")),
        FlagChange(
            flag: .notStatic, word: "NOTSTATIC",
            added: (.information, "the kernel counts the threads in the call, as it may be unloaded"),
            removed: (.information, "the call cannot be unloaded, and threads in it are not counted")),
        FlagChange(
            flag: .multiplexer, word: "SYSMUX",
            added: (.information, "machine-dependent code handles the call, which calls others, instead of a handler"),
            removed: (.information, "a handler serves the call")),
        FlagChange(
            flag: .noReturn, word: "NORETURN",
            added: (.information, "a description: the call does not return"),
            removed: (.information, "the row does not say any more that the call does not return")),
    ]
}
