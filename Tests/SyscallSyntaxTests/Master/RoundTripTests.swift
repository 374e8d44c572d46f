import SyscallSyntax
import TestSupport
import Testing

@Suite("Parsing and printing")
struct RoundTripTests {
    private static let forms: [MasterForm] = [
        .block, .joined, .continued(joinsPrototypes: false), .continued(joinsPrototypes: true),
    ]

    /// The faults of the tree that a form of a master makes of `source`, whatever form it is written in.
    private func faults(_ source: [UInt8], _ form: MasterForm) -> [String] {
        MasterSyntax.parse(source, path: "m", form: form).faults(source: source).map { "\(form): \($0)" }
    }

    /// The faults of the trees that all forms make of it.
    private func faults(_ source: [UInt8]) -> [String] {
        Self.forms.flatMap { faults(source, $0) }
    }

    @Test("gives every master of this package back", arguments: OwnMasters.paths)
    func own(path: String) throws {
        #expect(faults(try PackageFiles.read(path)) == [])
    }

    @Test(
        "gives every master of the released trees back",
        .enabled(if: SharedTrees.arePresent, "\(SharedTrees.absence)"),
        arguments: SharedTrees.files(suffix: "syscalls.master")
    )
    func released(path: String) throws {
        #expect(faults(try SharedTrees.read(path)) == [])
    }

    @Test(
        "gives damaged masters of the released trees back",
        .enabled(if: SharedTrees.arePresent, "\(SharedTrees.absence)"),
        arguments: SharedTrees.files(suffix: "syscalls.master")
    )
    func releasedAndDamaged(path: String) throws {
        let source = try SharedTrees.read(path)
        var mutator = TextMutator(seed: 11)
        for form in Self.forms {
            let damaged = mutator.mutate(source)
            #expect(faults(damaged, form) == [])
        }
    }

    @Test("gives damaged masters back", arguments: 0..<8)
    func damaged(seed: Int) throws {
        let sources = try OwnMasters.texts()
        var mutator = TextMutator(seed: UInt64(seed))
        for round in 0..<500 {
            let damaged = mutator.mutate(sources[round % sources.count])
            let faults = faults(damaged, Self.forms[(round + seed) % Self.forms.count])
            #expect(
                faults == [], "seed \(seed), round \(round): \(String(decoding: damaged.prefix(2_000), as: UTF8.self))")
        }
    }

    @Test("gives a master that was cut off at any byte back")
    func truncated() throws {
        let source = try PackageFiles.read("Tests/CompanionsTests/Corpus/kinds/syscalls.master")
        for end in source.indices {
            let form = Self.forms[end % Self.forms.count]
            #expect(faults(Array(source[..<end]), form) == [], "cut off at \(end)")
        }
    }

    @Test("gives any bytes back", arguments: 0..<4)
    func noise(seed: Int) {
        var random = SeededGenerator(UInt64(seed))
        for _ in 0..<500 {
            let noise = (0..<random.below(200)).map { _ in
                random.once(in: 6) ? UInt8(0x0A) : UInt8(truncatingIfNeeded: random.next())
            }
            #expect(faults(noise) == [])
        }
    }

    @Test("takes a line of 200,000 bytes")
    func hugeLine() {
        let line = Array(repeating: UInt8(0x78), count: 200_000)
        #expect(faults(line) == [])
        #expect(faults(Array("0\tAUE_NULL\tSTD {\n".utf8) + line) == [])
    }
}
