import Edits
import Findings
import SourceTree
import SyscallSyntax

/// Finds the headers that declare what a call needs.
struct HeaderSearch {
    let view: any TreeView
    private(set) var declarations: Declarations
    private var seen: Set<TreePath> = []
    private var missed: Set<String> = []

    init(view: any TreeView, declarations: Declarations) {
        self.view = view
        self.declarations = declarations
    }

    /// Adds the declarations of a header, where there is one; those that were there before hold.
    mutating func read(_ path: TreePath) throws(Refusal) {
        guard seen.insert(path).inserted, try view.exists(path) else { return }
        let header = Declarations.parse(try view.read(path), path: view.label(path))
        declarations = declarations.completed(by: header)
    }

    /// Adds the declarations of all headers in a directory.
    mutating func read(below directory: TreePath) throws(Refusal) {
        for entry in try view.list(directory) where entry.name.hasSuffix(".h") {
            try read(directory.appending(entry.name))
        }
    }

    /// Adds the headers of `sys/sys` that declare the types of `call`, and the types of their members.
    mutating func search(for call: CallInterface) throws(Refusal) {
        var names = Set((call.arguments.map(\.type) + [call.result]).map { DeclaredType($0).base })
        // Structures hold structures, typedefs lead to typedefs; not for ever.
        for _ in 0..<8 {
            let wanted = names.filter { isUnknown($0) && missed.insert($0).inserted }
            if !wanted.isEmpty { try find(wanted) }
            let more = Set(names.flatMap(parts(of:))).subtracting(names)
            if more.isEmpty { return }
            names.formUnion(more)
        }
    }

    /// The types and constants that the declaration of a type mentions.
    private func parts(of name: String) -> [String] {
        let type = DeclaredType(name)
        if let typedef = declarations.typedefs[name] { return [typedef.type.base] }
        guard let tag = type.structureTag, let structure = declarations.structures[tag] else { return [] }
        return structure.members.flatMap { member in [member.type.base] + member.counts.filter(\.isIdentifier) }
    }

    private func isUnknown(_ name: String) -> Bool {
        if name == name.uppercased() { return name.isIdentifier && declarations.constants[name] == nil }
        switch TypeTable(declarations: declarations).meaning(of: DeclaredType(name)) {
        case .structure(let tag): return declarations.structures[tag] == nil
        case .unknown: return true
        case .void, .scalar, .pointer, .union, .floating: return false
        }
    }

    private mutating func find(_ names: Set<String>) throws(Refusal) {
        let directory = TreePath("sys/sys")
        for entry in try view.list(directory) where entry.name.hasSuffix(".h") {
            let path = directory.appending(entry.name)
            guard !seen.contains(path), case .file = entry.kind else { continue }
            let bytes = try view.read(path)
            if names.contains(where: { bytes.declares($0) }) { try read(path) }
        }
    }
}

extension [UInt8] {
    /// Whether the text may declare a type or a constant: the words `struct NAME {`, `NAME;` or `define NAME`.
    fileprivate func declares(_ name: String) -> Bool {
        let isStructure = name.hasPrefix("struct ")
        let isConstant = !isStructure && name == name.uppercased()
        let word = Array(name.utf8)
        guard let first = word.first, count > word.count else { return false }
        return withUnsafeBufferPointer { bytes in
            for offset in 0..<bytes.count - word.count where bytes[offset] == first {
                guard offset == 0 || !isIdentifier(bytes[offset - 1]),
                    bytes[offset..<offset + word.count].elementsEqual(word),
                    !isIdentifier(bytes[offset + word.count])
                else { continue }
                if isConstant { return true }
                let next = bytes[(offset + word.count)...].first { !isSpace($0) }
                if next == (isStructure ? 0x7B : 0x3B) { return true }
            }
            return false
        }
    }
}
