import Compat32
import Edits
import Findings
import SourceTree

/// A program that makes the call, native and as a 32-bit program, and says what it expects; where one is asked for.
struct TestProgramPlace: Place {
    let name = "test"

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        guard let path = call.addition.testProgram else {
            draft.skip(name, "no test program was asked for (--test PATH)")
            return
        }
        try draft.refuseFile(at: path)
        try draft.create(path, call.testProgram, because: "makes the call as a native and as a 32-bit program")
    }
}

/// A description of the call for syzkaller, whose own tree is another one; where a file is asked for.
struct SyzlangPlace: Place {
    let name = "syzlang"

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        guard let path = call.addition.syzlang else {
            draft.skip(name, "syzkaller has a tree of its own (--syzlang PATH puts the description into this one)")
            return
        }
        try draft.refuseFile(at: path)
        try draft.create(path, call.syzlang, because: "by which syzkaller makes the call")
    }
}

extension NewCall {
    /// The header that programs include for the call.
    private var header: String? {
        if case .file(let name)? = addition.header { name } else { nil }
    }

    /// The source of the test program.
    var testProgram: String { compat.testProgram(number: number, header: header) }

    /// The description for syzkaller.
    var syzlang: String { compat.call.syzlang(header: header, addition.declarations) }
}

extension Draft {
    /// Refuses a path at which a file stands already.
    fileprivate func refuseFile(at path: TreePath) throws(Refusal) {
        guard try view.exists(path) else { return }
        throw Refusal("already-defined", at: Location(path: view.label(path)), "there is such a file already")
    }
}
