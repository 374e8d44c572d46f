import SyscallSyntax

/// Looks for functions in C sources, by bytes: no file is parsed.
package struct IdentifierSearch {
    /// What is looked for.
    package private(set) var wanted: Set<[UInt8]>

    package init(_ names: some Sequence<String>) {
        wanted = Set(names.map { Array($0.utf8) })
    }

    /// Removes from ``wanted`` what `bytes` declares or calls: an identifier ahead of a parenthesis, and not in a comment.
    package mutating func removeMentioned(in bytes: [UInt8]) {
        var found: [[UInt8]] = []
        bytes.withUnsafeBufferPointer { text in
            var position = 0
            while position < text.count {
                guard text[position] == 0x28 else {
                    position = Self.beginsComment(text, position) ? Self.end(ofComment: text, position) : position + 1
                    continue
                }
                if let name = Self.identifier(in: text, before: position), wanted.contains(name) { found.append(name) }
                position += 1
            }
        }
        wanted.subtract(found)
    }

    /// Removes from ``wanted`` what `bytes` mentions in any way.
    package mutating func removeNamed(in bytes: [UInt8]) {
        var found: [[UInt8]] = []
        let lengths = Set(wanted.map(\.count))
        bytes.withUnsafeBufferPointer { text in
            var position = 0
            while position < text.count {
                guard isIdentifier(text[position]) else {
                    position += 1
                    continue
                }
                let start = position
                while position < text.count, isIdentifier(text[position]) { position += 1 }
                guard lengths.contains(position - start) else { continue }
                let name = Array(text[start..<position])
                if wanted.contains(name) { found.append(name) }
            }
        }
        wanted.subtract(found)
    }

    /// Removes from ``wanted`` the handlers that `bytes` defines: an identifier ahead of the first parenthesis of a line that
    /// begins in the first column and does not end in a semicolon. The first parameter of a handler is the thread; programs
    /// among the sources of the kernel, tests most often, have functions of such names without it.
    package mutating func removeHandlers(in bytes: [UInt8]) {
        var found: [[UInt8]] = []
        bytes.withUnsafeBufferPointer { text in
            var start = 0
            while start < text.count {
                var end = start
                var parenthesis = -1
                let first = text[start]
                let isCode = isIdentifier(first)
                while end < text.count, text[end] != 0x0A {
                    if isCode, parenthesis < 0, text[end] == 0x28 { parenthesis = end }
                    end += 1
                }
                if parenthesis > start, text[end - 1] != 0x3B,
                    let name = Self.identifier(in: text, before: parenthesis), wanted.contains(name),
                    Self.takesThread(text, parenthesis + 1..<end)
                {
                    found.append(name)
                }
                start = end + 1
            }
        }
        wanted.subtract(found)
    }

    /// Whether parameters in the rest of a line begin with a thread: `struct thread *td`, or `td` as it was written before
    /// prototypes. They may begin in the next line.
    private static func takesThread(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let words = text[range].split { !isIdentifier($0) }.prefix(2)
        guard let first = words.first else { return !text[range].contains(0x29) }
        return first.elementsEqual("td".utf8)
            || first.elementsEqual("struct".utf8) && words.last?.elementsEqual("thread".utf8) ?? false
    }

    private static func beginsComment(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
        text[position] == 0x2F && position + 1 < text.count && text[position + 1] == 0x2A
    }

    private static func end(ofComment text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var position = start + 2
        while position + 1 < text.count {
            if text[position] == 0x2A, text[position + 1] == 0x2F { return position + 2 }
            position += 1
        }
        return text.count
    }

    private static func identifier(in text: UnsafeBufferPointer<UInt8>, before end: Int) -> [UInt8]? {
        var end = end
        while end > 0, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
        var start = end
        while start > 0, isIdentifier(text[start - 1]) { start -= 1 }
        return start < end ? Array(text[start..<end]) : nil
    }
}
