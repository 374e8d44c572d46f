extension Prose {
    /// The report for a terminal, in lines of at most 100 columns where words allow it.
    public var text: String {
        var paragraphs: [[String]] = []
        for block in blocks {
            switch block {
            case .heading(let level, let phrase):
                let title = phrase.printable
                let mark = level < 3 ? [title, String(repeating: level == 1 ? "=" : "-", count: title.count)] : [title]
                paragraphs.append(mark)
            case .paragraph(let phrase): paragraphs.append(Self.wrapped(phrase.printable))
            case .list(let points): paragraphs.append(points.flatMap { Self.wrapped($0.printable, first: "- ") })
            case .tasks(let tasks):
                paragraphs.append(
                    tasks.flatMap { text, command in
                        Self.wrapped(text.printable, first: "[ ] ")
                            + (command.isEmpty ? [] : ["      $ " + Phrase(command).printable])
                    })
            case .table(let head, let rows): paragraphs.append(Self.table(head, rows))
            }
        }
        return paragraphs.filter { !$0.isEmpty }.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
    }

    private static let width = 100

    private static func wrapped(_ text: String, first: String = "", indent: Int? = nil) -> [String] {
        let margin = String(repeating: " ", count: indent ?? first.count)
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let line = lines.last, line.count + word.count < width {
                lines[lines.count - 1] = line + (line == first ? "" : " ") + word
            } else if lines.isEmpty {
                lines.append(first + word)
            } else {
                lines.append(margin + word)
            }
        }
        return lines
    }

    /// Columns side by side where they are narrow; else a row is a heading with its cells below.
    private static func table(_ head: [Phrase], _ rows: [[Phrase]]) -> [String] {
        let cells = ([head] + rows).map { $0.map(\.printable) }
        let widths = head.indices.map { column in
            cells.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
        }
        if widths.reduce(0, +) + 2 * widths.count <= width {
            return cells.map { row in
                let line = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
                return String(line.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
            }
        }
        let titleWidth = widths.indices.dropFirst().map { cells[0][$0].count }.max() ?? 0
        return cells.dropFirst().flatMap { row in
            [row.first ?? ""]
                + zip(cells[0], row).dropFirst().filter { !$1.isEmpty }.flatMap { title, cell in
                    let label = "  " + title + String(repeating: " ", count: titleWidth - title.count + 2)
                    return wrapped(cell, first: label)
                }
        }
    }
}

extension Phrase {
    /// The words without what would steer a terminal.
    fileprivate var printable: String {
        String(
            String.UnicodeScalarView(
                plain.unicodeScalars.map { scalar in
                    switch scalar {
                    case "\n", "\t": " "
                    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
                        "\u{FFFD}"
                    default: scalar
                    }
                }))
    }
}
