/// The differences of two texts in the form that `diff -u` and `patch(1)` know, with git's headers.
public struct UnifiedDiff: Sendable {
    /// The changed file.
    public let change: FileChange
    /// How many unchanged lines surround a difference.
    public let context: Int

    /// A diff of `change`.
    public init(_ change: FileChange, context: Int = 3) {
        self.change = change
        self.context = context
    }

    /// The diff; empty when nothing differs.
    public var bytes: [UInt8] {
        guard !change.isEmpty else { return [] }
        let old = Self.lines(change.expected.bytes ?? [])
        let new = Self.lines(change.result.bytes ?? [])
        let names = (old: QuotedName("a/\(change.path)").text, new: QuotedName("b/\(change.path)").text)
        var out = Array("diff --git \(names.old) \(names.new)\n".utf8)
        switch (change.expected, change.result) {
        case (.absent, .file(_, let mode)): out += "new file mode \(mode.octal)\n".utf8
        case (.file(_, let mode), .absent): out += "deleted file mode \(mode.octal)\n".utf8
        case (.file(_, let before), .file(_, let after)) where before != after:
            out += "old mode \(before.octal)\nnew mode \(after.octal)\n".utf8
        default: break
        }
        guard old != new else { return out }
        out += "--- \(Self.label(change.expected == .absent ? "/dev/null" : names.old))\n".utf8
        out += "+++ \(Self.label(change.result == .absent ? "/dev/null" : names.new))\n".utf8
        for hunk in hunks(old, new) { out += hunk }
        return out
    }

    /// A tab ends a name that holds a space: patch(1) would take what follows the space for a time stamp.
    private static func label(_ name: String) -> String {
        name.utf8.contains(0x20) ? name + "\t" : name
    }

    private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for (index, byte) in text.enumerated() where byte == 0x0A {
            lines.append(text[start...index])
            start = index + 1
        }
        if start < text.count { lines.append(text[start...]) }
        return lines
    }

    private enum Step {
        case keep(old: Int, new: Int)
        case remove(old: Int)
        case insert(new: Int)
    }

    private func steps(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Step] {
        let diff = LineDiff(old, new)
        var steps: [Step] = []
        var (before, after) = (0, 0)
        while before < old.count || after < new.count {
            if before < old.count, diff.isRemoved[before] {
                steps.append(.remove(old: before))
                before += 1
            } else if after < new.count, diff.isInserted[after] {
                steps.append(.insert(new: after))
                after += 1
            } else {
                steps.append(.keep(old: before, new: after))
                before += 1
                after += 1
            }
        }
        return steps
    }

    private func hunks(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [[UInt8]] {
        let steps = steps(old, new)
        let changed = steps.indices.filter { if case .keep = steps[$0] { false } else { true } }
        var ranges: [Range<Int>] = []
        for index in changed {
            let range = max(0, index - context)..<min(steps.count, index + context + 1)
            if let last = ranges.last, last.upperBound >= range.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        var position = 0
        var (before, after) = (0, 0)
        return ranges.map { range in
            while position < range.lowerBound {
                advance(steps[position], &before, &after)
                position += 1
            }
            return hunk(steps, range, &position, &before, &after, old, new)
        }
    }

    private func advance(_ step: Step, _ before: inout Int, _ after: inout Int) {
        switch step {
        case .keep:
            before += 1
            after += 1
        case .remove: before += 1
        case .insert: after += 1
        }
    }

    private func hunk(
        _ steps: [Step],
        _ range: Range<Int>,
        _ position: inout Int,
        _ before: inout Int,
        _ after: inout Int,
        _ old: [ArraySlice<UInt8>],
        _ new: [ArraySlice<UInt8>]
    ) -> [UInt8] {
        let (firstBefore, firstAfter) = (before, after)
        var body: [UInt8] = []
        while position < range.upperBound {
            switch steps[position] {
            case .keep(let index, _): Self.append(0x20, old[index], to: &body)
            case .remove(let index): Self.append(0x2D, old[index], to: &body)
            case .insert(let index): Self.append(0x2B, new[index], to: &body)
            }
            advance(steps[position], &before, &after)
            position += 1
        }
        let removed = Self.span(firstBefore, before - firstBefore)
        let inserted = Self.span(firstAfter, after - firstAfter)
        return Array("@@ -\(removed) +\(inserted) @@\n".utf8) + body
    }

    private static func span(_ start: Int, _ count: Int) -> String {
        count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
    }

    private static func append(_ mark: UInt8, _ line: ArraySlice<UInt8>, to body: inout [UInt8]) {
        body.append(mark)
        body += line
        if line.last != 0x0A { body += "\n\\ No newline at end of file\n".utf8 }
    }
}

extension FileMode {
    /// The mode as git writes it.
    public var octal: String { self == .regular ? "100644" : "100755" }
}
