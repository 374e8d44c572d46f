import TableDiff

extension DiffReport {
    /// The report as Markdown, for a review or a release note.
    var markdown: String {
        var lines = ["# System calls: \(old.name.code) to \(new.name.code)"]
        for table in tables {
            lines += ["", "## \(table.title.code)", "", table.summary]
            if !table.result.notes.isEmpty { lines += [""] + table.result.notes.map { "- \($0.cell)" } }
            for (impact, _) in table.counts {
                lines += [
                    "", "### \(impact.title.prefix(1).uppercased())\(impact.title.dropFirst())", "",
                    "| number | call | change | was | is | why |", "| --- | --- | --- | --- | --- | --- |",
                ]
                for change in table.changes where change.impact == impact {
                    let cells = [
                        change.numberText.cell, change.name.code, change.kindText, change.old?.code ?? "",
                        change.new?.code ?? "", change.reason.cell,
                    ]
                    lines.append("| \(cells.joined(separator: " | ")) |")
                }
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

extension String {
    /// The text as code inside a cell of a table; a fence longer than any run of backquotes in it.
    fileprivate var code: String {
        guard !isEmpty else { return "" }
        let text = split(whereSeparator: \.isNewline).joined(separator: " ").split(
            separator: "|", omittingEmptySubsequences: false
        ).joined(separator: "\\|")
        var longest = 0
        var run = 0
        for character in text {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        return longest == 0 ? fence + text + fence : "\(fence) \(text) \(fence)"
    }

    /// The text inside a cell of a table: nothing in it is markup.
    fileprivate var cell: String {
        String(
            flatMap { character -> [Character] in
                if character.isNewline { return [" "] }
                return "\\`*_{}[]<>()#+!|&".contains(character) ? ["\\", character] : [character]
            })
    }
}
