import Findings
import SlotModel
import Testing
import TrapModules

@Suite("A plan of slots")
struct SlotPlanTests {
    private func manifest(_ name: String, traps: Int, _ lines: String = "") throws -> TrapManifest {
        let names = (0..<traps).map { "  - name: \(name)\($0)\n" }.joined()
        let text = "module: \(name)\n\(lines)traps:\n\(names)"
        return try TrapManifest.read(Array(text.utf8), path: "\(name).yml")
    }

    private func kernel(_ native: Int, narrow: Int? = nil) -> SlotKernel {
        func table(_ slots: Int) -> SwitchTable {
            SwitchTable([SlotRow(.nosys)] + Array(repeating: .slot, count: slots))
        }
        return SlotKernel(native: table(native), freebsd32: narrow.map(table))
    }

    private func numbers(_ plan: SlotPlan, _ table: SlotKernel.Table = .native) -> [[Int?]] {
        plan.modules.map { module in module.manifest.traps.map { module.number(of: $0, in: table) } }
    }

    @Test("gives modules slots in load order")
    func order() throws {
        let plan = SlotPlan([try manifest("b", traps: 1), try manifest("a", traps: 2)], on: kernel(4))
        #expect(numbers(plan) == [[1], [2, 3]])
        #expect(plan.findings == [])
        #expect(plan.demands.map { [$0.wanted, $0.free, $0.shortfall] } == [[3, 4, 0]])
    }

    @Test("says how many slots are missing, at the first call without one")
    func shortage() throws {
        let plan = SlotPlan([try manifest("a", traps: 2), try manifest("b", traps: 3)], on: kernel(3))
        #expect(
            plan.findings.map { "\($0.location?.path ?? ""):\($0.location?.line ?? 0): \($0.message)" } == [
                "b.yml:4: 5 calls want a slot of the native table, and 3 slots are free: 2 short"
            ])
        #expect(plan.shortfall == 2)
    }

    @Test("leaves a module that wants all slots without any, and its slots to the next one")
    func refuses() throws {
        let plan = SlotPlan(
            [try manifest("a", traps: 2), try manifest("b", traps: 1, "shortage: rest\n")], on: kernel(1))
        #expect(plan.modules.map(\.error) == [.ENOEXEC, nil])
        #expect(plan.modules[0].claims.map(\.number) == [1, nil])
        #expect(numbers(plan)[1] == [1])
        let rest = SlotPlan([try manifest("a", traps: 2, "shortage: rest\n")], on: kernel(1))
        #expect(rest.modules.map(\.error) == [nil])
        #expect(numbers(rest) == [[1, nil]])
        #expect(rest.shortfall == 1)
    }

    @Test("has the 32-bit table's own numbers, for calls that are there")
    func narrow() throws {
        let wide = try manifest("a", traps: 2)
        let both = try manifest("b", traps: 2, "defaults: { freebsd32: true }\n")
        let plan = SlotPlan([wide, both], on: kernel(4, narrow: 4))
        #expect(numbers(plan, .native) == [[1, 2], [3, 4]])
        #expect(numbers(plan, .freebsd32) == [[nil, nil], [1, 2]])
        #expect(SlotPlan([both], on: kernel(2)).demands.map(\.table) == [.native])
        let arm = try manifest("c", traps: 1, "architectures: [arm64]\ndefaults: { freebsd32: true }\n")
        #expect(SlotPlan([arm], on: kernel(2, narrow: 2)).demands.map(\.table) == [.native])
    }

    @Test("names a 32-bit table that was not generated with the native one")
    func pastEnd() throws {
        let both = try manifest("b", traps: 3, "defaults: { freebsd32: true }\n")
        let plan = SlotPlan([both], on: kernel(4, narrow: 2))
        #expect(plan.findings.map(\.rule) == ["table-past-end", "slot-shortage"])
    }

    @Test("refuses one module twice")
    func twice() throws {
        let module = try manifest("a", traps: 1)
        let plan = SlotPlan([module, module], on: kernel(4))
        #expect(plan.modules.map(\.error) == [nil, .EEXIST])
        #expect(plan.findings.map(\.rule) == ["module-loaded-twice"])
    }
}
