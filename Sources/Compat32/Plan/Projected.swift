import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// What a tree's generator makes of a call that is not in its master yet.
struct Projected {
    private let tables: TreeTables
    private let call: CallInterface

    init(_ call: CallInterface, in tables: TreeTables) {
        self.call = call
        self.tables = tables
    }

    /// The call in the table of `configuration`; `nil` when the generator does not read the declaration as one.
    func call(_ configuration: TableConfiguration) -> Syscall? {
        let generator = tables.generator
        let master = Master(
            .parse(Array(text.utf8), path: "", form: generator.particulars.master.form), generator: generator)
        guard let row = master.rows.first, row.prototype?.arguments.count == call.arguments.count else { return nil }
        return SyscallTable(master, configuration: configuration, generator: generator).calls.first
    }

    /// A master with the call alone.
    private var text: String {
        let rules = tables.generator.particulars.master
        // A generator that knows no annotations would take them for a part of the type.
        let arguments = call.arguments.map { rules.annotations == .contains ? $0.text : $0.bare }
        let kinds = tables.generator.kinds.contains("NORETURN") && !call.returns ? "STD|NORETURN" : "STD"
        // Without understood stars the result's type does not matter to what is asked here.
        let result = rules.pointerResults || !call.result.contains("*") ? call.result : "int"
        let head = "\(result)\(result.hasSuffix("*") ? "" : " ")\(call.name)("
        if case .continued = rules.form {
            let list = arguments.isEmpty ? "void" : arguments.joined(separator: ", ")
            return "0\tAUE_NULL\tSTD\t{ \(head)\(list)); }\n"
        }
        guard !arguments.isEmpty else { return "0\tAUE_NULL\t\(kinds) {\n\t\t\(head)void);\n\t}\n" }
        let list = arguments.map { "\t\t    " + $0 }.joined(separator: ",\n")
        return "0\tAUE_NULL\t\(kinds) {\n\t\t\(head)\n\(list)\n\t\t);\n\t}\n"
    }
}
