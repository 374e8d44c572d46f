import Testing

@testable import SourceTree

@Suite("A Makefile")
struct BSDMakefileTests {
    private func parse(_ text: String) -> BSDMakefile { BSDMakefile(Array(text.utf8)) }

    @Test("assigns its variables")
    func assigns() {
        let makefile = parse("A=\tb c\nB ?= d\nC:= e\nD!=f\nE+=g\nE+=\th i\n# F=j\nG=k # l\nA=m\n")
        #expect(makefile.variables == ["A": "m", "B": "d", "C": "e", "D": "f", "E": "g h i", "G": "k"])
        #expect(makefile.lines["A"] == 1)
        #expect(makefile.lines["E"] == 5)
    }

    @Test("goes on behind a backslash")
    func continues() {
        let makefile = parse("A=\tb \\\n\tc\\\n\td\nB=e\\")
        #expect(makefile.variables["A"] == "b c d")
        #expect(makefile.lines["B"] == 4)
    }

    @Test("includes others")
    func includes() {
        let makefile = parse(
            ".include \"../conf/sysent.mk\"\n.  include \"${A}/b.mk\"\n.include <bsd.prog.mk>\n.if A\n")
        #expect(makefile.includes == ["../conf/sysent.mk", "${A}/b.mk"])
    }

    @Test(
        "expands variables",
        arguments: [
            ("a", "a"), ("${A}/c", "b/c"), ("$(A)/c", "b/c"), ("${B}", "xb"), ("${K}", "known"), ("${NONE}", nil),
            ("$A", nil), ("${A", nil), ("${LOOP}", nil), ("", ""),
        ] as [(String, String?)]
    )
    func expands(text: String, expected: String?) {
        let makefile = parse("A=b\nB=x${A}\nLOOP=${LOOP}\nK=own\n")
        #expect(makefile.expand(text, known: ["K": "known"]) == expected)
    }
}
