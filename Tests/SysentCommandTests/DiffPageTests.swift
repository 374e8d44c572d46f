import TestSupport
import Testing

@Suite("sysent diff --format html") struct DiffPageTests {
    let directory: TemporaryDirectory
    let sysent: Program

    init() throws {
        directory = try TemporaryDirectory()
        sysent = Program(directory: directory.path)
    }

    private func write(_ rows: String..., to tree: String) throws {
        try directory.write("\(tree)/sys/kern/syscalls.master", rows.joined())
    }

    /// A row with a prototype.
    private func row(_ number: Int, _ function: String, _ argument: String?, audit: String = "AUE_NULL") -> String {
        let arguments = argument.map { "(\n\t\t    \($0)\n\t\t);" } ?? "(void);"
        return "\(number)\t\(audit)\tSTD {\n\t\t\(function)\(arguments)\n\t}\n"
    }

    private func page(_ old: String, _ new: String, options: [String] = []) throws -> String {
        let run = try sysent.run(["diff", old, new, "--format", "html"] + options)
        #expect(run.errors == "")
        return run.output
    }

    /// The names of the elements, and what is wrong with how they are nested.
    private func elements(_ page: String) -> (names: Set<Substring>, problems: [String]) {
        var (names, open, problems): (Set<Substring>, [Substring], [String]) = ([], [], [])
        for tag in page.matches(of: /<(\/?)([A-Za-z0-9!]+)[^>]*>/) {
            names.insert(tag.2)
            if tag.2.hasPrefix("!") || tag.2 == "meta" || tag.2 == "input" { continue }
            if tag.1.isEmpty {
                open.append(tag.2)
            } else if open.popLast() != tag.2 {
                problems.append("</\(tag.2)> closes another element")
            }
        }
        return (names, problems + open.map { "<\($0)> is not closed" })
    }

    private static let expected: Set<Substring> = [
        "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "main", "div",
        "section",
        "p", "ul", "li", "table", "caption", "thead", "tbody", "tr", "th", "td", "code", "span", "fieldset", "legend",
        "label", "input",
    ]

    @Test("has every change with what it does and why")
    func changes() throws {
        try write(row(0, "int lamp", "int oil"), row(1, "int door", nil), to: "old")
        try write(row(0, "int lamp", "long oil"), row(1, "int door", nil, audit: "AUE_DOOR"), to: "new")
        let page = try page("old", "new", options: [])
        #expect(elements(page).problems == [])
        let row = """
            <tr><td class="number">0</td><th scope="row"><code>lamp</code></th><td class="change">argument type</td>\
            <td data-head="was"><code>int oil</code> <span class="soft">line 1</span></td>\
            <td data-head="is"><code>long oil</code> <span class="soft">line 1</span></td>\
            <td class="reason"><span class="impact">binary break</span>: the widths differ on 32-bit or on 64-bit machines, \
            so that programs pass other bits than are read</td></tr>
            """
        #expect(page.contains("<tbody class=\"binary-break\">\n\(row)\n</tbody>"), "\(page)")
        #expect(page.contains("<tbody class=\"information\">\n<tr><td class=\"number\">1</td>"))
        #expect(
            page.contains("<p class=\"soft\"><code>sys/kern/syscalls.master</code>: 1 binary break, 1 information</p>"))
        for impact in ["binary-break", "information"] {
            #expect(page.contains("<input type=\"checkbox\" id=\"show-\(impact)\" checked>"))
            #expect(page.contains("body:has(#show-\(impact):not(:checked)) tbody.\(impact)"))
        }
        #expect(!page.contains("id=\"show-compatible\""))
        #expect(try self.page("old", "new") == page)
    }

    @Test("says that nothing changed")
    func nothing() throws {
        try write(row(0, "int lamp", "int oil"), to: "old")
        let run = try sysent("diff", "old", "old", "--format", "html")
        #expect(run.status == 0)
        #expect(run.output.contains("<code>sys/kern/syscalls.master</code>: no change</p>"))
        #expect(elements(run.output).problems == [])
    }

    @Test("is a page whatever a tree and its master are called and hold")
    func hostile() throws {
        let (old, new) = ("a<img src=x onerror=\"alert(1)\">&", "b'\"><script>alert(1)<\u{202E}")
        try write(
            row(0, "int lamp", "_In_reads_(<script>) int *oil"), "1\tAUE_NULL\tOBSOL\t</code><h1>\n",
            row(2, "int door", nil), to: old)
        try write(
            row(0, "int lamp", "_In_reads_(\"'><i>&) int *oil"),
            "1\tAUE_NULL\tOBSOL\t<svg/onload=x>\n2\tAUE_NULL\tOBSOL\t<u>\n", to: new)
        let page = try page(old, new)
        let (names, problems) = elements(page)
        #expect(names.subtracting(Self.expected) == [])
        #expect(problems == [])
        #expect(page.contains("<code>_In_reads_(&lt;script&gt;) oil</code>"), "\(page)")
        #expect(page.contains("obsolete &lt;svg/onload=x&gt;"))
        let since = try sysent("diff", "--since", "<u>", old, new, "--format", "html")
        #expect(elements(since.output).names.subtracting(Self.expected) == [])
        #expect(since.output.contains("<h1><code>&lt;u&gt;</code>: since when</h1>"))
    }

    @Test("answers since which tree there is a call")
    func since() throws {
        try write(row(0, "int lamp", "int oil"), to: "old")
        try write(row(0, "int lamp", "int oil"), row(1, "int door", nil), to: "new")
        let run = try sysent("diff", "--since", "door", "old", "new", "--format", "html")
        #expect(run.status == 0)
        #expect(elements(run.output).problems == [])
        #expect(run.output.contains("<p>door since new, as 1</p>"))
        #expect(run.output.contains("<td class=\"number\">1</td><td>call</td><td><code>int door(void)</code></td>"))
        let nowhere = try sysent("diff", "--since", "wick", "old", "new", "--format", "html")
        #expect(nowhere.status == 1)
        #expect(nowhere.output.contains("<p>None of the trees has it.</p>"))
    }
}
