import SyscallSyntax
import Testing

@Suite("The tokens of Lua")
struct LuaTokenTests {
    private func lex(_ source: String) -> [LuaToken] {
        LuaToken.lex(Array(source.utf8))
    }

    @Test("are names, strings, numbers and symbols")
    func kinds() {
        #expect(
            lex("local a_1 = {'x', 3, 0x1F, 1.5}")
                == [
                    .name("local"), .name("a_1"), .symbol("="), .symbol("{"), .string("x"), .symbol(","), .number("3"),
                    .symbol(","), .number("0x1F"), .symbol(","), .number("1.5"), .symbol("}"),
                ]
        )
    }

    @Test(
        "leave comments out",
        arguments: [
            "a -- b\nc", "#!/usr/bin/lua\na c", "a --[[ b\nb ]] c", "a --[==[ ]] ]=] ]==] c", "a --\nc", "a --[b\nc",
            "a --[=b\nc",
        ]
    )
    func comments(source: String) {
        #expect(lex(source) == [.name("a"), .name("c")])
    }

    @Test(
        "hold the text of strings",
        arguments: [
            (#""a'b""#, "a'b"), (#"'a"b'"#, "a\"b"), (#""a\"b""#, "a\"b"), (#""a\\""#, "a\\"),
            (#""a\nb\tc""#, "a\nb\tc"),
            ("[[a\nb]]", "a\nb"), ("[==[a]]b]=]c]==]", "a]]b]=]c"), ("\"-- no comment\"", "-- no comment"),
            ("\"\"", ""),
        ]
    )
    func strings(source: String, text: String) {
        #expect(lex(source) == [.string(text)])
    }

    @Test("take the longest symbol")
    func symbols() {
        let source = "a ... .. . == = ~= <= < :: : // /"
        let expected = ["...", "..", ".", "==", "=", "~=", "<=", "<", "::", ":", "//", "/"]
        #expect(lex(source).dropFirst() == expected.map(LuaToken.symbol)[...])
    }

    @Test(
        "end with the source, whatever it leaves open", arguments: ["\"a", "'a\\", "[[a", "--[[a", "[=[a]]", "--", "["])
    func open(source: String) {
        #expect(lex(source).count <= 1)
    }
}
