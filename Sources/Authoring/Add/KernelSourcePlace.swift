import Compat32
import Edits
import Findings
import SourceTree

/// The functions of the call: `kern_NAME`, and `sys_NAME` that calls it, in a file of their own or in one that there is.
struct KernelSourcePlace: Place {
    let name = "kernel-source"

    /// What helps where the name is taken.
    static let otherName = Note("--kernel-function NAME gives the new one another name")

    /// The file that holds the functions.
    static func path(of call: NewCall) -> TreePath {
        call.addition.source ?? TreePath("sys/kern/kern_\(call.name).c")
    }

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        let path = Self.path(of: call)
        guard path.components.first == "sys", path.name.hasSuffix(".c") else {
            throw Refusal("no-place", "--source \(path): the functions of a call belong into a C file below sys/")
        }
        let body = KernelBody(call: call)
        let functions = call.compat.kernelSource(body: body.text)
        let headers =
            ["sys/proc.h", "sys/syscallsubr.h", "sys/sysproto.h"] + call.compat.kernelHeaders + body.headers
            + (try call.structureHeaders())
        let reason =
            "sys_\(call.name) takes the arguments, and \(call.compat.kernelFunction) does the work that is to be written"
        guard let text = try draft.text(path) else {
            let head =
                ["/*-", " * SPDX-License-Identifier: BSD-2-Clause", " */", ""] + SourceIncludes.lines(headers) + [""]
            try draft.create(path, head.map { $0 + "\n" }.joined() + functions, because: reason)
            return
        }
        let file = HeaderText(text)
        for function in [call.compat.kernelFunction, "sys_\(call.name)"]
        where file.lines.contains(where: { HeaderText.defined($0.text) == function }) {
            throw Refusal(
                "already-defined", at: Location(path: draft.view.label(path)), "\(function) is defined here already",
                notes: function == call.compat.kernelFunction ? [Self.otherName] : [])
        }
        try SourceIncludes(text).add(headers, to: &draft, because: "the functions of \(call.name) need it")
        try draft.insert("\n" + functions, beforeLine: text.lineCount + 1, of: text, because: reason)
    }
}

extension HeaderText {
    /// The function whose definition has its name at the beginning of a line, as style(9) wants it; `nil` for other lines.
    static func defined(_ line: String) -> String? {
        guard let open = line.firstIndex(of: "("), !line.hasSuffix(";") else { return nil }
        let name = String(line[..<open])
        return name.isEmpty || name.contains(where: { $0 == " " || $0 == "\t" || $0 == "#" }) ? nil : name
    }
}

/// The line of a new file in sys/conf/files, by which config(8) compiles it into kernels.
struct KernelFilesPlace: Place {
    let name = "kernel-files"
    private static let list = TreePath("sys/conf/files")

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        let path = KernelSourcePlace.path(of: call)
        guard !call.addition.skipped.contains(KernelSourcePlace().name) else {
            draft.skip(name, "no file of the call's functions is made")
            return
        }
        guard try draft.text(path) == nil else {
            draft.skip(name, "\(path) was there before")
            return
        }
        try Self.enlist(path, in: &draft)
    }

    /// Names a file of every kernel in the list; says so where the tree has no list.
    static func enlist(_ path: TreePath, in draft: inout Draft) throws(Refusal) {
        guard let text = try draft.text(list) else {
            draft.skip("kernel-files", "this tree has no \(list)")
            return
        }
        let file = path.components.dropFirst().joined(separator: "/")
        let directory = file.prefix { $0 != "/" } + "/"
        let entries = text.allLines.enumerated().filter { $0.element.hasPrefix(directory) }
        let names = entries.map { String($0.element.prefix { $0 != "\t" && $0 != " " }) }
        let index = SortedPlace.index(of: file, in: names)
        let line = entries.indices.contains(index) ? entries[index].offset + 1 : text.lineCount + 1
        let tabs = String(repeating: "\t", count: max(1, (39 - file.utf8.count) / 8))
        try draft.insert(
            "\(file)\(tabs)standard\n", beforeLine: line, of: text,
            because: "config(8) compiles \(file) into every kernel")
    }
}

/// The declaration of `kern_NAME`, which `sys_NAME` and the wrapper for 32-bit programs share.
struct SyscallSubrPlace: Place {
    let name = "syscallsubr"
    private static let header = TreePath("sys/sys/syscallsubr.h")

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        guard let text = try draft.text(Self.header) else {
            draft.skip(name, "this tree has no \(Self.header)")
            return
        }
        let header = HeaderText(text)
        let declared = header.lines.indices.compactMap { index in
            HeaderText.declared(header.lines[index].text).flatMap {
                $0.hasPrefix("kern_") ? (index: index, name: $0) : nil
            }
        }
        let function = call.compat.kernelFunction
        if let other = declared.first(where: { $0.name == function }) {
            let place = Location(path: draft.view.label(text.path), line: other.index + 1, column: 1)
            throw Refusal(
                "already-defined", at: place, "\(function) is declared here already, for something else",
                notes: [KernelSourcePlace.otherName])
        }
        guard let last = declared.last else {
            let place = Location(path: draft.view.label(text.path))
            throw Refusal(
                "no-place", at: place, "no function kern_… is declared here, so there is no place for \(function)")
        }
        let index = SortedPlace.index(of: function, in: declared.map(\.name))
        let line = declared.indices.contains(index) ? declared[index].index : end(of: last.index, header) + 1
        try draft.insert(
            call.compat.kernPrototype, beforeLine: line + 1, of: text, because: "\(function) is called from both ABIs")
        try declareStructures(call, text, header, &draft)
    }

    private func end(of index: Int, _ header: HeaderText) -> Int {
        (index..<header.lines.count).first { header.lines[$0].text.contains(";") } ?? index
    }

    /// Declares the structures that the arguments of `kern_NAME` lead to, in the list at the head of the file.
    private func declareStructures(_ call: NewCall, _ text: SourceText, _ header: HeaderText, _ draft: inout Draft)
        throws(Refusal)
    {
        let declared = header.lines.indices.filter {
            let words = header.lines[$0].text.split(separator: " ")
            return words.count == 2 && ["struct", "union", "enum"].contains(words[0]) && words[1].hasSuffix(";")
        }
        guard let last = declared.last else { return }
        for structure in call.compat.kernStructures {
            let line = "struct \(structure);"
            guard !header.lines.contains(where: { $0.text == line }) else { continue }
            let names = declared.map { header.lines[$0].text.split(separator: " ").last.map(String.init) ?? "" }
            let index = SortedPlace.index(of: structure + ";", in: names)
            let place = declared.indices.contains(index) ? declared[index] : last + 1
            try draft.insert(line + "\n", beforeLine: place + 1, of: text, because: "the declaration names it")
        }
    }
}
