import Reports
import TestSupport
import Testing

@Suite("A page") struct HTMLTests {
    @Test(
        "takes nothing of a text for markup",
        arguments: [
            ("<script>", "&lt;script&gt;"), ("a && b", "a &amp;&amp; b"),
            ("\" onclick='x'", "&quot; onclick=&#39;x&#39;"),
            ("&lt;", "&amp;lt;"), ("</code>", "&lt;/code&gt;"), ("caf\u{E9} \u{2603}", "caf\u{E9} \u{2603}"),
            ("<\u{301}b>", "&lt;\u{301}b&gt;"), ("a\tb\nc", "a\tb\nc"),
        ]
    )
    func escaped(text: String, expected: String) {
        let markup: HTML = "<p title=\"\(text)\">\(text)</p>"
        #expect(markup.text == "<p title=\"\(expected)\">\(expected)</p>")
    }

    @Test(
        "shows neither what no document may hold nor what turns the direction of writing",
        arguments: ["\u{0}", "\u{1B}", "\r", "\u{7F}", "\u{85}", "\u{202E}", "\u{2067}"])
    func replaced(text: String) {
        #expect(("\(text)x" as HTML).text == "\u{FFFD}x")
    }

    @Test("takes markup as it is, and numbers")
    func markup() {
        let cell: HTML = "<td>\(1)</td>"
        #expect(("<tr>\(cell)\([cell, cell])</tr>" as HTML).text == "<tr><td>1</td><td>1</td><td>1</td></tr>")
    }

    @Test("is one file that loads and runs nothing")
    func page() {
        let bytes = HTMLPage(title: "</title>", generator: "sysent", body: "<p>lamp</p>").bytes
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"))
        #expect(text.hasSuffix("\n<body>\n<p>lamp</p>\n</body>\n</html>\n"))
        #expect(text.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
        #expect(text.contains("<title>&lt;/title&gt;</title>"))
        for word in ["<script", "<link", "src=", "url(", "@import", "http:", "https:"] {
            #expect(!text.contains(word), "\(word)")
        }
    }
}
