import Testing

@testable import SyscallSyntax

@Suite("A constant of Lua")
struct LuaValueTests {
    /// The value, and how many tokens were left.
    private func read(_ source: String) -> (value: LuaValue?, left: Int) {
        let tokens = LuaToken.lex(Array(source.utf8))
        var position = 0
        let value = LuaValue.read(tokens, at: &position)
        return (value, tokens.count - position)
    }

    @Test("is a string, a number, a truth value or nothing")
    func scalars() {
        #expect(read("\"a\"").value == .string("a"))
        #expect(read("17").value == .number(17))
        #expect(read("true").value == .boolean(true))
        #expect(read("false").value == .boolean(false))
        #expect(read("nil").value == LuaValue.none)
    }

    @Test("is a table with keys of every form, with either separator, also behind the last field")
    func table() {
        let (value, left) = read("{ a = 1, [\"b c\"] = {2; 3}, 'x'; [4] = nil, } rest")
        #expect(
            value
                == .table([
                    .init(key: "a", value: .number(1)),
                    .init(
                        key: "b c",
                        value: .table([.init(key: nil, value: .number(2)), .init(key: nil, value: .number(3))])),
                    .init(key: nil, value: .string("x")), .init(key: "4", value: LuaValue.none),
                ])
        )
        #expect(left == 1)
    }

    @Test("has fields by name, the last of which wins")
    func fields() {
        let value = read("{ a = 1, b = 'c', a = 2 }").value
        #expect(value?["a"] == .number(2))
        #expect(value?["a"]?.text == "2")
        #expect(value?["b"]?.text == "c")
        #expect(value?["d"] == nil)
        #expect(value?.fields.count == 3)
    }

    @Test(
        "is nothing that must be computed",
        arguments: [
            "f(1)", "{ a = f(1) }", "{ a = b }", "{ [f] = 1 }", "{ 1 .. 2 }", "{", "{ a = 1", "{ a = 1 b = 2 }",
            "-1", "{ [1 = 2 }", "", "1.5", "{ a = }",
        ]
    )
    func computed(source: String) {
        #expect(read(source).value == nil)
    }
}
