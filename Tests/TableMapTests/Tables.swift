import SyscallSyntax
import SyscallTable
import TableDiff
import TableMap

/// A table of a master that is given as text.
func compared(_ text: String, generator: Generator = .modular) -> ComparedTable {
    let master = Master(
        .parse(Array(text.utf8), path: "tree/sys/kern/syscalls.master", form: generator.particulars.master.form),
        generator: generator)
    let table = SyscallTable(
        master, configuration: TableConfiguration(nil, generator: generator), generator: generator)
    return ComparedTable(
        directory: "sys/kern", master: "sys/kern/syscalls.master", table: table, kinds: generator.kinds)
}

/// A row with a prototype.
func row(_ number: Int, _ name: String, _ arguments: String..., kinds: String = "STD") -> String {
    let lines = arguments.map { "\t\t    \($0)" }.joined(separator: ",\n")
    let prototype = arguments.isEmpty ? "\t\tint \(name)(void);\n" : "\t\tint \(name)(\n\(lines)\n\t\t);\n"
    return "\(number)\tAUE_NULL\t\(kinds) {\n\(prototype)\t}\n"
}

/// A row without a prototype.
func row(_ number: String, placeholder kind: String, _ name: String = "") -> String {
    "\(number)\tAUE_NULL\t\(kind)\(name.isEmpty ? "" : "\t" + name)\n"
}

/// Slots for loadable calls.
func slots(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { "\($0)\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n" }.joined()
}

/// A master with a row of each kind: numbers 0 to 11.
let everyKind =
    row(0, "lamp", "int oil") + row(1, "door", "const char *key", kinds: "STD|CAPENABLED")
    + row(2, "wick", kinds: "COMPAT12") + row(3, "mat", kinds: "NOSTD") + slots(4...7)
    + row("8", placeholder: "OBSOL", "candle") + row("9-10", placeholder: "RESERVED")
    + row("11", placeholder: "UNIMPL", "nosys")

/// The map of a master.
func map(_ text: String, of tree: String = "tree", claims: [Int: TableMap.Claim] = [:], own: Set<Int> = []) -> TableMap
{
    TableMap(compared(text), of: tree, claims: claims, own: own)
}

/// Two masters, and what differs.
func comparison(_ old: String, _ new: String) -> MapComparison {
    MapComparison(
        map(old, of: "old"), map(new, of: "new"), TableDiff.changes(from: compared(old), to: compared(new)).changes)
}
