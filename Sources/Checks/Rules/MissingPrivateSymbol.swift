import Companions
import Edits
import Findings
import SourceTree
import SyscallTable

/// Other libraries can link the private symbols that they use.
struct MissingPrivateSymbol: Rule {
    let documentation = RuleDocumentation(
        "missing-private-symbol",
        .warning,
        editions: [.shell, .lua],
        checks: """
            A symbol map of libc exports every '_lamp' and '__sys_lamp' that a source of the threads library or of librt \
            mentions, for all calls of the native table. Since FreeBSD 15 the generator exports all of them.
            """,
        matters: """
            A name that is not exported is found when the other library is linked at the earliest, and when a program is \
            started at the latest.
            """,
        example: """
            lib/librt/aio.c calls __sys_aio_read, and the line is gone from FBSDprivate_1.0 of lib/libc/sys/Symbol.map. \
            --fix adds it.
            """,
        exceptions: "A library with a function of its own of that name; a mention in a part that is not compiled."
    )

    private static let users = ["lib/libthr", "lib/librt"]

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard tree.native?.path(of: .symbolMap) == nil, let map = try SymbolMap.ofCalls(in: tree.view),
            let section = map.versions.last(where: \.isPrivate)
        else { return [] }
        let exported = try SymbolMap.names(with: map, in: tree)
        var wanted: [String: String] = [:]
        for call in tree.presentCalls.map(\.publicName) {
            for name in ["_" + call, "__sys_" + call] where !exported.contains(name) { wanted[name] = call }
        }
        var findings: [Finding] = []
        for library in Self.users {
            for path in try tree.view.files(below: TreePath(library), where: isSource) {
                let bytes = try tree.view.read(path)
                let tokens = CTokens(bytes)
                for index in 0..<tokens.count where tokens.begins("_", at: index) {
                    let name = tokens.text(index)
                    guard let call = wanted.removeValue(forKey: name) else { continue }
                    let use = Location(
                        path: tree.view.label(path), offset: tokens.offset(index), in: LineMap(bytes))
                    findings.append(
                        finding(
                            at: tree.location(map.path, line: section.line, column: section.column),
                            "\(library) uses \(name), and no symbol map of libc exports it",
                            notes: [Note("used here", at: use)],
                            fixIt: map.insertion(of: name, in: section.name).map { FixIt("add \(name)", edits: [$0]) },
                            about: call
                        )
                    )
                }
            }
        }
        return findings
    }

    private func isSource(_ name: String) -> Bool { name.hasSuffix(".c") || name.hasSuffix(".h") }
}
