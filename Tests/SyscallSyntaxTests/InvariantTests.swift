import Findings
import SyscallSyntax
import TestSupport
import Testing

/// Invariants 1 and 3 of ARCHITECTURE.md. `RoundTripTests` tries the first on much more.
@Suite("Invariants of the syntax")
struct InvariantTests {
    @Test("1: Parsing never fails, and printing gives the input back, byte for byte")
    func roundTrip() throws {
        let all = (0...255).map { UInt8($0) }
        for source in try OwnMasters.texts() + [[], [0x0A], [0x0D], [0], all, all + all] {
            #expect(MasterSyntax.parse(source, path: "m").printed() == source)
        }
    }

    @Test("3: A configuration is data: what a shell would run is an error and never executed")
    func data() throws {
        let directory = try TemporaryDirectory()
        let commands = [
            "a=`touch MARK`", "a=\"`touch MARK`\"", "a=$(touch MARK)", "a=\"$(touch MARK)\"", "touch MARK",
            "a=b; touch MARK", "a=<(touch MARK)", "a=${b:-$(touch MARK)}",
        ]
        for command in commands {
            let text = command.replacing("MARK", with: directory.path("mark"))
            let syntax = ConfigurationSyntax.parse(Array(text.utf8), path: "c")
            #expect(syntax.problems.hasErrors, "\(command)")
        }
        #expect(try directory.snapshot().paths == [])
    }
}
