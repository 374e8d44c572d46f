import SyscallSyntax
import SyscallTable
import TableDiff

/// A table of a master that is given as text.
func compared(
    _ text: String,
    configuration: String = "",
    directory: String = "sys/kern",
    master: String? = nil,
    generator: Generator = .modular
) -> ComparedTable {
    let master = Master(
        .parse(Array(text.utf8), path: "m", form: generator.particulars.master.form), generator: generator)
    let syntax = ConfigurationSyntax.parse(Array(configuration.utf8), path: "c")
    let table = SyscallTable(
        master, configuration: TableConfiguration(syntax, generator: generator), generator: generator)
    return ComparedTable(
        directory: directory,
        master: "sys/kern/syscalls.master",
        table: table,
        kinds: generator.kinds
    )
}

/// A row with a prototype.
func row(
    _ number: Int, _ name: String, _ arguments: String..., kinds: String = "STD", result: String = "int",
    audit: String = "AUE_NULL"
) -> String {
    let lines = arguments.map { "\t\t    \($0)" }.joined(separator: ",\n")
    let prototype = arguments.isEmpty ? "\t\t\(result) \(name)(void);\n" : "\t\t\(result) \(name)(\n\(lines)\n\t\t);\n"
    return "\(number)\t\(audit)\t\(kinds) {\n\(prototype)\t}\n"
}

/// A row without a prototype.
func row(_ number: Int, placeholder kind: String, _ name: String = "") -> String {
    "\(number)\tAUE_NULL\t\(kind)\(name.isEmpty ? "" : "\t" + name)\n"
}

/// A slot for loadable calls.
func slot(_ number: Int) -> String { "\(number)\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n" }

/// The changes between two masters.
func changes(_ old: String, _ new: String) -> [Change] {
    TableDiff.changes(from: compared(old), to: compared(new)).changes
}

/// Kind and impact of each change but that of `MAXSYSCALL`.
func verdicts(_ old: String, _ new: String) -> [String] {
    changes(old, new).filter { $0.kind != .maximum }.map { "\($0.kind.rawValue) \($0.impact.rawValue)" }
}
