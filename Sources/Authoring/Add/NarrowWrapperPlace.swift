import Compat32
import Edits
import Findings
import SourceTree

/// The handler for 32-bit programs, where they need one, and the layouts of what its arguments lead to.
struct NarrowWrapperPlace: Place {
    let name = "freebsd32"
    private static let functions = TreePath("sys/compat/freebsd32/freebsd32_misc.c")
    private static let layouts = TreePath("sys/compat/freebsd32/freebsd32.h")

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        guard call.tables.tables.contains(where: \.isNarrow) else {
            draft.skip(name, "this tree has no table for 32-bit programs")
            return
        }
        guard let wrapper = call.compat.wrapper else {
            draft.skip(name, "32-bit programs share sys_\(call.name): every argument is the same for them")
            return
        }
        guard let text = try draft.text(Self.functions) else {
            let place = Location(path: draft.view.label(Self.functions))
            throw Refusal(
                "missing-file", at: place, "32-bit programs need freebsd32_\(call.name), and its file is not there")
        }
        var headers: [String] = []
        for header in call.compat.wrapperHeaders + (try call.structureHeaders()) {
            // Not every release has all of the 32-bit ABI's own headers.
            if !header.hasPrefix("compat/") {
                headers.append(header)
            } else if try draft.view.exists(TreePath("sys/" + header)) {
                headers.append(header)
            }
        }
        try SourceIncludes(text).add(
            headers, to: &draft, because: "freebsd32_\(call.name) needs it")
        try draft.insert(
            "\n" + wrapper, beforeLine: text.lineCount + 1, of: text,
            because: "32-bit programs need a handler of their own: \(call.reasonOfWrapper)")
        let definitions = call.compat.layoutDefinitions
        guard !definitions.isEmpty else { return }
        guard let header = try draft.text(Self.layouts) else {
            let place = Location(path: draft.view.label(Self.layouts))
            throw Refusal("missing-file", at: place, "the 32-bit layouts of \(call.name) have no header to go into")
        }
        let lines = header.allLines
        let end = lines.lastIndex { HeaderText.directive($0) == "endif" } ?? lines.count
        try draft.insert(
            definitions.map { $0 + "\n" }.joined(), beforeLine: end + 1, of: header,
            because: "what 32-bit programs have where the arguments of \(call.name) lead")
    }
}

extension NewCall {
    /// The arguments that make a wrapper necessary, each with the rule.
    fileprivate var reasonOfWrapper: String {
        let verdicts = compat.arguments.filter {
            switch $0.passage {
            case .asIs, .zeroExtended, .sharedMemory, .none: false
            case .signExtended, .split, .time, .converted: true
            }
        }
        return verdicts.map { "'\($0.name)': \($0.rule)" }.joined(separator: "; ")
    }
}

/// What the generator of the 32-bit table has to know of the call's types.
struct GeneratorPlace: Place {
    let name = "generator"

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        for hunk in call.compat.hunks {
            guard let text = try draft.text(hunk.path) else { continue }
            try draft.replace(
                hunk.edit.range, with: String(decoding: hunk.edit.replacement, as: UTF8.self), of: text,
                because: hunk.reason)
        }
    }
}
