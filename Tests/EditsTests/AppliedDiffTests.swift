import Edits
import Foundation
import TestSupport
import Testing

/// What other programs make of our diffs.
@Suite("A diff that is applied")
struct AppliedDiffTests {
    private let sandbox: GitSandbox
    private let changes: [FileChange]

    init() throws {
        sandbox = try GitSandbox()
        var random = SeededGenerator(4)
        changes = (0..<400).map { index in
            let change = RandomChange(&random)
            let path = TreePath("d\(index % 7)/f\(index)")
            return FileChange(path: path, expected: change.old, result: change.new, reasons: [])
        }
    }

    private func write(_ states: KeyPath<FileChange, FileState>, of changes: [FileChange], to directory: String) throws
    {
        try sandbox.write(directory + "/.keep", "")
        for change in changes {
            guard case .file(let bytes, let mode) = change[keyPath: states] else { continue }
            try sandbox.write("\(directory)/\(change.path)", bytes, executable: mode == .executable)
        }
    }

    private func state(_ path: String) -> FileState {
        guard let bytes = try? sandbox.read(path) else { return .absent }
        let mode = FileManager.default.isExecutableFile(atPath: "\(sandbox.root)/\(path)")
        return .file(bytes, mode ? .executable : .regular)
    }

    private func patch(_ changes: [FileChange], context: Int = 3) -> [UInt8] {
        changes.flatMap { UnifiedDiff($0, context: context).bytes }
    }

    /// The paths at which `directory` does not hold the states that it should.
    private func wrong(_ states: KeyPath<FileChange, FileState>, of changes: [FileChange], in directory: String)
        -> [String]
    {
        changes.filter { state("\(directory)/\($0.path)") != $0[keyPath: states] }.map(\.path.string)
    }

    @Test("by git gives the new text", arguments: [3, 1, 10])
    func git(context: Int) throws {
        try write(\.expected, of: changes, to: "tree")
        try sandbox.write("all.patch", patch(changes, context: context))
        try sandbox.git("tree", "apply", "--whitespace=nowarn", "../all.patch")
        #expect(wrong(\.result, of: changes, in: "tree") == [])
    }

    @Test("by git in reverse gives the old text")
    func reverse() throws {
        try write(\.result, of: changes, to: "tree")
        try sandbox.write("all.patch", patch(changes))
        try sandbox.git("tree", "apply", "--whitespace=nowarn", "--reverse", "../all.patch")
        #expect(wrong(\.expected, of: changes, in: "tree") == [])
    }

    @Test("by patch(1) gives the new text", .enabled(if: Commands.isInstalled("patch"), "patch(1) is not installed"))
    func patchProgram() throws {
        // Modes, and files that come and go empty, are git's own.
        let texts = changes.filter { $0.expected.bytes?.isEmpty == false && $0.result.bytes?.isEmpty == false }
        try write(\.expected, of: texts, to: "tree")
        try sandbox.write("all.patch", patch(texts))
        try sandbox.run(["patch", "-p1", "--binary", "--silent", "-i", "../all.patch"], in: "tree")
        let wrong = texts.filter { (try? sandbox.read("tree/\($0.path)")) != $0.result.bytes }
        #expect(wrong.map(\.path.string) == [])
    }

    @Test("of a huge text without unique lines gives the new text")
    func huge() throws {
        let change = FileChange(
            path: TreePath("huge"),
            expected: .file((0..<3_000).flatMap { Array("\($0 % 2)\n".utf8) }, .regular),
            result: .file((0..<3_000).flatMap { Array("\(($0 + $0 / 7) % 3)\n".utf8) }, .regular),
            reasons: []
        )
        try write(\.expected, of: [change], to: "tree")
        try sandbox.write("all.patch", patch([change]))
        try sandbox.git("tree", "apply", "../all.patch")
        #expect(wrong(\.result, of: [change], in: "tree") == [])
    }
}
