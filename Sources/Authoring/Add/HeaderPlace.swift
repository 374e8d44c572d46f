import Compat32
import Edits
import Findings
import SourceTree

/// The declaration of the call in the header that programs include, behind its visibility check.
struct HeaderPlace: Place {
    let name = "header"

    func missing(for call: NewCall, in draft: Draft) throws(Refusal) -> [Finding] {
        guard call.addition.header == nil, try isWanted(call) else { return [] }
        return [
            missingOption(
                "the header that declares \(call.name) is missing: --header FILE as a program includes it, or --no-header"
            )
        ]
    }

    /// Whether the tree has headers for programs.
    func isWanted(_ call: NewCall) throws(Refusal) -> Bool {
        try call.view.kind(of: TreePath("include")) == .directory
    }

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        let structures = try call.newStructures()
        guard case .file(let name)? = call.addition.header else {
            try refuseStructures(structures)
            let isAsked = call.addition.header == .hidden
            draft.skip(self.name, isAsked ? "no header was asked for" : "this tree has no include directory")
            return
        }
        let path = try Self.path(of: name, in: draft.view)
        guard let text = try draft.text(path) else { return }
        if path.components.first != "sys" { try refuseStructures(structures) }
        let header = HeaderText(text)
        if header.lines.contains(where: { HeaderText.declared($0.text) == call.name }) {
            draft.skip(self.name, "\(path) declares \(call.name) already")
            return
        }
        let edit = HeaderEdit(call: call, text: text, header: header, structures: structures)
        try edit.write(to: &draft)
    }

    /// The kernel needs the structures as programs do, so that they belong into a header that both include.
    private func refuseStructures(_ structures: [String]) throws(Refusal) {
        guard let first = structures.first else { return }
        throw Refusal(
            "no-place",
            "struct \(first) is declared by --structures alone; --header sys/… names the header that it goes into")
    }

    /// The file that a program includes as `name`.
    ///
    /// - Throws: a `Refusal` when there is none.
    static func path(of name: String, in view: any TreeView) throws(Refusal) -> TreePath {
        // Some headers of sys/sys are installed above it as well: <fcntl.h>.
        let candidates = ["include/\(name)", "sys/\(name)", "sys/sys/\(name)", name]
        for candidate in candidates {
            guard let path = TreePath.root.resolving(candidate), path != .root else { continue }
            if try view.exists(path), path.name.hasSuffix(".h") { return path }
        }
        throw Refusal(
            "missing-header",
            "no header is included as <\(name)>: there is neither \(candidates[0]) nor \(candidates[1])")
    }
}

/// Where in one header the declaration goes, and what it needs there.
private struct HeaderEdit {
    let call: NewCall
    let text: SourceText
    let header: HeaderText
    /// The structures that the user declared and that go in here.
    let structures: [String]

    /// The lines between `__BEGIN_DECLS` and `__END_DECLS` that programs see, the last such region.
    private var region: (begin: Int, end: Int)? {
        var begin: Int?
        var found: (begin: Int, end: Int)?
        for (index, line) in header.lines.enumerated() where HeaderText.isForPrograms(line.conditions) {
            if line.text.hasPrefix("__BEGIN_DECLS") { begin = index }
            if line.text.hasPrefix("__END_DECLS"), let start = begin {
                found = (start, index)
                begin = nil
            }
        }
        return found
    }

    func write(to draft: inout Draft) throws(Refusal) {
        try writeStructures(to: &draft)
        let condition = visibility
        guard let region else {
            try writeRegion(condition, to: &draft)
            return
        }
        let guarded = condition.flatMap { block(of: $0, in: region) }
        let bounds = guarded ?? region
        let isGuarded = condition == nil || guarded != nil || stands(condition ?? "", around: region.begin)
        let depth = header.lines[region.begin].conditions.count + (guarded == nil ? 0 : 1)
        let neighbours = (bounds.begin + 1..<max(bounds.begin + 1, bounds.end)).filter { isPrototype($0, depth: depth) }
        let names = neighbours.compactMap { HeaderText.declared(header.lines[$0].text) }
        let declaration = lines(gap: Self.gap(neighbours.map { header.lines[$0].text }))
        try writeTypes(ahead: region.begin, to: &draft)
        let reason = "programs see \(call.name)" + (condition.map { " where \($0) holds" } ?? "")
        guard isGuarded else {
            let block = ["#if \(condition ?? "")"] + declaration + ["#endif"]
            try draft.insert(Self.joined(block), beforeLine: region.end + 1, of: text, because: reason)
            return
        }
        let index = SortedPlace.index(of: call.name, in: names)
        let line: Int
        if neighbours.isEmpty {
            line = bounds.end
        } else if index == 0 {
            line = neighbours[0]
        } else {
            line = end(ofPrototype: neighbours[index - 1]) + 1
        }
        try draft.insert(Self.joined(declaration), beforeLine: line + 1, of: text, because: reason)
    }

    /// The condition of the declaration: what was asked for, else `__BSD_VISIBLE` in a header that distinguishes.
    private var visibility: String? {
        if let asked = call.addition.visibility { return asked == "none" ? nil : asked }
        return header.lines.contains { $0.text.contains("_VISIBLE") } ? "__BSD_VISIBLE" : nil
    }

    /// The last conditional of `condition` in `region`, up to the line that ends its first alternative.
    private func block(of condition: String, in region: (begin: Int, end: Int)) -> (begin: Int, end: Int)? {
        let depth = header.lines[region.begin].conditions.count
        var found: (begin: Int, end: Int)?
        for index in region.begin..<region.end where HeaderText.directive(header.lines[index].text) == "if" {
            let line = header.lines[index]
            guard line.conditions.count == depth, HeaderText.condition(line.text) == condition else { continue }
            let end = (index + 1..<region.end).first {
                header.lines[$0].conditions.count == depth
                    && ["else", "elif", "endif"].contains(HeaderText.directive(header.lines[$0].text))
            }
            if let end { found = (index, end) }
        }
        return found
    }

    private func stands(_ condition: String, around index: Int) -> Bool {
        header.lines[index].conditions.contains { $0.text == condition && !$0.isNegated }
    }

    /// Whether a prototype begins at a line: the one ahead of it is complete.
    private func isPrototype(_ index: Int, depth: Int) -> Bool {
        let line = header.lines[index]
        guard line.conditions.count == depth, !line.isComment, HeaderText.declared(line.text) != nil else {
            return false
        }
        let previous = header.lines[index - 1].text
        return previous.isEmpty || previous.hasPrefix("#") || previous.hasPrefix("__BEGIN_DECLS")
            || previous.contains(";") || previous.hasSuffix("*/")
    }

    private func end(ofPrototype index: Int) -> Int {
        (index..<header.lines.count).first { header.lines[$0].text.contains(";") } ?? index
    }

    /// What stands between type and name in most of `prototypes`.
    private static func gap(_ prototypes: [String]) -> String {
        var counts = ["\t ": 0, "\t": 0, " ": 0]
        for line in prototypes {
            let rest = line.drop { $0 != " " && $0 != "\t" }
            let blanks = String(rest.prefix { $0 == " " || $0 == "\t" })
            if counts[blanks] != nil { counts[blanks, default: 0] += 1 }
        }
        for gap in ["\t ", "\t", " "] where counts[gap] == counts.values.max() && counts[gap] != 0 { return gap }
        return "\t"
    }

    private func lines(gap: String) -> [String] {
        call.prototype.declaration(gap: gap, isDead: call.addition.kinds.contains("NORETURN"))
    }

    private static func joined(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

    // MARK: Types

    /// Puts the declarations that the user gave where the kernel and programs both see them.
    private func writeStructures(to draft: inout Draft) throws(Refusal) {
        guard !structures.isEmpty, let given = call.addition.structures else { return }
        let line: Int
        if let region {
            // Outside of what only programs see, inside of the header's guard.
            let conditions = header.lines[region.begin].conditions
            line = conditions.count > 1 ? conditions[1].line : region.begin + 1
        } else {
            line = (header.lines.lastIndex { HeaderText.directive($0.text) == "endif" } ?? header.lines.count) + 1
        }
        let lines = given.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let text = lines.reversed().drop { $0.isEmpty }.reversed()
        try draft.insert(
            Self.joined(text + [""]), beforeLine: line, of: self.text,
            because: "struct \(structures.joined(separator: ", ")) is what arguments of \(call.name) lead to")
    }

    /// Names the structures and types of the declaration that the header does not know.
    private func writeTypes(ahead begin: Int, to draft: inout Draft) throws(Refusal) {
        let missing = try typeLines(&draft)
        guard !missing.isEmpty else { return }
        try draft.insert(
            Self.joined(missing + [""]), beforeLine: begin + 1, of: text, because: "the declaration needs these types")
    }

    /// A forward declaration for each structure, and for a type what `<sys/types.h>` has for it.
    private func typeLines(_ draft: inout Draft) throws(Refusal) -> [String] {
        var lines: [String] = []
        let types = ([call.prototype.result] + call.prototype.arguments.map(\.type)).map(UserTypes.standard)
        var seen: Set<String> = []
        for type in types {
            let words = type.split(whereSeparator: { $0 == " " || $0 == "*" }).map(String.init)
            for (index, word) in words.enumerated() where seen.insert(word).inserted {
                let tag = index > 0 ? words[index - 1] : ""
                if ["struct", "union"].contains(tag) {
                    if !header.mentions(word), !structures.contains(word) { lines.append("\(tag) \(word);") }
                } else if word.hasSuffix("_t"), !header.mentions(word), !includes("sys/types.h") {
                    if let idiom = try Self.idiom(word, draft) {
                        if !includes("sys/_types.h") { lines.append("#include <sys/_types.h>") }
                        lines += idiom
                    } else {
                        let message = "<\(text.path.name)> may not know the type \(word); include what defines it"
                        let place = Location(path: draft.view.label(text.path))
                        draft.report(Finding(.warning, "unknown-type", at: place, message))
                    }
                }
            }
        }
        return lines
    }

    private func includes(_ name: String) -> Bool {
        header.lines.contains { $0.text.hasPrefix("#include") && $0.text.contains("<\(name)>") }
    }

    /// The lines `#ifndef _OFF_T_DECLARED … #endif` by which headers share a type.
    private static func idiom(_ type: String, _ draft: Draft) throws(Refusal) -> [String]? {
        let macro = "_\(type.uppercased())_DECLARED"
        for path in ["sys/sys/types.h", "sys/sys/_stdint.h"] {
            guard let lines = try draft.text(TreePath(path))?.allLines,
                let start = lines.firstIndex(where: {
                    HeaderText.directive($0) == "ifndef" && HeaderText.condition($0) == macro
                }),
                let end = lines[start...].firstIndex(where: { HeaderText.directive($0) == "endif" }), end - start <= 4
            else { continue }
            return Array(lines[start...end])
        }
        return nil
    }

    // MARK: A header without declarations

    /// Puts a region of its own ahead of the `#endif` that closes the header.
    private func writeRegion(_ condition: String?, to draft: inout Draft) throws(Refusal) {
        guard let last = header.lines.lastIndex(where: { HeaderText.directive($0.text) == "endif" }),
            header.lines[last].conditions.isEmpty
        else {
            let place = Location(path: draft.view.label(text.path))
            throw Refusal(
                "no-place", at: place,
                "the header has neither __BEGIN_DECLS nor a guard, so there is no place for \(call.name)")
        }
        let isKernels = text.path.components.first == "sys"
        var lines = lines(gap: "\t")
        if let condition { lines = ["#if \(condition)"] + lines + ["#endif"] }
        lines = try typeLines(&draft) + ["__BEGIN_DECLS"] + lines + ["__END_DECLS"]
        if isKernels { lines = ["#ifndef _KERNEL"] + lines + ["#endif /* !_KERNEL */"] }
        let definesDecls = includes("sys/cdefs.h") || includes("sys/types.h")
        if !definesDecls { lines = ["#include <sys/cdefs.h>", ""] + lines }
        try draft.insert(
            Self.joined(lines + [""]), beforeLine: last + 1, of: text, because: "programs see \(call.name)")
    }
}
