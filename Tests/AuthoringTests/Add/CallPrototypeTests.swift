import Authoring
import Findings
import TestSupport
import Testing

@Suite("A prototype") struct CallPrototypeTests {
    private func parse(_ text: String) throws(Refusal) -> CallPrototype {
        try .parse(Array(text.utf8), path: "prototype")
    }

    private func problem(_ text: String) -> [String] {
        do throws(Refusal) {
            return ["no problem but \(try parse(text).text)"]
        } catch {
            return error.findings.lines
        }
    }

    @Test(
        "is put in order, whatever its white space",
        arguments: [
            ("int lamp(void)", "int lamp(void)"),
            ("int lamp();", "int lamp(void)"),
            ("  void  *lamp( int  fd ,\n\tchar* colour ) ;\n", "void *lamp(int fd, char *colour)"),
            (
                "int lamp(_Inout_updates_(*len) char *buf, _Inout_ _Contains_long_ size_t * len)",
                "int lamp(_Inout_updates_(*len) char *buf, _Inout_ _Contains_long_ size_t *len)"
            ),
            ("int lamp(_In_ char * const * list)", "int lamp(_In_ char * const *list)"),
            ("ssize_t lamp(char * *x)", "ssize_t lamp(char **x)"),
        ])
    func tidied(text: String, expected: String) throws {
        #expect(try parse(text).text == expected)
        #expect(try parse(expected) == parse(text))
    }

    @Test(
        "that is none is refused at the byte where it goes wrong",
        arguments: [
            (
                "",
                "prototype:1:1: error: the declaration is empty; expected one like 'int foo(int fd, size_t len)' [malformed-prototype]"
            ),
            (
                "int lamp",
                "prototype:1:8: error: expected '(' and the arguments behind the name of the call [malformed-prototype]"
            ),
            (
                "int lamp(int fd",
                "prototype:1:15: error: expected ')' at the end of the declaration [malformed-prototype]"
            ),
            (
                "lamp(int fd)",
                "prototype:1:1: error: expected 'type name(' ahead of the arguments [malformed-prototype]"
            ),
            (
                "unsigned int lamp(void)",
                "prototype:1:10: error: a result type is one word, with stars behind it; write u_int and u_long, or a typedef [malformed-prototype]"
            ),
            ("int la-mp(void)", "prototype:1:5: error: 'la-mp' is no name of a call [malformed-name]"),
            ("int 3lamp(void)", "prototype:1:5: error: '3lamp' is no name of a call [malformed-name]"),
            ("int while(void)", "prototype:1:5: error: 'while' is a word of C and no name of a call [malformed-name]"),
            (
                "int lamp(int, int b)",
                "prototype:1:10: error: the argument has no type, or no name; the generator drops it [malformed-argument]"
            ),
            ("int lamp(int a,, int b)", "prototype:1:16: error: an argument is missing here [malformed-prototype]"),
            ("int lamp(int a,\nint a)", "prototype:2:1: error: two arguments are called 'a' [duplicate-argument]"),
            (
                "int lamp(int fd[2])",
                "prototype:1:10: error: expected 'type name', found 'int fd[2]' [malformed-argument]"
            ),
            (
                "int lamp(int int)",
                "prototype:1:10: error: 'int' is a word of C and no name of an argument [malformed-name]"
            ),
            ("int lamp(int a))", "prototype:1:15: error: ')' without '(' [malformed-prototype]"),
            (
                "int lamp(int \u{1}a)",
                "prototype:1:14: error: byte that belongs into no declaration [malformed-prototype]"
            ),
        ])
    func refused(text: String, expected: String) {
        #expect(problem(text) == [expected])
    }
}
