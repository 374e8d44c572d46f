import SyscallTable
import TestSupport
import Testing

@Suite("A Lua pattern")
struct LuaPatternTests {
    @Test(
        "is found in a text",
        arguments: [
            ("off_t", "const off_t x"), ("^off_t$", "off_t"), ("^off_t[ ]*$", "off_t  "),
            ("long [*]", "long *x"), ("^long [a-z0-9_]+$", "long arg_1"),
            ("[*][*]", "char **x"),
            ("_Contains[a-z_]*_timet_", "_In_ _Contains_long_timet_ x"),
            (".", "x"), ("a.c", "abc"), ("a*", "baa"), ("a+", "baa"), ("a-b", "aab"),
            ("ab?c", "ac"), ("ab?c", "abc"), ("%d+", "ab12c"), ("%a+", "12ab_"),
            ("%s", "a\tb"), ("%S+", " ab "), ("%w+", "_a1_"), ("%u%l", "aBc"),
            ("%x+", "xyz1fG"), ("%p", "a_b"), ("%%", "50%"), ("%.", "a.b"), ("%*", "a*"),
            ("[]]", "a]"), ("[^]]", "]a"), ("[a-]", "-"), ("[%]]", "]"), ("[^a-c]+", "abcde"),
            ("[%a_]+", "1a_b2"), ("a$b", "a$b"), ("$", "ab"), ("^", "ab"), ("", "ab"),
            ("b*$", "abb"), ("a-$", "baa"), ("^a*", "b"), ("x*y", "xxz xy"),
            ("^a*a*b+$", "aab"), ("[^%s]", "  x"),
        ]
    )
    func finds(pattern: String, text: String) throws {
        #expect(try #require(LuaPattern(pattern)).matches(Array(text.utf8)))
    }

    @Test(
        "is not found in another",
        arguments: [
            ("^off_t$", "xoff_t"), ("^off_t$", "off_tx"), ("^long [a-z0-9_]+$", "long *x"), ("long [*]", "long x"),
            ("a+", ""), (".", ""), ("%d", "ab"), ("[^a]", "aaa"), ("a-b", "aac"), ("%A", "ab"), ("[a-c]", "A"),
            ("^a*a*b+$", "aa"), ("[*][*]", "char * *a"),
        ]
    )
    func findsNothing(pattern: String, text: String) throws {
        #expect(!(try #require(LuaPattern(pattern)).matches(Array(text.utf8))))
    }

    @Test(
        "that is malformed or beyond this reader is refused",
        arguments: ["[a", "[]", "[^]", "%", "a%", "(a)", "%b()", "%f[a]", "%1", "[%", "()", "%q"]
    )
    func malformed(pattern: String) {
        #expect(LuaPattern(pattern) == nil)
    }

    @Test(
        "matches as Lua itself does",
        .enabled(if: Commands.isInstalled("lua5.4"), "lua5.4 is not installed")
    )
    func compared() throws {
        var random = SeededGenerator(5)
        let pieces = [
            "a", "b", ".", "%a", "%d", "%s", "%S", "%w", "[ab]", "[^ab]", "[a-c]", "[%d_]", "_", "%*", "[*]", " ",
        ]
        var cases: [(pattern: String, text: String)] = []
        for _ in 0..<2_000 {
            var pattern = random.once(in: 4) ? "^" : ""
            for _ in 0...random.below(4) { pattern += random.pick(pieces) + random.pick(["", "", "*", "+", "-", "?"]) }
            if random.once(in: 4) { pattern += "$" }
            let text = (0..<random.below(12)).map { _ in random.pick(["a", "b", "c", "1", "_", " ", "*", "\t"]) }
                .joined()
            cases.append((pattern, text))
        }
        let script = cases.map { "print(string.find([==[\($0.text)]==], [==[\($0.pattern)]==]) ~= nil)\n" }.joined()
        let sandbox = try GitSandbox()
        try sandbox.write("patterns.lua", script)
        let answers = try sandbox.run(["lua5.4", "patterns.lua"], in: ".").split(separator: "\n")
        #expect(answers.count == cases.count)
        for (example, answer) in zip(cases, answers) {
            let found = try #require(LuaPattern(example.pattern)).matches(Array(example.text.utf8))
            #expect("\(found)" == answer, "'\(example.pattern)' in '\(example.text)'")
        }
    }
}
