import TableDiff
import Testing

@Suite("Tables of two trees are matched") struct TableMatchTests {
    static let linux = "syscallprefix=\"LINUX_SYS_\"\n"
    static let narrow = "syscallprefix=\"FREEBSD32_SYS_\"\n"

    func pairs(_ old: [(String, String)], _ new: [(String, String)]) -> [String] {
        func tables(_ list: [(String, String)]) -> [ComparedTable] {
            list.map { compared(row(0, "lamp"), configuration: $0.1, directory: $0.0) }
        }
        return TableDiff.changes(from: tables(old), to: tables(new)).map {
            "\($0.old?.directory ?? "-") \($0.new?.directory ?? "-") \($0.changes.map(\.kind.rawValue).joined())"
        }
    }

    @Test("by their directory")
    func same() {
        #expect(pairs([("sys/kern", "")], [("sys/kern", "")]) == ["sys/kern sys/kern "])
    }

    @Test("by the end of their directory and their prefix where a fork moved them")
    func moved() {
        let old = [
            ("sys/amd64/linux", Self.linux), ("sys/arm64/linux", Self.linux), ("sys/compat/freebsd32", Self.narrow),
        ]
        let new = [
            ("sys/arch/arm64/linux", Self.linux), ("sys/arch/amd64/linux", Self.linux),
            ("sys/abi/freebsd32", Self.narrow),
        ]
        #expect(
            pairs(old, new) == [
                "sys/arm64/linux sys/arch/arm64/linux ", "sys/amd64/linux sys/arch/amd64/linux ",
                "sys/compat/freebsd32 sys/abi/freebsd32 ",
            ])
    }

    @Test("never across machines")
    func machines() {
        #expect(
            pairs([("sys/amd64/linux", Self.linux)], [("sys/arm64/linux", Self.linux)]) == [
                "- sys/arm64/linux table-added", "sys/amd64/linux - table-removed",
            ])
    }
}
