import TestSupport
import Testing

@Suite("Temporary files") struct ScratchTests {
    @Test(
        "of a revision that was read are gone when the program is",
        arguments: [
            ["tables"], ["generate", "--check"], ["list"], ["check"], ["show", "lseek"], ["widen", "--slots", "2"],
        ])
    func gone(arguments: [String]) throws {
        let sandbox = try GitSandbox()
        try sandbox.makeRepository("src", SampleText.files)
        let sysent = Program(directory: sandbox.root, environment: sandbox.environment)
        let run = try sysent.run(arguments + ["--tree", "src", "--onto", "HEAD"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(try sandbox.names(in: "tmp") == [])
    }
}
