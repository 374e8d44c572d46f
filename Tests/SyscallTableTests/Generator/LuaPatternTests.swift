import SyscallTable
import TestSupport
import Testing

@Suite("A Lua pattern")
struct LuaPatternTests {
    private func match(_ pattern: String, _ text: String) throws -> String? {
        let bytes = Array(text.utf8)
        return try #require(LuaPattern(pattern)).firstMatch(in: bytes)
            .map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(
        "finds its first match",
        arguments: [
            ("off_t", "const off_t x", "off_t"), ("^off_t$", "off_t", "off_t"), ("^off_t[ ]*$", "off_t  ", "off_t  "),
            ("long [*]", "long *x", "long *"), ("^long [a-z0-9_]+$", "long arg_1", "long arg_1"),
            ("[*][*]", "char **x", "**"),
            ("_Contains[a-z_]*_timet_", "_In_ _Contains_long_timet_ x", "_Contains_long_timet_"),
            (".", "x", "x"), ("a.c", "abc", "abc"), ("a*", "baa", ""), ("a+", "baa", "aa"), ("a-b", "aab", "aab"),
            ("ab?c", "ac", "ac"), ("ab?c", "abc", "abc"), ("%d+", "ab12c", "12"), ("%a+", "12ab_", "ab"),
            ("%s", "a\tb", "\t"), ("%S+", " ab ", "ab"), ("%w+", "_a1_", "a1"), ("%u%l", "aBc", "Bc"),
            ("%x+", "xyz1fG", "1f"), ("%p", "a_b", "_"), ("%%", "50%", "%"), ("%.", "a.b", "."), ("%*", "a*", "*"),
            ("[]]", "a]", "]"), ("[^]]", "]a", "a"), ("[a-]", "-", "-"), ("[%]]", "]", "]"), ("[^a-c]+", "abcde", "de"),
            ("[%a_]+", "1a_b2", "a_b"), ("a$b", "a$b", "a$b"), ("$", "ab", ""), ("^", "ab", ""), ("", "ab", ""),
            ("b*$", "abb", "bb"), ("a-$", "baa", "aa"), ("^a*", "b", ""), ("x*y", "xxz xy", "xy"),
        ]
    )
    func finds(pattern: String, text: String, expected: String) throws {
        #expect(try match(pattern, text) == expected)
    }

    @Test(
        "finds nothing where nothing is",
        arguments: [
            ("^off_t$", "xoff_t"), ("^off_t$", "off_tx"), ("^long [a-z0-9_]+$", "long *x"), ("long [*]", "long x"),
            ("a+", ""), (".", ""), ("%d", "ab"), ("[^a]", "aaa"), ("a-b", "aac"), ("%A", "ab"), ("[a-c]", "A"),
        ]
    )
    func findsNothing(pattern: String, text: String) throws {
        #expect(try match(pattern, text) == nil)
    }

    @Test(
        "that is malformed or beyond this reader is refused",
        arguments: ["[a", "[]", "[^]", "%", "a%", "(a)", "%b()", "%f[a]", "%1", "[%", "()", "%q"]
    )
    func malformed(pattern: String) {
        #expect(LuaPattern(pattern) == nil)
    }

    @Test("can be searched from a place on")
    func from() throws {
        let pattern = try #require(LuaPattern("a"))
        let text = Array("a ba".utf8)
        #expect(pattern.firstMatch(in: text, from: 1) == 3..<4)
        #expect(pattern.firstMatch(in: text, from: 4) == nil)
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
        let script = cases.map { "print(string.find([==[\($0.text)]==], [==[\($0.pattern)]==]))\n" }.joined()
        let sandbox = try GitSandbox()
        try sandbox.write("patterns.lua", script)
        let answers = try sandbox.run(["lua5.4", "patterns.lua"], in: ".").split(separator: "\n")
        #expect(answers.count == cases.count)
        for (example, answer) in zip(cases, answers) {
            let match = try #require(LuaPattern(example.pattern)).firstMatch(in: Array(example.text.utf8))
            let ours = match.map { "\($0.lowerBound + 1)\t\($0.upperBound)" } ?? "nil"
            #expect(ours == answer, "'\(example.pattern)' in '\(example.text)'")
        }
    }
}
