import Testing

@testable import Compat32

@Suite("Compat32: plans")
struct PlanTests {
    @Test("A call is read as it is declared") func reads() {
        let call = CallInterface("int", "lamp", [.init("int", "fd")])
        #expect(call.returns)
    }
}
