import Checks
import Compat32
import Edits
import Findings
import SourceTree
import SyscallSyntax

extension NewCall {
    /// The structures that arguments lead to, by their tags, each once.
    var structures: [String] {
        var seen: Set<String> = []
        return prototype.arguments.compactMap { argument in
            let words = argument.bareType.split(separator: " ")
            guard words.count == 2, words[0] == "struct" else { return nil }
            return seen.insert(String(words[1])).inserted ? String(words[1]) : nil
        }
    }

    /// The structures that only the declarations which the user gave define.
    func newStructures() throws(Refusal) -> [String] {
        guard let given = addition.structures else { return [] }
        let text = Array(given.utf8)
        let defined = try definitions()
        return structures.filter { defined[$0] == nil && text.defines(structure: $0) }
    }

    /// The headers that define the structures of the call, as the kernel includes them.
    func structureHeaders() throws(Refusal) -> [String] {
        let defined = try definitions()
        var headers = structures.compactMap { defined[$0] }
        if try !newStructures().isEmpty, case .file(let name)? = addition.header { headers.append(name) }
        return headers
    }

    /// The headers of sys/sys that define structures of the call, by tag.
    private func definitions() throws(Refusal) -> [String: String] {
        var wanted = structures
        var found: [String: String] = [:]
        let directory = TreePath("sys/sys")
        for path in try view.files(in: directory, where: { $0.hasSuffix(".h") }) where !wanted.isEmpty {
            let bytes = try view.read(path)
            wanted.removeAll { tag in
                guard bytes.defines(structure: tag) else { return false }
                found[tag] = "sys/" + path.name
                return true
            }
        }
        return found
    }
}

extension [UInt8] {
    /// Whether a line begins with `struct TAG {`.
    fileprivate func defines(structure tag: String) -> Bool {
        let head = Array("struct \(tag)".utf8)
        var position = 0
        while position + head.count <= count {
            let isLineStart = position == 0 || self[position - 1] == 0x0A
            if isLineStart, self[position...].starts(with: head) {
                var next = position + head.count
                while next < count, isSpace(self[next]) { next += 1 }
                if next < count, self[next] == 0x7B { return true }
            }
            guard let feed = self[position...].firstIndex(of: 0x0A) else { return false }
            position = feed + 1
        }
        return false
    }
}
