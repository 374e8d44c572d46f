extension Prose {
    /// The report as the body of a page.
    public var html: HTML { "<main>\n\(blocks.map(\.html))</main>" }

    /// Rules for it beside those that all pages have.
    public static let style: HTML = """
        main { max-width: 62rem; margin: 0 auto; }
        main h3 { font-size: 1.05rem; margin: 1.75rem 0 .25rem; }
        main li { margin: .2rem 0; }
        .tasks { list-style: none; padding: 0; }
        .tasks li { margin: .6rem 0; }
        .tasks label { display: flex; gap: .6rem; align-items: baseline; }
        .tasks input { width: 1.05rem; height: 1.05rem; margin: 0; accent-color: var(--link); flex: none; transform: translateY(.15rem); }
        .tasks pre {
          margin: .25rem 0 0 1.65rem; padding: .4rem .6rem; overflow-x: auto; background: var(--shade);
          border: 1px solid var(--line); border-radius: 4px;
        }
        main td { min-width: 7rem; }
        """
}

extension Prose.Block {
    fileprivate var html: HTML {
        switch self {
        case .heading(1, let phrase): "<h1>\(phrase.html)</h1>\n"
        case .heading(2, let phrase): "<h2>\(phrase.html)</h2>\n"
        case .heading(_, let phrase): "<h3>\(phrase.html)</h3>\n"
        case .paragraph(let phrase): "<p>\(phrase.html)</p>\n"
        case .list(let points): "<ul>\n\(points.map { "<li>\($0.html)</li>\n" as HTML })</ul>\n"
        case .tasks(let tasks):
            "<ul class=\"tasks\">\n\(tasks.map { Self.task($0.text, $0.command) })</ul>\n"
        case .table(let head, let rows):
            """
            <div class="scroll" role="region" aria-label="\(head.first?.plain ?? "")" tabindex="0">
            <table>
            <thead><tr>\(head.map { "<th scope=\"col\">\($0.html)</th>" as HTML })</tr></thead>
            <tbody>
            \(rows.map(Self.row))</tbody>
            </table>
            </div>

            """
        }
    }

    private static func task(_ text: Phrase, _ command: String) -> HTML {
        let code: HTML = command.isEmpty ? "" : "<pre tabindex=\"0\"><code>\(command)</code></pre>"
        return "<li><label><input type=\"checkbox\"><span>\(text.html)</span></label>\(code)</li>\n"
    }

    private static func row(_ cells: [Phrase]) -> HTML {
        let head = cells.first.map { "<th scope=\"row\">\($0.html)</th>" as HTML } ?? ""
        return "<tr>\(head)\(cells.dropFirst().map { "<td>\($0.html)</td>" as HTML })</tr>\n"
    }
}

extension Phrase {
    fileprivate var html: HTML {
        let markup = pieces.map { piece -> HTML in
            switch piece {
            case .text(let text): "\(text)"
            case .code(let text): "<code>\(text)</code>"
            case .strong(let text): text.isEmpty ? "" : "<strong>\(text)</strong>"
            }
        }
        return "\(markup)"
    }
}
