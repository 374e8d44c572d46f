import Findings
import SourceTree
import TestSupport
import Testing

@Suite("The audit events of a tree")
struct AuditEventTests {
    private func findings(_ header: String?) throws -> [String] {
        let master = "0\tAUE_NULL\tRESERVED\n1\tAUE_LAMP\tSTD {\n\t\tint lamp(void);\n\t}\n"
        let tree = TableTree(["sys/kern/syscalls.master": master]).with("sys/bsm/audit_kevents.h", header)
        return try TreeTables.load(tree.view).findings.lines
    }

    @Test("are defined by its header")
    func defined() throws {
        #expect(try findings("#define\tAUE_NULL\t\t0\n# define AUE_LAMP 1\t/* lamp */\n") == [])
    }

    @Test("that nothing defines are doubtful")
    func undefined() throws {
        let expected =
            "sys/kern/syscalls.master:2:3: warning: sys/bsm/audit_kevents.h does not define AUE_LAMP [unknown-audit-event]"
        #expect(try findings("#define AUE_NULL 0\n/* #define AUE_LAMP 1 */\n#undef AUE_LAMP\n") == [expected])
    }

    @Test("are not looked at where there is no header")
    func noHeader() throws {
        #expect(try findings(nil) == [])
    }
}
