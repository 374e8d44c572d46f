import Findings
import SyscallSyntax
import SyscallTable
import TestSupport
import Testing

@testable import Authoring

@Suite("The house style of a master") struct HouseStyleTests {
    private func style(_ text: String, _ generator: Generator) -> HouseStyle {
        let syntax = MasterSyntax.parse(
            Array(text.utf8), path: "master", form: generator.particulars.master.form)
        return HouseStyle(Master(syntax, generator: generator))
    }

    private let entry = HouseStyle.Entry(
        number: 9, audit: "AUE_NULL", kinds: "STD", result: "int", name: "lamp",
        arguments: ["int fd", "const char *a_rather_long_name_of_a_colour", "size_t length_of_it"])

    @Test("is that of most entries, where lines are continued by a backslash")
    func continued() {
        let master = """
            0\tAUE_NULL\tSTD\t{ int one(int a); }
            1\tAUE_NULL\tSTD\t{ int two(int a, \\
            \t\t\t\t    int b); }
            2\tAUE_NULL STD { \\
            \t\tint three( \\
            \t\t    int a \\
            \t\t); \\
            \t}

            """
        #expect(
            style(master, .shell).text(entry)
                == "9\tAUE_NULL\tSTD\t{ int lamp(int fd, \\\n\t\t\t\t    const char *a_rather_long_name_of_a_colour, \\\n\t\t\t\t    size_t length_of_it); }\n"
        )
    }

    @Test("is that of most entries, where they are blocks")
    func block() {
        let master = """
            0 AUE_NULL STD {
                    int one(
                            int a
                    );
            }
            1\tAUE_NULL\tSTD {
            \t\tint two(
            \t\t    int a,
            \t\t    int b
            \t\t);
            \t}
            2\tAUE_NULL\tSTD {
            \t\tint three(
            \t\t    int a,
            \t\t);
            \t}

            """
        let expected =
            "9\tAUE_NULL\tSTD {\n\t\tint lamp(\n\t\t    int fd,\n\t\t    const char *a_rather_long_name_of_a_colour,\n\t\t    size_t length_of_it\n\t\t);\n\t}\n"
        #expect(style(master, .lua13).text(entry) == expected)
    }

    @Test(
        "of a master without any is the usual one, and both can be read again",
        arguments: [Generator.shell, .lua13, .lua14, .modular])
    func empty(generator: Generator) throws {
        // The first line of an older master is an identification.
        let head = generator.edition == .modular ? "" : " $FreeBSD$\n"
        let text = head + style(head + "0\tAUE_NULL\tUNIMPL\tnosys\n", generator).text(entry)
        let syntax = MasterSyntax.parse(Array(text.utf8), path: "master", form: generator.particulars.master.form)
        let row = try #require(Master(syntax, generator: generator).rows.first)
        #expect(row.name == "lamp" && row.prototype?.arguments.count == 3)
    }

    @Test(
        "keeps a list in order, of which a few are not",
        arguments: [
            ("d", ["a", "b", "e"], 2), ("a", ["b"], 0), ("z", ["b"], 1), ("d", ["a", "t", "b", "c", "e"], 4),
            ("a", [], 0),
        ])
    func sorted(key: String, keys: [String], index: Int) {
        #expect(SortedPlace.index(of: key, in: keys) == index)
    }
}
