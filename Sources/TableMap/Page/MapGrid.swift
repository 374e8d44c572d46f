import Reports
import SyscallTable
import TableDiff

/// The grid of one table on a page.
struct MapGrid {
    let comparison: MapComparison
    let map: TableMap
    /// The table's number on the page.
    let id: Int
    /// Whether the table is the newer one of two.
    let isSecond: Bool

    /// How many numbers a row has. Narrow screens break each row in two.
    static let columns = 20

    init(_ comparison: MapComparison, _ map: TableMap, id: Int, isSecond: Bool) {
        self.comparison = comparison
        self.map = map
        self.id = id
        self.isSecond = isSecond
    }

    var markup: HTML {
        let ruler = (0..<Self.columns).map { "<th scope=\"col\" role=\"columnheader\">\($0)</th>" as HTML }
        return """
            <figure>
            <figcaption><code>\(map.tree)</code>: \(map.cells.count) numbers<span class="soft">\(bands)</span></figcaption>
            <table class="grid" role="grid" aria-label="\(map.table) of \(map.tree)" aria-readonly="true">
            <thead role="rowgroup"><tr role="row"><td role="columnheader"></td>\(ruler)</tr></thead>
            <tbody role="rowgroup">
            \(stride(from: 0, to: map.cells.count, by: Self.columns).map(row))</tbody>
            </table>
            </figure>

            """
    }

    private var bands: [HTML] {
        map.bands.map { band in
            "<span class=\"band-note\">band <a href=\"#\(anchor(band.numbers.lowerBound))\">\(band.text)</a></span>"
        }
    }

    private func row(_ start: Int) -> HTML {
        let cells = map.cells[start..<min(start + Self.columns, map.cells.count)]
        return """
            <tr role="row"><th scope="row" role="rowheader">\(start)</th>\(cells.map(cell))</tr>

            """
    }

    private func anchor(_ number: Int) -> String { "t\(id)-\(number)" }

    private func cell(_ cell: TableMap.Cell) -> HTML {
        let mark = comparison.mark(of: cell.number)
        let classes =
            cell.kind.rawValue + (mark == nil ? "" : " differs") + (mark == .breaks ? " breaks" : "")
        let difference = mark.map { $0 == .breaks ? ", differs, breaks programs" : ", differs" } ?? ""
        return """
            <td role="gridcell" class="\(classes)\(bandClasses(cell.number))"\(capability(cell))>\
            <a href="#\(anchor(cell.number))" title="\(cell.label)" \
            aria-label="\(cell.label)\(difference)">\(String(cell.kind.letter))</a></td>
            """
    }

    private func bandClasses(_ number: Int) -> HTML {
        guard let band = map.bands.first(where: { $0.numbers.contains(number) }) else { return "" }
        let first: HTML = band.numbers.lowerBound == number ? " first" : ""
        return " band\(first)\(band.numbers.upperBound == number ? " last" : "" as HTML)"
    }

    /// Whether capability mode allows what can be called.
    private func capability(_ cell: TableMap.Cell) -> HTML {
        guard let call = cell.rows.first?.call, cell.kind.isCall || cell.kind == .module else { return "" }
        return " data-capability=\"\(call.has(.capabilityEnabled) ? "yes" : "no")\""
    }
}

extension Impact {
    /// The impact as words of a sentence.
    var words: String {
        switch self {
        case .binaryBreak: "binary break"
        case .sourceBreak: "source break"
        case .compatible: "compatible"
        case .information: "information"
        }
    }
}
