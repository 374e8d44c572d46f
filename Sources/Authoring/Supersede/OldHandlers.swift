import Checks
import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// The kernel's functions of the old call: under the names that the table has for them now, and compiled with the option.
struct OldHandlers {
    let old: OldCall
    /// What the tables called the functions, and what they call them now.
    let renamed: [(from: OldCall.Handler, to: OldCall.Handler)]
    /// Files that the generator writes: they follow by themselves.
    let generated: Set<TreePath>

    init(_ old: OldCall, before: TreeTables, after: TreeTables) throws(Refusal) {
        self.old = old
        let (from, to) = (
            OldCall.handlers(of: old.number, in: before), OldCall.handlers(of: old.number, in: after)
        )
        guard from.count == to.count, !from.isEmpty else {
            throw Refusal(
                "unprojectable-type", "\(old.name): the tables make other functions of the old call than they had")
        }
        renamed = Array(zip(from, to))
        generated = Set(before.tables.flatMap(\.outputs).map(\.path))
    }

    func write(to draft: inout Draft) throws(Refusal) {
        let words = renamed.flatMap { [$0.from.function, $0.from.structure] }
        var files = try mentions(of: words, in: draft)
        for (from, to) in renamed {
            let definition = try definition(of: from.function, in: files, draft)
            try guardAndRename(definition, from, to, &draft)
            files = files.map { file in
                var file = file
                if file.text.path == definition.text.path { file.owned.append(definition.lines) }
                return file
            }
        }
        try refuseOtherCallers(files, words, draft)
        draft.remark(
            "Its functions are compiled with \(old.option); what only they use besides is the author's to guard.")
    }

    private struct File {
        let text: SourceText
        /// The lines, counted from 0, that belong to a definition of the call.
        var owned: [ClosedRange<Int>] = []
    }

    private struct Definition {
        let text: SourceText
        let lines: ClosedRange<Int>
    }

    /// The sources below sys/ that name one of `words`.
    private func mentions(of words: [String], in draft: Draft) throws(Refusal) -> [File] {
        var files: [File] = []
        let top = TreePath("sys")
        let directories = try draft.view.directories(in: top).filter { !["contrib", "tests", "dts"].contains($0.name) }
        for directory in directories {
            let paths = try draft.view.files(below: directory) { $0.hasSuffix(".c") || $0.hasSuffix(".h") }
            for path in paths where !generated.contains(path) {
                var search = IdentifierSearch(words)
                search.removeNamed(in: try draft.view.read(path))
                guard search.wanted.count < Set(words).count, let text = try draft.text(path) else { continue }
                files.append(File(text: text))
            }
        }
        return files
    }

    /// The definition of `function`, with the comment and the argument structure ahead of it.
    private func definition(of function: String, in files: [File], _ draft: Draft) throws(Refusal) -> Definition {
        for file in files where file.text.path.name.hasSuffix(".c") {
            let lines = file.text.allLines
            guard let name = lines.firstIndex(where: { HeaderText.defined($0) == function }), name > 0,
                let end = lines[name...].firstIndex(of: "}")
            else { continue }
            var start = name - 1
            if start > 0, lines[start - 1] == "#endif",
                let open = lines[..<start].lastIndex(where: { HeaderText.directive($0) == "ifndef" }),
                lines[open].contains("_SYS_SYSPROTO_H_")
            {
                start = open
            }
            if start > 0, lines[start - 1].hasSuffix("*/"),
                let open = lines[..<start].lastIndex(where: { $0.hasPrefix("/*") }),
                lines[open..<start].dropLast().allSatisfy({ !$0.hasSuffix("*/") })
            {
                start = open
                if start > 0, lines[start - 1] == "#endif",
                    let above = lines[..<start].lastIndex(where: { HeaderText.directive($0) == "ifndef" }),
                    lines[above].contains("_SYS_SYSPROTO_H_")
                {
                    start = above
                }
            }
            return Definition(text: file.text, lines: start...end)
        }
        throw Refusal(
            "missing-handler", at: old.row.location,
            "no file below sys/ defines \(function) in the form of style(9), so that it cannot be kept for old programs"
        )
    }

    private func guardAndRename(
        _ definition: Definition, _ from: OldCall.Handler, _ to: OldCall.Handler, _ draft: inout Draft
    ) throws(Refusal) {
        let text = definition.text
        let (first, last) = (definition.lines.lowerBound + 1, definition.lines.upperBound + 1)
        let reason = "the old \(old.name), for programs up to FreeBSD \(old.level.number)"
        try draft.insert("#ifdef \(old.option)\n", beforeLine: first, of: text, because: reason)
        let names = [(from.function, to.function), (from.structure, to.structure)]
        for line in first...last {
            let range = text.range(ofLine: line)
            let before = text.bytes.text(range)
            var after = names.reduce(before) { $0.replacingWords($1.0, with: $1.1) }
            // The head of the function on two lines, as style(9) wants it.
            if HeaderText.defined(before) == from.function, HouseStyle.width(after.dropLast()) > 80,
                let comma = after.firstRange(of: ", ")
            {
                after.replaceSubrange(comma, with: ",\n    ")
            }
            if after != before { try draft.replace(range, with: after, of: text, because: "as the table calls it now") }
        }
        try draft.insert("#endif /* \(old.option) */\n", beforeLine: last + 1, of: text, because: reason)
    }

    /// Who calls the old function is not compiled without the option.
    private func refuseOtherCallers(_ files: [File], _ words: [String], _ draft: Draft) throws(Refusal) {
        var findings: [Finding] = []
        for file in files {
            let header = HeaderText(file.text)
            for (index, line) in header.lines.enumerated() where !line.isComment {
                guard !file.owned.contains(where: { $0.contains(index) }),
                    let word = words.first(where: { line.text.containsWord($0) })
                else { continue }
                findings.append(
                    Finding(
                        .error, "other-caller",
                        at: Location(path: draft.view.label(file.text.path), line: index + 1, column: 1),
                        "\(word) is used here, and will be there with \(old.option) alone",
                        notes: [Note("move what both need into a function that does not depend on the option")]))
            }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
    }
}

extension String {
    /// The text with each `word` that stands by itself replaced.
    func replacingWords(_ word: String, with other: String) -> String {
        var result = ""
        var rest = self[...]
        while let range = rest.firstRange(of: word) {
            let before = rest[..<range.lowerBound].utf8.last ?? result.utf8.last
            let after = rest[range.upperBound...].utf8.first
            let stands = [before, after].allSatisfy { $0.map { !isIdentifier($0) } ?? true }
            result += rest[..<range.lowerBound] + (stands ? other[...] : rest[range])
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}
