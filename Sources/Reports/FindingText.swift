import Edits
import Findings

/// Findings as text: `path:line:column: error: message [rule]`, which editors and CI logs know.
public struct FindingText: Sendable {
    /// Whether severities are coloured.
    public let isColoured: Bool
    /// Whether the source line and a caret follow, as on a terminal.
    public let showsSource: Bool

    /// Decides how findings look.
    public init(isColoured: Bool, showsSource: Bool) {
        self.isColoured = isColoured
        self.showsSource = showsSource
    }

    /// The lines of `finding`.
    ///
    /// - Parameters:
    ///   - finding: what was found.
    ///   - source: gives the bytes of a file that a location names; `nil` when it cannot.
    public func render(_ finding: Finding, source: (String) -> [UInt8]?) -> String {
        var text = head(finding.location)
        text += "\(coloured(finding.severity)): \(Self.printable(finding.message)) [\(finding.rule)]\n"
        if showsSource, let location = finding.location { text += excerpt(location, source) }
        for note in finding.notes {
            text += "\(head(note.location))\(paint("note", "36")): \(Self.printable(note.message))\n"
            if showsSource, let location = note.location { text += excerpt(location, source) }
        }
        return text
    }

    private func head(_ location: Location?) -> String {
        guard let location else { return "sysent: " }
        // Editors want line and column; a finding about a whole file is shown at its beginning.
        return "\(Self.printable(location.path)):\(location.line ?? 1):\(location.column ?? 1): "
    }

    private func coloured(_ severity: Severity) -> String {
        switch severity {
        case .error: paint(severity.rawValue, "1;31")
        case .warning: paint(severity.rawValue, "1;33")
        case .note: paint(severity.rawValue, "36")
        }
    }

    private func paint(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    /// The source line and a caret below the column.
    private func excerpt(_ location: Location, _ source: (String) -> [UInt8]?) -> String {
        guard let line = location.line, let column = location.column, let bytes = source(location.path) else {
            return ""
        }
        let lines = LineMap(bytes)
        guard line <= lines.starts.count else { return "" }
        let range = lines.range(ofLine: line)
        let text = bytes[range].filter { $0 != 0x0A && $0 != 0x0D }
        // A huge line says nothing on a terminal.
        guard text.count <= 200, column <= text.count + 1 else { return "" }
        let pad = text.prefix(column - 1).filter { $0 & 0xC0 != 0x80 }.map { $0 == 0x09 ? "\t" : " " }.joined()
        return "    \(Self.printable(String(decoding: text, as: UTF8.self)))\n    \(pad)\(paint("^", "1;32"))\n"
    }

    /// `text` without control characters: what a file holds must not drive the terminal.
    static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value < 0x20 && $0.value != 0x09 || $0.value == 0x7F }) else {
            return text
        }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 && $0.value != 0x09 || $0.value == 0x7F ? "\u{FFFD}" : $0 }
            )
        )
    }
}
