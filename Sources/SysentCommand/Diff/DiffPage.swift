import ArgumentParser
import Findings
import Reports
import TableDiff

extension DiffReport {
    /// The report as a page for a browser: a summary, then a table after the other, in each the gravest changes first.
    var page: HTMLPage {
        HTMLPage(
            title: "System calls: \(old.name) to \(new.name)",
            generator: "sysent \(Sysent.configuration.version)",
            body: """
                <a class="skip" href="#changes">Skip to the changes</a>
                <header>
                <h1>System calls: <code>\(old.name)</code> to <code>\(new.name)</code></h1>
                </header>
                <main>
                \(summary)
                \(filter)
                <div id="changes">
                \(tables.indices.map { section($0) })
                </div>
                </main>
                """
        )
    }

    /// The impacts that any change has, the gravest first.
    private var impacts: [Impact] {
        Impact.allCases.filter { impact in tables.contains { $0.changes.contains { $0.impact == impact } } }
    }

    private func count(_ impact: Impact) -> Int {
        tables.reduce(0) { sum, table in sum + table.changes.count { $0.impact == impact } }
    }

    private var summary: HTML {
        guard !impacts.isEmpty else { return "" }
        return """
            <div class="scroll" role="region" aria-label="Summary" tabindex="0">
            <table>
            <caption>Changes of each table, by what they do to programs</caption>
            <thead>
            <tr><th scope="col">table</th>\(impacts.map { "<th scope=\"col\" class=\"number\">\($0.title)</th>" })</tr>
            </thead>
            <tbody>
            \(tables.enumerated().map { summaryRow($0, $1) })
            </tbody>
            </table>
            </div>
            """
    }

    private func summaryRow(_ index: Int, _ table: Table) -> HTML {
        let cells = impacts.map { impact -> HTML in
            let count = table.changes.count { $0.impact == impact }
            return count == 0
                ? "<td class=\"number none\">0</td>"
                : "<td class=\"number \(impact.rawValue)\"><span class=\"impact\">\(count)</span></td>"
        }
        return """
            <tr><th scope="row"><a href="#table-\(index + 1)"><code>\(table.title)</code></a></th>\(cells)</tr>

            """
    }

    private var filter: HTML {
        guard impacts.count > 1 else { return "" }
        let choices = impacts.map { impact -> HTML in
            """
            <label class="\(impact.rawValue)"><input type="checkbox" id="show-\(impact.rawValue)" checked>
            <span><span class="impact">\(impact.title)</span> (\(count(impact)))</span></label>

            """
        }
        return """
            <fieldset class="filter">
            <legend>Show</legend>
            \(choices)</fieldset>
            """
    }

    private func section(_ index: Int) -> HTML {
        let table = tables[index]
        let notes = table.result.notes.map { "<li>\($0)</li>\n" as HTML }
        return """
            <section id="table-\(index + 1)" aria-labelledby="title-\(index + 1)">
            <h2 id="title-\(index + 1)"><code>\(table.title)</code></h2>
            <p class="soft">\(table.masters): \(table.summary)</p>
            \(notes.isEmpty ? "" : "<ul class=\"soft\">\n\(notes)</ul>\n" as HTML)\(table.changeTable(index + 1))</section>

            """
    }
}

extension DiffReport.Table {
    /// The masters that were compared.
    fileprivate var masters: HTML {
        let paths = [result.old?.master, result.new?.master].compactMap { $0 }
        let codes = (Set(paths).count == 1 ? Array(paths.prefix(1)) : paths).map { "<code>\($0)</code>" as HTML }
        return codes.count == 2 ? "\(codes[0]) to \(codes[1])" : "\(codes)"
    }

    fileprivate func changeTable(_ number: Int) -> HTML {
        guard !changes.isEmpty else { return "" }
        let groups = counts.map { impact, _ -> HTML in
            """
            <tbody class="\(impact.rawValue)">
            \(changes.filter { $0.impact == impact }.map(\.row))</tbody>

            """
        }
        return """
            <div class="scroll" role="region" aria-labelledby="title-\(number)" tabindex="0">
            <table class="wide">
            <thead>
            <tr><th scope="col" class="number">number</th><th scope="col">call</th><th scope="col">change</th>\
            <th scope="col">was</th><th scope="col">is</th><th scope="col">what it does</th></tr>
            </thead>
            \(groups)</table>
            </div>

            """
    }
}

extension Change {
    fileprivate var row: HTML {
        """
        <tr><td class="number">\(numberText)</td><th scope="row">\(name.code)</th><td class="change">\(kindText)</td>\
        <td\(old == nil ? "" : " data-head=\"was\"" as HTML)>\(side(old, oldLocation?.line))</td>\
        <td\(new == nil ? "" : " data-head=\"is\"" as HTML)>\(side(new, newLocation?.line))</td>\
        <td class="reason"><span class="impact">\(impact.title)</span>: \(reason)</td></tr>

        """
    }

    private func side(_ text: String?, _ line: Int?) -> HTML {
        guard let text else { return "" }
        guard let line else { return text.code }
        return "\(text.code) <span class=\"soft\">line \(line)</span>"
    }
}

extension String {
    /// The text as code; nothing for none.
    fileprivate var code: HTML { isEmpty ? "" : "<code>\(self)</code>" }
}
