import Reports
import TableDiff
import TableMap
import TestSupport
import Testing

@Suite("A page of a map") struct PageTests {
    private func page(_ comparison: MapComparison...) -> String {
        String(decoding: MapPage(comparison, generator: "sysent 0").page.bytes, as: UTF8.self)
    }

    /// The names of the elements, and what is wrong with how they are nested. The script is no markup.
    private func elements(_ page: String) -> (names: Set<Substring>, problems: [String]) {
        var (names, open, problems): (Set<Substring>, [Substring], [String]) = ([], [], [])
        let markup = page.replacing(/<(script|style)>(.|\n)*?<\/(script|style)>/, with: "")
        for tag in markup.matches(of: /<(\/?)([A-Za-z0-9!]+)[^>]*>/) {
            names.insert(tag.2)
            if tag.2.hasPrefix("!") || tag.2 == "meta" || tag.2 == "input" || tag.0.hasSuffix("/>") { continue }
            if tag.1.isEmpty {
                open.append(tag.2)
            } else if open.popLast() != tag.2 {
                problems.append("</\(tag.2)> closes another element")
            }
        }
        return (names, problems + open.map { "<\($0)> is not closed" })
    }

    private static let expected: Set<Substring> = [
        "!DOCTYPE", "a", "article", "aside", "body", "code", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption",
        "figure", "form", "h1", "h2", "h3", "h4", "head", "header", "html", "input", "kbd", "label", "legend", "li",
        "main",
        "meta", "option", "output", "p", "section", "select", "span", "summary", "table", "tbody", "td", "th", "thead",
        "title", "tr", "ul",
    ]

    @Test("is what it was when somebody looked at it")
    func snapshot() throws {
        let claims = [4: TableMap.Claim(module: "m", call: "sip")]
        let bytes = MapPage([MapComparison(map(everyKind, claims: claims, own: [1]))], generator: "sysent 0").page.bytes
        #expect(try Snapshot.differences(bytes, from: "Tests/TableMapTests/Snapshots/page.html") == [])
    }

    @Test("has a cell and details for each number, and a label on each cell")
    func cells() {
        let page = page(MapComparison(map(everyKind)))
        #expect(elements(page).problems == [])
        #expect(page.matches(of: /<td role="gridcell"/).count == 12)
        #expect(page.matches(of: /<article id="t1-[0-9]+"/).count == 12)
        #expect(
            page.contains(
                "<td role=\"gridcell\" class=\"static\" data-capability=\"yes\"><a href=\"#t1-1\" title=\"1 door static\" aria-label=\"1 door static\">s</a></td>"
            ))
        #expect(page.contains("<dt>declared</dt><dd><code>int door(const char *key)</code></dd>"))
        #expect(page.contains("class=\"free band first\"") && page.contains("class=\"free band last\""))
    }

    @Test("shows two trees with what differs, and what is the same once")
    func pair() {
        let old = row(0, "lamp", "int oil") + row(1, "door")
        let page = page(comparison(old, row(0, "lamp", "long oil") + row(1, "door") + row(2, "wick")))
        #expect(elements(page).problems == [])
        #expect(page.matches(of: /<table class="grid" role="grid"/).count == 2)
        #expect(page.contains("aria-label=\"0 lamp static, differs, breaks programs\""))
        #expect(page.contains("<li class=\"binary-break\"><span class=\"impact\">binary break</span>: argument type. "))
        #expect(page.contains("<h3>2 <code>wick</code></h3>") && page.contains("<p class=\"soft\">no such number</p>"))
        #expect(page.matches(of: /int door\(void\)/).count == 1)
    }

    @Test("lets a reader choose among several tables")
    func tables() {
        let one = MapComparison(map(everyKind))
        #expect(page(one, one).contains("<select id=\"table\"><option value=\"1\">sys/kern</option>"))
        #expect(!page(one).contains("id=\"table\""))
    }

    @Test("loads nothing, runs its own script alone, and that script has none of the tree's text in it")
    func policy() throws {
        let first = page(MapComparison(map(everyKind)))
        let script = try #require(first.firstMatch(of: /<script>((.|\n)*?)<\/script>/)).1
        let hash = try #require(first.firstMatch(of: /script-src 'sha256-([A-Za-z0-9+\/=]+)'/)).1
        #expect(first.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"))
        let other = page(MapComparison(map(row(0, "wick"), of: "<other>")))
        #expect(other.contains(script) && other.contains(hash))
        for word in ["<link", "src=", "url(", "@import", "http:", "https:", "innerHTML", "eval("] {
            #expect(!first.contains(word), "\(word)")
        }
    }

    @Test("takes nothing of a tree for markup")
    func hostile() {
        let text =
            row(0, "lamp", "_In_reads_(<script>alert(1)</script>) int *oil")
            + row("1", placeholder: "OBSOL", "</code><h1>")
            + row("2", placeholder: "UNIMPL", "\"onfocus='x'") + slots(3...3)
        let claims = [3: TableMap.Claim(module: "<i>", call: "&amp;")]
        let tree = "a'\"><img src=x onerror=alert(1)>\u{202E}"
        let comparison = MapComparison(map(text, of: tree, claims: claims))
        let page = page(comparison)
        let (names, problems) = elements(page)
        #expect(names.subtracting(Self.expected) == [])
        #expect(problems == [])
        #expect(page.contains("slot, taken by &lt;i&gt;") && page.contains("&amp;amp;") && !page.contains("\u{202E}"))
        let drawing = String(decoding: MapDrawing(comparison).bytes, as: UTF8.self)
        #expect(elements(drawing).problems == [])
        #expect(elements(drawing).names == ["svg", "title", "rect", "text", "g"])
        #expect(drawing.contains("<title>1 &lt;/code&gt;&lt;h1&gt; obsolete</title>"))
    }

    @Test(
        "is driven in Chromium as a reader would, in light and dark, wide and narrow",
        .enabled(
            if: Commands.isInstalled("chromium") && Commands.isInstalled("python3"),
            "chromium or python3 is not installed"))
    func driven() throws {
        let sandbox = try GitSandbox()
        let rows = (0..<130).map { row($0, "call\($0)", "int value", kinds: $0 % 3 == 0 ? "STD|CAPENABLED" : "STD") }
            .joined()
        let pages = [
            "one": [MapComparison(map(everyKind)), MapComparison(map(rows))],
            "two": [comparison(rows, rows + slots(130...139) + row(140, "wick", "<b> *at"))],
        ]
        for (name, tables) in pages {
            try sandbox.write("\(name).html", MapPage(tables, generator: "sysent 0").page.bytes)
            do {
                try sandbox.run(["python3", PackageFiles.root + "/Scripts/drive-map", "\(name).html"], in: ".")
            } catch let failure as GitSandbox.CommandFailed {
                Issue.record("\(name): \(failure.output)")
            }
        }
    }
}
