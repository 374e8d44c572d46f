import Compat32
import Edits
import Findings
import SourceTree
import SyscallSyntax

/// A function of the library in front of the stub, where one is asked for.
///
/// The stub is then `__sys_NAME` alone. An interposable one goes through a table in which the threads library puts its own
/// function, to make the call a cancellation point for instance (lib/libsys/interposing_table.c; up to FreeBSD 14
/// lib/libc/sys/interposing_table.c).
struct WrapperPlace: Place {
    let name = "wrapper"

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        guard let wrapper = call.addition.wrapper else { return }
        if let makefile = try draft.text(TreePath("lib/libsys/Makefile.sys")) {
            try Libsys(call: call, makefile: makefile).add(wrapper, to: &draft)
        } else if let makefile = try draft.text(TreePath("lib/libc/sys/Makefile.inc")) {
            try Libc(call: call, makefile: makefile).add(wrapper, to: &draft)
        } else {
            draft.skip(name, "this tree has neither lib/libsys/Makefile.sys nor lib/libc/sys/Makefile.inc")
        }
    }
}

/// From FreeBSD 15 on: libsys has the stubs, libc the functions that threads may replace.
private struct Libsys {
    let call: NewCall
    let makefile: SourceText

    func add(_ wrapper: Addition.Wrapper, to draft: inout Draft) throws(Refusal) {
        let source = FunctionSource(call: call)
        switch wrapper {
        case .plain:
            try makefile.list(call.name, in: "PSEUDO", because: "the stub is __sys_\(call.name) alone", to: &draft)
            try makefile.list("\(call.name).c", in: "SRCS", because: "the function in front of it", to: &draft)
            try draft.create(
                TreePath("lib/libsys/\(call.name).c"), source.text(calling: "__sys_\(call.name)"),
                because: "the function in front of the stub")
        case .interposable:
            let reason = "the stub is __sys_\(call.name) alone, and libc has the function"
            try makefile.list(call.name, in: "INTERPOSED", because: reason, to: &draft)
            try InterposingTable(path: TreePath("lib/libsys/interposing_table.c")).add(call, to: &draft)
            try draft.create(
                TreePath("lib/libc/sys/\(call.name).c"), source.text(calling: nil, macro: "INTERPOS_SYS"),
                because: "the function that goes through the table")
        }
    }
}

/// Up to FreeBSD 14: everything is in libc.
private struct Libc {
    let call: NewCall
    let makefile: SourceText

    func add(_ wrapper: Addition.Wrapper, to draft: inout Draft) throws(Refusal) {
        let source = FunctionSource(call: call)
        let path = TreePath("lib/libc/sys/\(call.name).c")
        switch wrapper {
        case .plain:
            guard let list = MakefileList.all("INTERPOSED", in: makefile).first else {
                throw makefile.noList("INTERPOSED", draft)
            }
            let lines = "SRCS+= \(call.name).c\nNOASM+= \(call.name).o\nPSEUDO+= _\(call.name).o\n\n"
            try draft.insert(
                lines, beforeLine: list.line, of: makefile,
                because: "the stub is __sys_\(call.name) alone, with a function in front of it")
            try draft.create(
                path, source.text(calling: "__sys_\(call.name)"), because: "the function in front of the stub")
        case .interposable:
            let reason = "the stub is __sys_\(call.name) alone, with a function that threads may replace"
            try makefile.list(call.name, in: "INTERPOSED", because: reason, to: &draft)
            try InterposingTable(path: TreePath("lib/libc/sys/interposing_table.c")).add(call, to: &draft)
            try draft.create(
                path, source.text(calling: nil, macro: nil), because: "the function that goes through the table")
        }
        try declareStub(&draft)
    }

    /// The prototype of `__sys_NAME`, which no generated header has here.
    private func declareStub(_ draft: inout Draft) throws(Refusal) {
        let path = TreePath("lib/libc/include/libc_private.h")
        guard let text = try draft.text(path) else { return }
        let header = HeaderText(text)
        let stubs = header.lines.indices.compactMap { index in
            HeaderText.declared(header.lines[index].text).flatMap { $0.hasPrefix("__sys_") ? (index, $0) : nil }
        }
        guard let last = stubs.last else { throw text.noList("__sys_", draft) }
        let position = SortedPlace.index(of: "__sys_" + call.name, in: stubs.map(\.1))
        let line = stubs.indices.contains(position) ? stubs[position].0 : last.0 + 1
        let reserved = try ReservedTypes(draft)
        let list = call.prototype.arguments.map { reserved.name($0.userType) }
        let lines = CallPrototype.wrapped(
            "\(reserved.name(UserTypes.standard(call.prototype.result)))\t\t__sys_\(call.name)(",
            list.isEmpty ? ["void"] : list, end: ");", indent: "\t\t    ")
        try declareStructures(text, header, &draft)
        try draft.insert(
            lines.map { $0 + "\n" }.joined(), beforeLine: line + 1, of: text,
            because: "libc calls the stub by this name")
    }
}

extension Libc {
    /// Declares the structures that the prototype of the stub names, in the header's list of them.
    private func declareStructures(_ text: SourceText, _ header: HeaderText, _ draft: inout Draft) throws(Refusal) {
        let declared = header.lines.indices.filter {
            header.lines[$0].text.hasPrefix("struct ") && header.lines[$0].text.hasSuffix(";")
                && header.lines[$0].text.filter { $0 == " " }.count == 1
        }
        guard let last = declared.last else { return }
        for argument in call.prototype.arguments where argument.bareType.hasPrefix("struct ") {
            let line = argument.bareType + ";"
            guard !header.lines.contains(where: { $0.text == line }) else { continue }
            let index = SortedPlace.index(of: line, in: declared.map { header.lines[$0].text })
            try draft.insert(
                line + "\n", beforeLine: (declared.indices.contains(index) ? declared[index] : last + 1) + 1, of: text,
                because: "the stub's prototype names it")
        }
    }
}

/// The names of standard types that a header may use which includes <sys/_types.h> alone: `__off_t` for `off_t`.
private struct ReservedTypes {
    private let header: HeaderText?

    init(_ draft: Draft) throws(Refusal) {
        header = try draft.text(TreePath("sys/sys/_types.h")).map { HeaderText($0) }
    }

    func name(_ type: String) -> String {
        type.split(separator: " ").map { word in
            guard word.hasSuffix("_t"), !word.hasPrefix("__") else { return String(word) }
            return header?.mentions("__" + word) ?? false ? "__" + word : String(word)
        }.joined(separator: " ")
    }
}

extension SourceText {
    /// Puts `word` into the longest list of `variable`, in order.
    ///
    /// - Throws: a `Refusal` when the makefile has no such list.
    fileprivate func list(_ word: String, in variable: String, because reason: String, to draft: inout Draft)
        throws(Refusal)
    {
        guard let list = MakefileList.all(variable, in: self).max(by: { $0.items.count < $1.items.count }),
            !list.items.isEmpty
        else { throw noList(variable, draft) }
        let index = SortedPlace.index(of: word, in: list.items.map(\.text))
        let (range, text) = list.insertion(of: word, at: index)
        try draft.replace(range, with: text, of: self, because: reason)
    }

    fileprivate func noList(_ name: String, _ draft: Draft) -> Refusal {
        Refusal("no-place", at: Location(path: draft.view.label(path)), "there is no list of \(name) to add to")
    }
}

/// The table of functions that the threads library may replace, and the numbers of its slots.
private struct InterposingTable {
    let path: TreePath

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        guard let table = try draft.text(path) else { throw missing(path, draft) }
        guard let last = table.allLines.lastIndex(where: { $0.hasPrefix("\tSLOT(") }) else {
            throw table.noList("SLOT", draft)
        }
        try draft.insert(
            "\tSLOT(\(call.name), __sys_\(call.name)),\n", beforeLine: last + 2, of: table,
            because: "without a threads library the stub itself is called")
        let header = TreePath("lib/libc/include/libc_private.h")
        guard let numbers = try draft.text(header) else { throw missing(header, draft) }
        guard let end = numbers.allLines.firstIndex(where: { $0.hasPrefix("\tINTERPOS_MAX") }) else {
            throw numbers.noList("INTERPOS_", draft)
        }
        try draft.insert(
            "\tINTERPOS_\(call.name),\n", beforeLine: end + 1, of: numbers,
            because: "the slot is the last one: older ones keep their numbers")
    }

    private func missing(_ path: TreePath, _ draft: Draft) -> Refusal {
        Refusal("missing-file", at: Location(path: draft.view.label(path)), "an interposable function needs this file")
    }
}

/// The C file of a function in front of a stub.
private struct FunctionSource {
    let call: NewCall

    /// A function that calls `stub`, or goes through the table: by `macro`, or by hand where there is none.
    func text(calling stub: String?, macro: String? = nil) -> String {
        var lines = ["/*-", " * SPDX-License-Identifier: BSD-2-Clause", " */", "", "#include <sys/types.h>"]
        var headers = call.forward == nil ? [] : ForwardPath.headers
        if case .file(let name)? = call.addition.header, name != "sys/types.h", !headers.contains(name) {
            headers.append(name)
        }
        lines += headers.map { "#include <\($0)>" }
        lines += ["#include \"libc_private.h\"", ""]
        lines += call.prototype.definitionHead
        let names = call.prototype.arguments.map(\.name)
        let expression: [String]
        if let stub, let forward = call.forward {
            expression = [""] + forward.body(call.prototype, stub: stub)
        } else if let stub {
            expression = CallPrototype.wrapped(returning + "\(stub)(", names, end: ")" + closing, indent: "\t    ")
        } else if let macro {
            expression = CallPrototype.wrapped(
                returning + "\(macro)(", [call.name] + names, end: ")" + closing, indent: "\t    ")
        } else {
            let types = call.prototype.arguments.isEmpty ? ["void"] : call.prototype.arguments.map(\.userType)
            let result = UserTypes.standard(call.prototype.result)
            expression =
                CallPrototype.wrapped(returning + "((\(result) (*)(", types, end: "))", indent: "\t    ")
                + CallPrototype.wrapped(
                    "\t    __libc_interposing[INTERPOS_\(call.name)])(", names, end: ")" + closing, indent: "\t    ")
        }
        return (lines + ["{"] + expression + ["}"]).map { $0 + "\n" }.joined()
    }

    private var isVoid: Bool { call.prototype.result == "void" }
    private var returning: String { isVoid ? "\t" : "\treturn (" }
    private var closing: String { isVoid ? ";" : ");" }
}
