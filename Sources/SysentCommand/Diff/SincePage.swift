import ArgumentParser
import Reports
import TableDiff

extension SinceText {
    /// The answer as a page for a browser.
    var page: HTMLPage {
        HTMLPage(
            title: "\(name): since when",
            generator: "sysent \(Sysent.configuration.version)",
            body: """
                <main>
                <h1><code>\(name)</code>: since when</h1>
                \(histories.isEmpty ? "<p>None of the trees has it.</p>" : "\(histories.map(section))" as HTML)
                </main>
                """
        )
    }

    private func section(_ history: CallHistory) -> HTML {
        """
        <section>
        <h2><code>\(history.table)</code></h2>
        <p>\(Self.answer(history, name))</p>
        <table class="wide">
        <thead>
        <tr><th scope="col">tree</th><th scope="col" class="number">number</th><th scope="col">state</th>\
        <th scope="col">declaration</th></tr>
        </thead>
        <tbody>
        \(history.sightings.flatMap(Self.rows))</tbody>
        </table>
        </section>

        """
    }

    private static func rows(_ sighting: CallHistory.Sighting) -> [HTML] {
        let tree: HTML = "<th scope=\"row\"><code>\(sighting.tree)</code></th>"
        guard !sighting.rows.isEmpty else {
            return ["<tr>\(tree)<td></td><td class=\"none\">none</td><td></td></tr>\n"]
        }
        return sighting.rows.map { row in
            """
            <tr>\(tree)<td class="number">\(row.number)</td><td>\(row.state)</td><td><code>\(row.declaration)</code></td></tr>

            """
        }
    }
}
