import Reports
import TableDiff

/// A map as a page of one file: grids, a search, filters, and what is known of each number.
///
/// Everything is in the markup, so that the page can be read without its script: cells are links to their details, and the
/// check boxes of the legend hide kinds by style rules. The script adds the search, the arrow keys and the choice of a table.
public struct MapPage: Sendable {
    /// The tables, each with its successor where two trees are shown; the first is shown first.
    public let tables: [MapComparison]
    /// The program that makes the page.
    public let generator: String

    /// Shows `tables`, of which there is one at least.
    public init(_ tables: [MapComparison], generator: String) {
        self.tables = tables
        self.generator = generator
    }

    /// The page.
    public var page: HTMLPage {
        HTMLPage(
            title: "System calls: " + trees.joined(separator: " and "),
            generator: generator,
            body: """
                <a class="skip" href="#maps">Skip to the map</a>
                <header>
                <h1>System calls of \(trees.map { "<code>\($0)</code>" as HTML }.joined(by: " and "))</h1>
                </header>
                <main>
                \(tools)
                <div id="maps">
                \(tables.indices.map(section))</div>
                </main>
                """,
            style: Self.style,
            script: Self.script
        )
    }

    private var trees: [String] { tables.first?.maps.map(\.tree) ?? [] }

    private var kinds: [TableMap.Kind] {
        TableMap.Kind.allCases.filter { kind in tables.contains { $0.kinds.contains(kind) } }
    }

    private var isComparison: Bool { tables.contains { $0.second != nil } }

    // MARK: - Search and filters

    private var tools: HTML {
        """
        <form class="tools" role="search" aria-label="Find and filter">
        <div class="find">
        \(tableChoice)<label class="script-only" for="query">Find
        <input id="query" type="search" autocomplete="off" spellcheck="false" placeholder="name, number, type, AUE_…" \
        aria-describedby="found"></label>
        <label class="script-only" for="capability">Capability mode
        <select id="capability"><option value="">any</option><option value="yes">allowed</option>\
        <option value="no">refused</option></select></label>
        \(differencesOnly)<output id="found" class="soft script-only" for="query capability"></output>
        </div>
        <fieldset class="kinds">
        <legend>Show</legend>
        \(kinds.map(kindChoice))</fieldset>
        </form>
        <details class="keys script-only"><summary>Keys</summary>
        <p><kbd>/</kbd> search, <kbd>Enter</kbd> there to the first that is found, <kbd>n</kbd> and <kbd>p</kbd> to the \
        next and the one before; arrows, <kbd>Home</kbd>, <kbd>End</kbd>, <kbd>Page Up</kbd> and <kbd>Page Down</kbd> in the \
        grid, <kbd>Ctrl</kbd> with <kbd>Home</kbd> or <kbd>End</kbd> to its first and last number, <kbd>Enter</kbd> to the \
        details, <kbd>Escape</kbd> back\(isComparison ? ", <kbd>o</kbd> to the other tree" : "" as HTML).</p></details>
        """
    }

    private var tableChoice: HTML {
        guard tables.count > 1 else { return "" }
        let options = tables.enumerated().map { index, table -> HTML in
            "<option value=\"\(index + 1)\">\(Self.title(of: table))</option>"
        }
        return """
            <label class="script-only" for="table">Table
            <select id="table">\(options)</select></label>

            """
    }

    private var differencesOnly: HTML {
        guard isComparison else { return "" }
        return """
            <label class="check"><input type="checkbox" id="differing"> differences only</label>

            """
    }

    private func kindChoice(_ kind: TableMap.Kind) -> HTML {
        """
        <label class="\(kind.rawValue)" title="\(kind.explanation)"><input type="checkbox" \
        id="show-\(kind.rawValue)" checked><span class="swatch" aria-hidden="true">\(String(kind.letter))</span> \
        \(kind.title)</label>

        """
    }

    // MARK: - Tables

    static func title(of table: MapComparison) -> String {
        let directories = table.maps.map(\.table)
        return Set(directories).count == 1 ? directories[0] : directories.joined(separator: ", now ")
    }

    private func section(_ index: Int) -> HTML {
        let table = tables[index]
        let id = index + 1
        return """
            <section class="map\(table.second == nil ? "" : " pair" as HTML)" id="table-\(id)" aria-labelledby="title-\(id)">
            <h2 id="title-\(id)"><code>\(Self.title(of: table))</code></h2>
            <div class="board">
            <div class="grids">
            \(table.maps.enumerated().map { MapGrid(table, $1, id: id, isSecond: $0 == 1).markup })</div>
            <aside id="details-\(id)" class="details" aria-label="Details">
            <p class="soft hint">Choose a number to see what is known of it.</p>
            \((0..<table.size).map { MapDetail(table, number: $0, id: id).markup })</aside>
            </div>
            </section>

            """
    }
}

extension [HTML] {
    /// The pieces with `separator` between them.
    func joined(by separator: HTML) -> HTML {
        enumerated().reduce("") { $1.offset == 0 ? $1.element : "\($0)\(separator)\($1.element)" }
    }
}
