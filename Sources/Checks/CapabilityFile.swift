import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// A `capabilities.conf` of a tree, and the tables that read it.
struct CapabilityFile {
    let path: TreePath
    let syntax: CapabilitiesSyntax
    let tables: [TreeTables.Table]

    /// All of them, in path order; none in editions that have no such file.
    static func all(in tree: CheckedTree) throws(Refusal) -> [CapabilityFile] {
        var users: [TreePath: [TreeTables.Table]] = [:]
        for table in tree.tables.tables {
            guard case .file(let name, _) = table.table.configuration.capabilitySource,
                let path = table.site.directory.resolving(name)
            else { continue }
            users[path, default: []].append(table)
        }
        let reader: CapabilitiesSyntax.Reader = tree.tables.generator.edition == .shell ? .shell : .lua
        var files: [CapabilityFile] = []
        for (path, tables) in users.sorted(by: { $0.key < $1.key }) {
            guard let bytes = try tree.read(path) else { continue }
            let syntax = CapabilitiesSyntax.parse(bytes, path: tree.view.label(path), reader: reader)
            files.append(CapabilityFile(path: path, syntax: syntax, tables: tables))
        }
        return files
    }

    /// The edit that takes `entry` out; `nil` when something else stands in its line.
    func removal(of entry: CapabilitiesSyntax.Entry) -> TextEdit? {
        let line = line(of: entry)
        guard syntax.bytes.words(in: line).count == 1 else { return nil }
        return TextEdit(range: line, replacement: [])
    }

    /// The bytes of the line that `entry` stands in.
    func line(of entry: CapabilitiesSyntax.Entry) -> Range<Int> {
        syntax.lines.range(ofLine: syntax.lines.line(at: entry.range.lowerBound))
    }

    /// The names that an entry may have: those of the calls, with and without their table's prefix.
    var callNames: Set<String> {
        var names: Set<String> = []
        for table in tables {
            for call in table.table.calls where !call.alias.isEmpty {
                names.insert(call.alias)
                if call.alias.hasPrefix(table.prefix) { names.insert(String(call.alias.dropFirst(table.prefix.count))) }
            }
        }
        return names
    }
}
