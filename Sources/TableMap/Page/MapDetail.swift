import Reports
import SyscallTable
import TableDiff

/// What is known of a number.
struct MapDetail {
    let comparison: MapComparison
    let number: Int
    let id: Int

    init(_ comparison: MapComparison, number: Int, id: Int) {
        self.comparison = comparison
        self.number = number
        self.id = id
    }

    var markup: HTML {
        let changes = comparison.changes[number] ?? []
        let list: HTML =
            changes.isEmpty
            ? "" : "<h4>What differs</h4>\n<ul class=\"changes\">\n\(changes.map(change))</ul>\n"
        let sides = comparison.maps.map { map -> (tree: String, cell: TableMap.Cell?) in
            (map.tree, map.cells.indices.contains(number) ? map.cells[number] : nil)
        }
        // One description does where both trees say the same.
        let isSame = sides.count == 2 && changes.isEmpty && sides[0].cell?.kind == sides[1].cell?.kind
        let shown = isSame ? Array(sides.suffix(1)) : sides
        let name = sides.compactMap { $0.cell?.name }.last { !$0.isEmpty } ?? ""
        return """
            <article id="t\(id)-\(number)" tabindex="-1" aria-label="Number \(number)">
            <h3>\(number)\(name.isEmpty ? "" : " <code>\(name)</code>" as HTML)</h3>
            \(list)<div class="sides">\(shown.map { side($0.tree, $0.cell, hasTitle: shown.count > 1) })</div>
            </article>

            """
    }

    private func change(_ change: Change) -> HTML {
        let number = change.newNumber.map { " (\(change.numbers.lowerBound) to \($0))" } ?? ""
        let words = change.kind.rawValue.split(separator: "-").joined(separator: " ")
        return """
            <li class="\(change.impact.rawValue)"><span class="impact">\(change.impact.words)</span>: \(words)\(number). \
            \(change.reason)</li>

            """
    }

    private func side(_ tree: String, _ cell: TableMap.Cell?, hasTitle: Bool) -> HTML {
        let title: HTML = hasTitle ? "<h4><code>\(tree)</code></h4>" : ""
        guard let cell else { return "<div>\(title)<p class=\"soft\">no such number</p></div>" }
        return "<div>\(title)<dl>\(entries(cell))</dl></div>"
    }

    private func entries(_ cell: TableMap.Cell) -> [HTML] {
        var list = [entry("is", "\(cell.kind.explanation)", isDull: true)]
        if let claim = cell.claim { list.append(entry("taken by", "\(claim.call) of <code>\(claim.module)</code>")) }
        for row in cell.rows { list += entries(row, isOne: cell.rows.count == 1) }
        return list
    }

    private func entries(_ row: TableMap.Row, isOne: Bool) -> [HTML] {
        let call = row.call
        var list: [HTML] = []
        if !row.declaration.isEmpty { list.append(entry("declared", code(row.declaration))) }
        list.append(entry("kinds", code(call.kinds.words.joined(separator: "|"))))
        if let symbol = row.symbol { list.append(entry("symbol", code(symbol))) }
        switch call.kinds.level {
        case .native, .compat:
            if !call.isLoadable, !call.has(.noStandard) { list.append(entry("handler", code(call.handler))) }
            if call.audit != "AUE_NULL" { list.append(entry("audit", code(call.audit))) }
            list.append(entry("capability mode", call.has(.capabilityEnabled) ? "allowed" : "refused", isDull: true))
            if call.abi.needsWrapper { list.append(entry("this ABI", "has a handler of its own")) }
        case .none, .obsolete: break
        }
        if row.isConditional { list.append(entry("only", "in some kernels: the row stands in a conditional")) }
        list.append(entry("defined", code(row.place), isDull: true))
        return list
    }

    /// - Parameter isDull: whether nobody looks for the text: half of all numbers have it.
    private func entry(_ title: HTML, _ text: HTML, isDull: Bool = false) -> HTML {
        "<dt>\(title)</dt><dd\(isDull ? " class=\"dull\"" : "" as HTML)>\(text)</dd>"
    }

    private func code(_ text: String) -> HTML { "<code>\(text)</code>" }
}
