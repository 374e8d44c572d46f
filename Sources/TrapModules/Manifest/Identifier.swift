/// Names that C takes.
enum Identifier {
    /// Whether `text` is a name that a declaration can have.
    static func isUsable(_ text: String) -> Bool {
        guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return false
        }
        return text.utf8.count <= 128 && text.utf8.allSatisfy(isPart) && !keywords.contains(text)
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// The words of C17 and C++ (the header is for both).
    private static let keywords: Set<String> = Set(
        """
        alignas alignof and and_eq asm auto bitand bitor bool break case catch char class compl concept const const_cast \
        consteval constexpr constinit continue co_await co_return co_yield decltype default delete do double dynamic_cast \
        else enum explicit export extern false float for friend goto if inline int long mutable namespace new noexcept not \
        not_eq nullptr operator or or_eq private protected public register reinterpret_cast requires restrict return short \
        signed sizeof static static_assert static_cast struct switch template this thread_local throw true try typedef \
        typeid typename typeof union unsigned using virtual void volatile wchar_t while xor xor_eq
        """.split(separator: " ").map(String.init)
    )
}
