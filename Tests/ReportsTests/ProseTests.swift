import Reports
import Testing

@Suite("A report in words") struct ProseTests {
    private static let hostile = "<b>|`x` *y* _z_ a_b\n\u{1B}[31m\u{202E}"

    @Test("wraps words, and puts narrow columns side by side")
    func text() {
        let prose = Prose([
            .heading(1, "Lamps"), .paragraph("\(code: "lamp") has \(2) \(strong: "wicks")."),
            .list([Phrase(String(repeating: "oil ", count: 40))]), .tasks([("light it", "lamp --on"), ("look", "")]),
            .table(head: ["name", "oil"], rows: [["lamp", "2"], ["door", ""]]),
        ])
        let oil = String(repeating: "oil ", count: 23)
        #expect(
            prose.text == """
                Lamps
                =====

                lamp has 2 wicks.

                - \(oil)oil
                  \(String(repeating: "oil ", count: 15))oil

                [ ] light it
                      $ lamp --on
                [ ] look

                name  oil
                lamp  2
                door

                """)
    }

    @Test("makes a record of a row that is too wide for columns")
    func wide() {
        let long = String(repeating: "oil ", count: 30)
        let text = Prose([.table(head: ["name", "says", "is"], rows: [["lamp", Phrase(long), "on"]])]).text
        #expect(text.hasPrefix("lamp\n  says  oil oil "))
        #expect(text.hasSuffix("oil\n  is    on\n"))
    }

    @Test("takes nothing of a text for Markdown")
    func markdown() {
        let prose = Prose([.paragraph("\(Self.hostile)"), .table(head: ["a"], rows: [["\(code: "x|`y")"]])])
        #expect(prose.markdown.hasPrefix("\\<b\\>\\|\\`x\\` \\*y\\* \\_z\\_ a_b "))
        #expect(prose.markdown.hasSuffix("| a |\n| --- |\n| `` x\\|`y `` |\n"))
    }

    @Test("takes nothing of a text for markup, and steers no terminal")
    func escaped() {
        let prose = Prose([.heading(1, "\(Self.hostile)"), .tasks([("\(Self.hostile)", "a && <b>")])])
        #expect(prose.html.text.contains("<h1>&lt;b&gt;|`x` *y* _z_ a_b\n\u{FFFD}[31m\u{FFFD}</h1>"))
        #expect(prose.html.text.contains("<pre tabindex=\"0\"><code>a &amp;&amp; &lt;b&gt;</code></pre>"))
        #expect(
            prose.text.unicodeScalars.allSatisfy {
                $0 == "\n" || !("\u{0}"..."\u{1F}").contains($0) && $0 != "\u{202E}"
            })
    }

    @Test("allows its own script by a hash that a browser computes as well")
    func policy() {
        // The digests are those of FIPS 180-4's own examples, as sha256sum and base64 print them.
        let page = String(decoding: HTMLPage(title: "", generator: "", body: "", script: "abc").bytes, as: UTF8.self)
        #expect(page.contains("script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"))
        let long = String(
            decoding: HTMLPage(
                title: "", generator: "", body: "", script: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
            ).bytes, as: UTF8.self)
        #expect(long.contains("'sha256-JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE='"))
    }
}
