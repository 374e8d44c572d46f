import Companions
import Findings
import SyscallSyntax
import SyscallTable

/// Parsing keeps every byte, and a master without errors has all its companions.
func checkMaster(_ bytes: [UInt8]) {
    let syntax = MasterSyntax.parse(bytes, path: "fuzz.master")
    precondition(syntax.printed() == bytes, "printing a parsed master gives other bytes")
    var end = 0
    for node in syntax.nodes {
        precondition(node.range.lowerBound == end, "the nodes leave a gap or overlap")
        precondition(!node.range.isEmpty, "a node holds nothing")
        end = node.range.upperBound
    }
    precondition(end == bytes.count, "the nodes end before the file does")
    for finding in syntax.problems { check(finding.location, in: syntax) }

    let master = Master(syntax, generator: .modular)
    for finding in master.findings { check(finding.location, in: syntax) }
    for configuration in configurations {
        let table = SyscallTable(master, configuration: configuration, generator: .modular)
        if table.findings.contains(where: { $0.severity == .error }) { continue }
        precondition(table.calls.map(\.number).max() == table.size - 1, "the table has another size than its calls")
        for companion in Companion.allCases {
            precondition(!companion.render(table).isEmpty, "\(companion) is empty")
        }
    }
}

private func check(_ location: Location?, in syntax: MasterSyntax) {
    guard let location, let line = location.line else { return }
    precondition((1...syntax.lines.starts.count).contains(line), "a finding lies outside the file")
}

/// A native table, and one that is projected in every way that the generator knows.
private let configurations: [TableConfiguration] = [
    TableConfiguration(nil, generator: .modular),
    TableConfiguration(
        .parse(
            Array(
                """
                abi_flags="long_size|pair_64bit|pointer_args|pointer_size|time_t_size"
                abi_func_prefix="small_"
                abi_type_suffix="32"
                abi_long="int32_t"
                abi_u_long="uint32_t"
                abi_size_t="uint32_t"
                abi_intptr_t="int32_t"
                abi_ptr_array_t="uint32_t"
                libsys_h="_libsys.h"
                syscall_no_abi_change="read"
                obsol="gone"
                unimpl="open"
                mincompat=7
                """.utf8
            ),
            path: "fuzz.conf"
        ),
        generator: .modular
    ),
]

/// A configuration is read as data, and every table takes what was read.
func checkConfiguration(_ bytes: [UInt8]) {
    let syntax = ConfigurationSyntax.parse(bytes, path: "fuzz.conf")
    for setting in syntax.settings {
        precondition(!setting.key.isEmpty, "a setting has no key")
        precondition(!setting.value.utf8.contains { $0 == 0x60 || $0 == 0x24 }, "a value that a shell would expand")
    }
    _ = TableConfiguration(syntax, generator: .modular)
}

/// The source of a generator is cut into tokens and its tables are read; patterns that stand in it are tried.
func checkLua(_ bytes: [UInt8]) {
    let tokens = LuaToken.lex(bytes)
    precondition(tokens.count <= bytes.count, "there are more tokens than bytes")
    for start in tokens.indices.prefix(32) {
        var position = start
        _ = LuaValue.read(tokens, at: &position)
        precondition(position > start && position <= tokens.count, "reading a value does not move on")
    }
    let files = ["config.lua": bytes, "core/syscall.lua": bytes, "tools/util.lua": bytes]
    _ = Generator.reading(GeneratorSource(files: files, directory: "fuzz"))
    for case .string(let text) in tokens.prefix(64) where text.utf8.count < 32 {
        _ = LuaPattern(text)?.matches(Array("_In_ const char * path".utf8))
    }
}
