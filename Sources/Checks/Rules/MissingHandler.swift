import Edits
import Findings
import SourceTree
import SyscallTable

/// The functions that the switch tables point at exist.
struct MissingHandler: Rule {
    let documentation = RuleDocumentation(
        "missing-handler",
        .error,
        checks: """
            Every handler that the native and the 32-bit switch table name (sys_lamp, freebsd32_lamp, \
            freebsd11_lamp, olamp) is defined by a C file below sys/.
            """,
        matters: "The kernel does not link; or the 32-bit table needs a wrapper that nobody wrote.",
        example: """
            A pointer to a structure with a long in it makes freebsd32 want freebsd32_lamp, and only sys_lamp \
            exists. Write the wrapper, or say in syscall_no_abi_change why none is needed.
            """,
        exceptions: """
            Handlers that assembler or a macro makes. NOSTD rows are not looked at: a module brings their handlers, \
            from this tree or from another. Where sys/ is there in part only, nothing is looked for, and a note says \
            so.
            """
    )

    /// Where handlers are, the likely places first, so that most of the sources need not be read.
    private static let likely = [
        "sys/kern", "sys/compat/freebsd32", "sys/vm", "sys/security", "sys/netinet", "sys/nfs", "sys/ufs", "sys/rpc",
        "sys/nlm", "sys/net", "sys/arch", "sys/amd64", "sys/i386", "sys/arm64",
    ]
    /// Without these a kernel cannot be complete.
    private static let essential = ["sys/kern", "sys/vm", "sys/netinet"]
    private static let provided: Set = ["nosys", "lkmnosys", "lkmressys"]

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let native = tree.native else { return [] }
        for directory in Self.essential where try !hasSources(TreePath(directory), tree) {
            let message = "\(directory) has no C file here; the handlers of the calls are not looked for"
            return [Finding(.note, name, at: tree.location(native.site.master), message)]
        }
        var search = IdentifierSearch(tree.own.flatMap { $0.table.calls.filter(isLookedFor).map(\.handler) })
        try search.run(tree, directories: Self.likely.map { TreePath($0) })
        let others = try tree.view.directories(in: TreePath("sys")).filter { !Self.likely.contains($0.string) }
        try search.run(tree, directories: others)
        guard !search.wanted.isEmpty else { return [] }
        var seen: Set<String> = []
        return tree.own.flatMap { table in
            table.table.calls.filter {
                isLookedFor($0) && search.wanted.contains(Array($0.handler.utf8)) && seen.insert($0.handler).inserted
            }.map { call in
                finding(
                    at: table.row(call).location,
                    "no C file below sys/ defines \(call.handler), which the table of \(table.site.directory) points at",
                    notes: call.abi.needsWrapper
                        ? [
                            Note(
                                "the 32-bit ABI needs a handler of its own here",
                                at: table.site.configuration.map { tree.location($0) })
                        ] : []
                )
            }
        }
    }

    private func isLookedFor(_ call: Syscall) -> Bool {
        switch call.kinds.level {
        case .none, .obsolete: return false
        case .native, .compat: break
        }
        return call.kinds.flags.isDisjoint(with: [.noDefinition, .noStandard, .multiplexer, .notStatic])
            && !Self.provided.contains(call.handler)
    }

    private func hasSources(_ directory: TreePath, _ tree: CheckedTree) throws(Refusal) -> Bool {
        try tree.view.list(directory).contains { $0.name.hasSuffix(".c") }
    }
}

extension IdentifierSearch {
    /// Reads C files below `directories` until everything was found.
    fileprivate mutating func run(_ tree: CheckedTree, directories: [TreePath]) throws(Refusal) {
        for directory in directories where !wanted.isEmpty {
            for path in try tree.view.files(below: directory, where: { $0.hasSuffix(".c") }) where !wanted.isEmpty {
                removeHandlers(in: try tree.view.read(path))
            }
        }
    }
}
