import Findings
import SyscallTable

/// The rules about what 32-bit programs make of a call.
enum CompatDocumentation {
    static let all: [RuleDocumentation] = arguments + memory + projection

    /// Values and results.
    private static let arguments: [RuleDocumentation] = [
        RuleDocumentation(
            "unknown-width",
            .error,
            checks: "The types of arguments and results are known, with their width in each ABI.",
            matters:
                "A value of 64 bits takes two words of a 32-bit program, and a signed long needs its sign extended.",
            example: "'int lamp(wick_t w)'. Give the declaration, 'typedef int wick_t;', or the header that has it.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unsupported-argument",
            .error,
            checks: "An argument is an integer, or the address of memory that can be copied.",
            matters: "The kernel's entry points take words; what is none cannot be handed on.",
            example: "'struct lamp l' by value, 'double d', an array of addresses of structures that differ.",
            exceptions: "Never; pass an address, or an array of the objects themselves."
        ),
        RuleDocumentation(
            "unsupported-result",
            .error,
            checks: "A call returns an integer, an address or nothing.",
            matters: "Two registers are all that a call has for its result.",
            example: "'struct lamp light(int fd)'. Let the program pass the address of one.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "split-time",
            .error,
            checks: "No argument is a time_t by value where the 32-bit table is projected.",
            matters: """
                It is one word for programs of i386 and two for those of every other 32-bit machine. The projection knows \
                no such argument.
                """,
            example: "'int lamp(time_t when)'. Pass 'const struct timespec *', or a type of 64 bits.",
            exceptions: "Releases up to 13 have a master for 32-bit programs, whose row can depend on the machine."
        ),
        RuleDocumentation(
            "signed-address",
            .warning,
            checks: "No argument is an intptr_t.",
            matters: """
                The word of a 32-bit program is filled with zeros, which is right for an address. A negative number becomes \
                a large one.
                """,
            example: "fcntl(2), whose 32-bit handler extends the sign where the argument is no address.",
            exceptions: "An argument that is never negative."
        ),
        RuleDocumentation(
            "argument-collision",
            .error,
            checks: "The arguments of a call have different names in the 32-bit table too.",
            matters: "Two members of one name in an argument structure do not compile.",
            example: """
                'off_t a, int a1': the halves of a are a1 and a2. Or two pairs that both need padding, which the \
                generator calls _pad each time: reorder them.
                """,
            exceptions: "Never."
        ),
    ]

    /// What arguments point to.
    private static let memory: [RuleDocumentation] = [
        RuleDocumentation(
            "missing-annotation",
            .error,
            checks: "A pointer of a new call says by a SAL annotation which way the data go.",
            matters: "What is copied in, and what is copied out, follows from it.",
            example: "'struct stat *sb' that the call fills in: '_Out_ struct stat *sb'.",
            exceptions: "'void *' without an annotation is an address that is not followed."
        ),
        RuleDocumentation(
            "unknown-layout",
            .error,
            checks: "What differs between the ABIs has a layout that is known.",
            matters: "A 32-bit program's object cannot be converted without it, and a guess would corrupt memory.",
            example: """
                '_In_ _Contains_long_ const struct lamp *l' where no header of the tree declares struct lamp. Give the \
                declaration. Unions, bit-fields and members under conditions have to be converted by hand.
                """,
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-count",
            .error,
            checks:
                "An array that is converted says how many elements there are, by an argument, a number or a constant.",
            matters: "The entry point has to know how much to copy.",
            example: "'_In_reads_bytes_(len) _Contains_long_ const long *v'. Count elements: '_In_reads_(n)'.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "missing-contains",
            .error,
            editions: [.lua, .modular],
            checks: "What differs between the ABIs is annotated so, where the generator does not see it by itself.",
            matters:
                "The 32-bit table is projected by these annotations; without one the native handler would be shared.",
            example:
                "'_In_ const struct timespec *ts' should read '_In_ _Contains_long_timet_ const struct timespec *ts'.",
            exceptions: "Never; the message names the annotation."
        ),
        RuleDocumentation(
            "needless-contains",
            .warning,
            editions: [.lua, .modular],
            checks: "What is annotated as differing between the ABIs does differ.",
            matters: "The call gets a handler of its own for 32-bit programs that does what the native one does.",
            example: "'_In_ _Contains_long_ const struct flags *f' with members of 32 bits alone.",
            exceptions: "A structure that is to grow a member that differs."
        ),
        RuleDocumentation(
            "nested-address",
            .warning,
            checks: "A structure that is converted holds no address of another one that differs.",
            matters: """
                The address is converted, and what it leads to is not: the kernel would read a 32-bit program's object as \
                one of its own.
                """,
            example: "msg_iov of struct msghdr: the vector has to be copied by the wrapper, as recvmsg(2) does it.",
            exceptions: "An address that the kernel hands back and never follows."
        ),
    ]

    /// What the generator makes of it.
    private static let projection: [RuleDocumentation] = [
        RuleDocumentation(
            "unprojectable-type",
            .error,
            editions: [.lua, .modular],
            checks: "The generator makes of each argument what 32-bit programs have.",
            matters: "It replaces text: 'size_t' in 'ssize_t *' as well, which gives a type that nobody knows.",
            example: "'_Out_ ssize_t *n'. Use 'long *' or 'size_t *', or a structure.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "hidden-abi-change",
            .error,
            editions: [.lua, .modular],
            checks: """
                A call whose difference no declaration shows (a result of 64 bits, a signed type that the generator does not \
                know) can be listed in syscall_abi_change.
                """,
            matters: "The generator would let 32-bit programs share the native handler.",
            example: "A table for 32-bit programs without a syscalls.conf. Make one.",
            exceptions: "Never."
        ),
    ]
}
