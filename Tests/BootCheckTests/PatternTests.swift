import Testing

@testable import BootCheck

@Suite("A pattern") struct PatternTests {
    private func isFound(_ pattern: String, _ line: String) throws -> Bool {
        try LinePattern(pattern).isFound(in: Array(line.utf8))
    }

    @Test("is found where it stands")
    func found() throws {
        for (pattern, line) in [
            ("abc", "xxabcxx"), ("^abc", "abcd"), ("abc$", "xabc"), ("^$", ""), ("a.c", "xabcx"), ("a[0-9]+b", "a123b"),
            ("(foo|ba[rz])!", "baz!"), ("a{2,3}", "xaax"), ("x?y", "y"), ("\\d+\\.\\d+", "v1.25"), ("[^a]b", "cb"),
            ("a|^b", "b"), ("(a|b)*c$", "ababc"), ("login: *$", "x login: "), ("[]x]", "]"), ("é", "café"),
            ("(?:ab)+c", "ababc"), ("a{0,2}b", "b"), ("[a\\-z]", "-"), ("[\\d_]", "_"),
        ] {
            #expect(try isFound(pattern, line), "\(pattern) in \(line)")
        }
        for (pattern, line) in [
            ("abc", "abd"), ("^abc", "xabc"), ("abc$", "abcd"), ("a{2}", "aba"), ("^[0-9]+$", "12a"), ("a\\.c", "abc"),
        ] {
            #expect(try !isFound(pattern, line), "\(pattern) in \(line)")
        }
    }

    @Test(
        "that is none is refused", arguments: ["", "(", ")", "[a", "*", "a{3,2}", "\\q", "(?=a)", "a{9999}", "[z-a]"])
    func refused(pattern: String) {
        #expect(throws: PatternError.self) { try LinePattern(pattern) }
    }

    @Test("has no line on which it takes long")
    func speed() throws {
        #expect(try !isFound("(a*)*(a|aa)+$", String(repeating: "a", count: 4000) + "b"))
        #expect(try isFound("(.*a){12}", String(repeating: "xa", count: 2000)))
    }

    @Test("tells the text that every line with it has")
    func literals() throws {
        #expect(try LinePattern("^mach: (.*) registered at [0-9]+$").literal == Array(" registered at ".utf8))
        #expect(try LinePattern("^mach: x").head == Array("mach: x".utf8))
        #expect(try LinePattern("(a|b)").literal.isEmpty)
    }
}
