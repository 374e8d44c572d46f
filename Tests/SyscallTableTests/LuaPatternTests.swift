import SyscallTable
import Testing

@Suite struct LuaPatternTests {
    @Test(arguments: [
        ("", "", true),
        ("^dev_t[ ]*$", "dev_t", true),
        ("^dev_t[ ]*$", "dev_t  ", true),
        ("^dev_t[ ]*$", "dev_t *", false),
        ("^dev_t[ ]*$", " dev_t", false),
        ("_Contains[a-z_]*_long_", "_In_ _Contains_ptr_long_ x", true),
        ("_Contains[a-z_]*_long_", "_Contains_long", false),
        ("^long [a-z0-9_]+$", "long flags", true),
        ("^long [a-z0-9_]+$", "long ", false),
        ("^long [a-z0-9_]+$", "long *flags", false),
        ("[*][*]", "char **argv", true),
        ("[*][*]", "char * *argv", false),
        ("a-b", "aaab", true),
        ("^a-$", "aaa", true),
        ("^ab?c$", "ac", true),
        ("^ab?c$", "abbc", false),
        ("%s%d+", "x 12", true),
        ("%S", " \t", false),
        ("[^%s]", "  x", true),
        ("[]]", "]", true),
        ("a$b", "a$b", true),
        ("^a*a*b+$", "aab", true),
        ("^a*a*b+$", "aa", false),
    ])
    func matches(pattern: String, text: String, expected: Bool) {
        #expect(LuaPattern(pattern)?.matches(Array(text.utf8)) == expected)
    }

    @Test(arguments: ["(a)", "%b()", "%f[a]", "[a", "%"])
    func doesNotKnow(pattern: String) {
        #expect(LuaPattern(pattern) == nil)
    }
}
