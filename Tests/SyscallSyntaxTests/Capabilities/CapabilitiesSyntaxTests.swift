import Edits
import Findings
import SyscallSyntax
import TestSupport
import Testing

@Suite("A capabilities.conf")
struct CapabilitiesSyntaxTests {
    private func parse(_ text: String, _ reader: CapabilitiesSyntax.Reader) -> CapabilitiesSyntax {
        .parse(Array(text.utf8), path: "c", reader: reader)
    }

    @Test("names a call a line, between comments and blank lines", arguments: [CapabilitiesSyntax.Reader.shell, .lua])
    func names(reader: CapabilitiesSyntax.Reader) {
        let syntax = parse("##\n## The potter's door.\n##\npaint\n\nglaze\n# fire\ncount", reader)
        #expect(syntax.entries.map(\.name) == ["paint", "glaze", "count"])
        #expect(syntax.entries.map { syntax.bytes.text($0.range) } == ["paint", "glaze", "count"])
        #expect(syntax.entries[1].location == Location(path: "c", line: 6, column: 1))
        #expect(syntax.problems.lines == [])
    }

    /// The script hands the file to a shell, which splits it into words; only whole lines are comments.
    @Test("is split into words by a shell")
    func words() {
        let syntax = parse("paint glaze\nfire # hot\n", .shell)
        #expect(syntax.names == ["paint", "glaze", "fire", "#", "hot"])
        #expect(
            syntax.problems.lines == [
                "c:2:6: warning: '#' is no name of a call, so this line enables none [malformed-capability]"
            ])
    }

    /// `grab_capenabled` takes what is left of a line as it stands, blanks and all.
    @Test("is taken line by line by Lua, and a blank at the end makes it another name")
    func lines() {
        let syntax = parse("paint\nfire # hot\n", .lua)
        #expect(syntax.names == ["paint", "fire "])
        #expect(
            syntax.problems.lines == [
                "c:2:5: warning: 'fire ' is no name of a call, so this line enables none [malformed-capability]"
            ])
    }

    @Test("with carriage returns or NUL is refused")
    func bytes() {
        #expect(parse("paint\r\nfire\r\n", .lua).problems.rules == ["carriage-return"])
        #expect(parse("pa\0int\n", .shell).problems.rules == ["nul-byte"])
    }

    @Test("may be empty")
    func empty() {
        #expect(parse("", .lua).entries.isEmpty)
    }
}

@Suite("A pattern of names in a configuration")
struct NamePatternTests {
    private func names(_ line: String, _ dialect: ConfigurationSyntax.Dialect) -> NamePattern? {
        ConfigurationSyntax.parse(Array(line.utf8), path: "c", dialect: dialect)["capenabled"]?.names
    }

    private let idiom = #"capenabled=`sed -n -e 's/.*\<\(lamp[0-9]*_sys_[a-z0-9_]*\)\>.*/\1/p' $1 | tr '\n' ','`"#

    @Test("is recognised where releases contain it", arguments: [ConfigurationSyntax.Dialect.shell, .lua13])
    func recognised(dialect: ConfigurationSyntax.Dialect) {
        #expect(names(idiom, dialect)?.pattern == "lamp[0-9]*_sys_[a-z0-9_]*")
    }

    @Test("is like any other substitution for FreeBSD 14")
    func later() {
        #expect(ConfigurationSyntax.parse(Array(idiom.utf8), path: "c").needsShell)
    }

    @Test(
        "is nothing else",
        arguments: [
            #"capenabled=`sed -n -e 's/.*\<\(lamp.*\)\>.*/\1/p' $1 | tr '\n' ','`"#,
            #"capenabled=`sed -n -e 's/.*\<\(lamp\)\>.*/\1/p' $1 | tr '\n' ','; id`"#,
            #"capenabled=`sed -n -e 's/.*\<\(lamp$(id)\)\>.*/\1/p' $1 | tr '\n' ','`"#,
            #"capenabled=`sed -n -e 's/.*\<\([a-z\)\>.*/\1/p' $1 | tr '\n' ','`"#,
            #"capenabled=`cat names`"#,
        ]
    )
    func refused(line: String) {
        let syntax = ConfigurationSyntax.parse(Array(line.utf8), path: "c", dialect: .shell)
        #expect(syntax.settings.isEmpty)
        #expect(syntax.problems.rules == ["shell-substitution"])
    }
}
