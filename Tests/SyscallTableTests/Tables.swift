import SyscallSyntax
import SyscallTable

/// The rows of a master that is given as text.
func master(_ text: String, generator: Generator = .modular) -> Master {
    Master(.parse(Array(text.utf8), path: "m"), generator: generator)
}

/// The table that a master makes with a configuration, both given as text.
func table(_ text: String, configuration: String = "", generator: Generator = .modular) -> SyscallTable {
    let syntax = ConfigurationSyntax.parse(Array(configuration.utf8), path: "c")
    return SyscallTable(
        master(text, generator: generator),
        configuration: TableConfiguration(syntax, generator: generator),
        generator: generator
    )
}

/// An entry with a prototype of `arguments`.
func entry(_ number: Int, _ kinds: String = "STD", _ name: String = "call", _ arguments: String...) -> String {
    let lines = arguments.map { "\t\t    \($0)" }.joined(separator: ",\n")
    let prototype = arguments.isEmpty ? "\t\tint \(name)(void);\n" : "\t\tint \(name)(\n\(lines)\n\t\t);\n"
    return "\(number)\tAUE_NULL\t\(kinds) {\n\(prototype)\t}\n"
}

/// Rows without calls.
func rows(_ numbers: Int...) -> String {
    numbers.map { "\($0)\tAUE_NULL\tRESERVED\n" }.joined()
}
