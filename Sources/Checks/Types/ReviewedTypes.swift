/// Types about which the headers do not say what matters, as somebody has looked them up.
enum ReviewedTypes {
    /// What is known about a type, and why.
    struct Entry {
        let contents: TypeContents
        let reason: String
        let names: Set<String>

        /// The names are separated by blanks.
        init(_ contents: TypeContents, _ reason: String, _ names: String) {
            self.contents = contents
            self.reason = reason
            self.names = Set(names.split(separator: " ").map(String.init))
        }
    }

    /// What the type called `name`, or with the tag `name`, contains; `nil` when nobody has said so.
    static func contents(_ name: String) -> TypeContents? {
        all.first { $0.names.contains(name) }?.contents
    }

    static let all = [
        Entry(
            [], "of one size in every ABI",
            """
            char short int float _Bool bool void int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t \
            __int8_t __int16_t __int32_t __int64_t __uint8_t __uint16_t __uint32_t __uint64_t intmax_t uintmax_t \
            __intmax_t __uintmax_t wchar_t __wchar_t
            """
        ),
        Entry(
            .long, "as wide as a register; the machine's own headers say how",
            """
            size_t __size_t ssize_t __ssize_t ptrdiff_t __ptrdiff_t register_t __register_t u_register_t \
            __u_register_t vm_offset_t __vm_offset_t vm_size_t __vm_size_t segsz_t __segsz_t
            """
        ),
        Entry(.pointer, "an integer that holds a pointer", "intptr_t __intptr_t uintptr_t __uintptr_t uintfptr_t"),
        Entry(.time, "32 bits wide on i386, 64 elsewhere", "time_t __time_t"),
        Entry(
            [],
            """
            a set of bits, copied as so many bytes: of whichever words, and a caller of the 32-bit ABI on a big-endian \
            machine is served by code of its own
            """,
            "fd_set cpuset_t _cpuset domainset_t _domainset"
        ),
        Entry(
            [], "an index that the semaphore calls pass by value and copy out by hand; the table has a setting for it",
            "semid_t"
        ),
    ]
}
