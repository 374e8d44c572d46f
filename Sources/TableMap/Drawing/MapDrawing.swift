import Reports

/// A map as an SVG drawing of its own: it loads nothing, follows the reader's preference of light or dark, and each cell
/// says what it is when it is pointed at.
public struct MapDrawing: Sendable {
    /// The tables; two stand side by side.
    public let comparison: MapComparison
    /// How many numbers a row has.
    public let columns: Int

    /// Draws `comparison`.
    public init(_ comparison: MapComparison, columns: Int = GridText.defaultColumns) {
        self.comparison = comparison
        self.columns = columns
    }

    /// The bytes of the file.
    public var bytes: [UInt8] { Array(markup.text.utf8) }

    private static let side = 26
    private static let gap = 3
    private static let margin = 16
    private static let rowHead = 40
    private static let head = 64

    private var step: Int { Self.side + Self.gap }
    private var gridWidth: Int { Self.rowHead + columns * step }
    private var rows: Int { (comparison.size + columns - 1) / columns }
    private var legendTop: Int { Self.head + rows * step + 24 }
    private var width: Int { max(Self.margin * 2 + gridWidth * comparison.maps.count + spaceBetween, 520) }
    private var spaceBetween: Int { comparison.second == nil ? 0 : 32 }
    private var height: Int { legendTop + comparison.kinds.count * 24 + bandLines.count * 20 + 24 }

    private var markup: HTML {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
        role="img" aria-labelledby="title">
        <title id="title">\(title)</title>
        <style>
        \(MapStyle.colours)
        \(Self.style)
        </style>
        <rect class="paper" width="\(width)" height="\(height)"/>
        \(comparison.maps.enumerated().map(map))\(legend)\(bandNotes)</svg>

        """
    }

    private var title: String {
        let first = comparison.first
        guard let second = comparison.second else { return "The system-call table \(first.table) of \(first.tree)" }
        return "The system-call tables \(first.table) of \(first.tree) and \(second.table) of \(second.tree)"
    }

    private func map(_ index: Int, _ map: TableMap) -> HTML {
        let left = Self.margin + index * (gridWidth + spaceBetween)
        let ruler = (0..<columns).map { column -> HTML in
            "<text class=\"soft mid\" x=\"\(left + Self.rowHead + column * step + Self.side / 2)\" y=\"54\">\(column)</text>\n"
        }
        let heads = stride(from: 0, to: map.cells.count, by: columns).map { start -> HTML in
            "<text class=\"soft end\" x=\"\(left + Self.rowHead - 8)\" y=\"\(top(start) + 18)\">\(start)</text>\n"
        }
        return """
            <text class="head" x="\(left)" y="28">\(map.table) of \(map.tree): \(map.cells.count) numbers</text>
            \(ruler)\(heads)\(map.bands.flatMap { band($0, left) })\(map.cells.map { cell($0, left) })
            """
    }

    private func top(_ number: Int) -> Int { Self.head + number / columns * step }
    private func left(_ number: Int) -> Int { Self.rowHead + number % columns * step }

    /// The frame behind a band, row by row.
    private func band(_ band: TableMap.Band, _ left: Int) -> [HTML] {
        var frames: [HTML] = []
        var first = band.numbers.lowerBound
        while first <= band.numbers.upperBound {
            let last = min(band.numbers.upperBound, first - first % columns + columns - 1)
            let width = (last - first) * step + Self.side + 4
            frames.append(
                """
                <rect class="band" x="\(left + self.left(first) - 2)" y="\(top(first) - 2)" width="\(width)" \
                height="\(Self.side + 4)" rx="5"/>

                """)
            first = last + 1
        }
        return frames
    }

    private func cell(_ cell: TableMap.Cell, _ left: Int) -> HTML {
        let (x, y) = (left + self.left(cell.number), top(cell.number))
        let mark: HTML =
            comparison.mark(of: cell.number) == nil
            ? ""
            : "<path class=\"\(comparison.mark(of: cell.number) == .breaks ? "breaks" : "differs")\" d=\"M\(x + Self.side - 9) \(y) h9 v9 z\"/>"
        return """
            <g class="\(cell.kind.rawValue)"><title>\(cell.label)</title><rect class="cell" x="\(x)" y="\(y)" \
            width="\(Self.side)" height="\(Self.side)" rx="4"/><text class="mid" x="\(x + Self.side / 2)" \
            y="\(y + 18)">\(String(cell.kind.letter))</text>\(mark)</g>

            """
    }

    private var legend: [HTML] {
        comparison.kinds.enumerated().map { index, kind in
            let y = legendTop + index * 24
            let counts = comparison.maps.map { map in String(map.cells.count { $0.kind == kind }) }
            return """
                <g class="\(kind.rawValue)"><rect class="cell" x="\(Self.margin)" y="\(y)" width="18" height="18" rx="4"/>\
                <text class="mid" x="\(Self.margin + 9)" y="\(y + 13)">\(String(kind.letter))</text></g>\
                <text class="note" x="\(Self.margin + 28)" y="\(y + 14)">\(counts.joined(separator: ", then ")): \(kind.explanation)</text>

                """
        }
    }

    private var bandLines: [String] {
        comparison.maps.flatMap { map in
            map.bands.map { "band \($0.text)" + (comparison.second == nil ? "" : ", \(map.tree)") }
        }
            + (comparison.second == nil
                ? [] : ["a corner marks what differs: red what breaks programs that were built before"])
    }

    private var bandNotes: [HTML] {
        let top = legendTop + comparison.kinds.count * 24 + 12
        return bandLines.enumerated().map { index, line in
            "<text class=\"note\" x=\"\(Self.margin)\" y=\"\(top + index * 20)\">\(line)</text>\n"
        }
    }

    private static let style: HTML = """
        text { font: 12px ui-monospace, monospace; fill: var(--ink); }
        .paper { fill: var(--paper); }
        .head { font: 600 15px system-ui, sans-serif; }
        .note { font: 13px system-ui, sans-serif; }
        .soft { fill: var(--soft); font-size: 11px; }
        .mid { text-anchor: middle; }
        .end { text-anchor: end; }
        .band { fill: var(--band); }
        .cell { fill: var(--fill); stroke: var(--edge); }
        g text { fill: var(--text); font-weight: 600; }
        .obsolete .cell, .reserved .cell, .unimplemented .cell { stroke-dasharray: 3 2; }
        .breaks { fill: var(--mark); }
        .differs { fill: var(--ink); }
        """
}

extension TableMap.Cell {
    /// The cell in words: number, name, kind.
    public var label: String {
        [String(number), name, kind.title + (claim.map { " by \($0.module)" } ?? "")].filter { !$0.isEmpty }.joined(
            separator: " ")
    }
}
