import SyscallSyntax

extension [UInt8] {
    /// Whether a file with these bytes is one with `generated`, but for how its version control has expanded `$keyword$`.
    ///
    /// Subversion and CVS wrote `$FreeBSD: path revision date author $` into the files that they handed out, and in a copy
    /// of such a tree the committed companions still have it. Nothing else is overlooked.
    func isExpansion(of generated: [UInt8], keyword: String) -> Bool {
        let head = [0x24] + Array(keyword.utf8)
        guard keyword.utf8.allSatisfy(isIdentifier), !keyword.isEmpty, count >= generated.count else { return false }
        var (old, new) = (0, 0)
        while old < count {
            if starts(with: head, at: old), generated.starts(with: head + [0x24], at: new) {
                let start = old + head.count
                guard let end = self[start...].firstIndex(where: { $0 == 0x24 || $0 == 0x0A }), self[end] == 0x24,
                    end == start || starts(with: [0x3A, 0x20], at: start)
                else { return false }
                old = end + 1
                new += head.count + 1
            } else {
                guard new < generated.count, self[old] == generated[new] else { return false }
                old += 1
                new += 1
            }
        }
        return new == generated.count
    }

    private func starts(with text: [UInt8], at position: Int) -> Bool {
        guard position + text.count <= count, self[position] == text[0] else { return false }
        return self[position..<position + text.count].elementsEqual(text)
    }
}
