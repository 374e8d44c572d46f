import Edits

/// A patch as text: just enough of its shape to say which files it mentions and where a hunk stands.
///
/// git reads patches; this looks at them for what git does not say. It may therefore name too much, and nothing depends
/// on it naming no more than there is.
struct PatchText {
    private let bytes: [UInt8]
    private let lines: LineMap

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lines = LineMap(bytes)
    }

    /// The paths that lines of a diff's head could mean.
    var mentionedPaths: Set<TreePath> {
        var paths: Set<TreePath> = []
        for line in texts {
            for prefix in ["rename from ", "rename to ", "copy from ", "copy to "] where line.hasPrefix(prefix) {
                paths.insert(TreePath(PatchText.unquoted(line.dropFirst(prefix.count))))
            }
            if let path = PatchText.headerPath(line) { paths.insert(path) }
        }
        return paths
    }

    /// The line of the patch that holds the hunk of `path` whose old side begins at `oldLine`, counted from 1.
    func line(ofHunkAt oldLine: Int, in path: TreePath) -> Int? {
        var current: TreePath?
        for (index, line) in texts.enumerated() {
            if let mentioned = PatchText.headerPath(line) {
                current = mentioned
            } else if current == path, line.hasPrefix("@@ -\(oldLine),") || line.hasPrefix("@@ -\(oldLine) ") {
                return index + 1
            }
        }
        return nil
    }

    /// The first line of the part about `path`.
    func line(ofPart path: TreePath) -> Int? {
        texts.firstIndex { PatchText.headerPath($0) == path }.map { $0 + 1 }
    }

    /// The value of the mail's `Date:` field.
    var date: String? {
        for line in texts {
            if line.isEmpty { return nil }
            if line.hasPrefix("Date: ") { return String(line.dropFirst(6)) }
        }
        return nil
    }

    private var texts: [String] {
        (1...lines.starts.count).map { line in
            let range = lines.range(ofLine: line)
            return String(decoding: bytes[range].last == 0x0A ? bytes[range].dropLast() : bytes[range], as: UTF8.self)
        }
    }

    /// The path of a `---` or `+++` line, without its first component and its time stamp.
    static func headerPath(_ line: String) -> TreePath? {
        guard line.hasPrefix("--- ") || line.hasPrefix("+++ ") else { return nil }
        let name = unquoted(line.dropFirst(4).prefix { $0 != "\t" })
        guard name != "/dev/null", let slash = name.firstIndex(of: "/") else { return nil }
        return TreePath(String(name[name.index(after: slash)...]))
    }

    /// Takes C quotes off a name.
    private static func unquoted(_ text: some StringProtocol) -> String {
        guard text.count >= 2, text.first == "\"", text.last == "\"" else { return String(text) }
        var result: [UInt8] = []
        var rest = Array(text.utf8.dropFirst().dropLast())[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let escape = rest.first else {
                result.append(byte)
                continue
            }
            let digits = rest.prefix(3).filter { (0x30...0x37).contains($0) }
            if digits.count == 3 {
                result.append(digits.reduce(0) { $0 &<< 3 | ($1 & 7) })
                rest = rest.dropFirst(3)
            } else {
                result.append(
                    ["n": 10, "t": 9, "r": 13, "a": 7, "b": 8, "f": 12, "v": 11][Unicode.Scalar(escape)] ?? escape)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
