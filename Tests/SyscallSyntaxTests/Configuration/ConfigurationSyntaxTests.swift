import Findings
import SyscallSyntax
import TestSupport
import Testing

@Suite("A syscalls.conf")
struct ConfigurationSyntaxTests {
    private func parse(_ text: String) -> ConfigurationSyntax {
        .parse(Array(text.utf8), path: "c")
    }

    @Test(
        "holds a setting on each line",
        arguments: [
            ("a=b", "b"), ("a=\"b\"", "b"), ("a=\"b c  d\"", "b c  d"), ("a = b", "b"), ("a\t=\t\"b\"", "b"),
            ("a=", ""), ("a=\"\"", ""), ("a=b\t# c", "b"), ("a=b#c", "b"), ("a=\"b\" # c \"d\"", "b"),
            ("a=\"b # c\"", "b # c"), ("a=\"b;c|d\"", "b;c|d"), ("a=\"'b'\"", "'b'"), ("a=../b/c.h", "../b/c.h"),
            ("a =b=c", "b=c"), ("a=\"#define A\tB\"", "#define A\tB"), ("a=b   ", "b"),
        ]
    )
    func setting(line: String, value: String) {
        let syntax = parse(line)
        #expect(syntax.problems.lines == [])
        #expect(syntax["a"]?.value == value)
    }

    @Test("may hold comments and blank lines", arguments: ["", "\n", "# a=b\n", "   # a=b", " \t\n\n", "#`id`"])
    func nothing(text: String) {
        let syntax = parse(text)
        #expect(syntax.settings == [])
        #expect(syntax.problems.lines == [])
    }

    @Test("lets the last setting of a key win, and says where it stands")
    func last() {
        let syntax = parse("a=1\nb=2\n\na=3\n")
        #expect(syntax["a"]?.value == "3")
        #expect(syntax["a"]?.location == Location(path: "c", line: 4, column: 1))
        #expect(syntax["c"] == nil)
    }

    /// Released generators source the file, or hand what stands in backticks to a shell.
    @Test(
        "is data: what a shell would run is refused",
        arguments: [
            "a=`touch MARK`", "a=\"`touch MARK`\"", "a=$(touch MARK)", "a=\"$(touch MARK)\"", "a=${b:=c}",
            "a=\"$b\"", "a=b; touch MARK", "a=b && touch MARK", "a=b | touch MARK", "a=<(touch MARK)", ". MARK",
            "touch MARK", "a=b touch MARK", "a=\\`touch MARK\\`", "a=~root", "a=*", "a=\"b\"$(touch MARK)",
            "a=\"b\"`touch MARK`", "a=b`touch MARK`", "export a=b", "a+=b", "a[0]=b", "if a=b; then", "}", "a=(b c)",
            "a=\"b\" c", "a='b'", "a", "=b", "a b", " a=b", "a=\"b", "a=\"b=c\"", "a=b=c", "a =\"b=c\"",
        ]
    )
    func refused(line: String) {
        let syntax = parse("x=1\n\(line)\ny=2\n")
        let refused = [["malformed-setting"], ["shell-substitution"]].contains(syntax.problems.rules)
        // The one form with a second '=' that the generator reads as it looks.
        let isSound = line == "a =\"b=c\""
        #expect(refused != isSound, "\(syntax.problems.lines), \(syntax.settings.map { "\($0.key)=\($0.value)" })")
        #expect(syntax.problems.allSatisfy { $0.location?.line == 2 })
        #expect(syntax["x"]?.value == "1" && syntax["y"]?.value == "2")
    }

    @Test("gives up at a carriage return or a NUL", arguments: ["a=b\r", "a=\"b\0\"", "# c\r"])
    func bytes(line: String) {
        let syntax = parse("x=1\n\(line)\ny=2\n")
        #expect(syntax.problems.count == 1)
        #expect(syntax.problems.hasErrors)
        #expect(syntax["y"] == nil)
    }

    @Test("never stops the parser, whatever it holds", arguments: 0..<4)
    func damaged(seed: Int) throws {
        let paths = ["Sample", "Tests"].flatMap { PackageFiles.files(below: $0, suffix: ".conf") }
        let sources = try paths.map(PackageFiles.read)
        var mutator = TextMutator(seed: UInt64(seed))
        for round in 0..<300 {
            let damaged = mutator.mutate(sources[round % sources.count])
            let syntax = ConfigurationSyntax.parse(damaged, path: "c")
            for setting in syntax.settings {
                #expect(!setting.value.utf8.contains { "`$\\\r\0".utf8.contains($0) }, "seed \(seed), round \(round)")
            }
        }
    }
}
