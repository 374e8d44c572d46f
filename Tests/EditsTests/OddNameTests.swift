import Edits
import TestSupport
import Testing

/// Names of files that a diff cannot hold as they are.
@Suite("A diff of a file with an odd name")
struct OddNameTests {
    static let names = [
        "my sys/a b", " lead", "trail ", "a\tb", "line\nfeed", "\r\n", "quo\"te", "back\\slash", "caf\u{E9}",
        "cafe\u{301}",
        "\u{2603} snow", "\u{1F4BE}", "\u{7F}", "\u{1}\u{7}\u{8}\u{B}\u{C}\u{1B}", "-x", "a => b", "\u{FF0F}",
    ]

    private let sandbox: GitSandbox

    init() throws {
        sandbox = try GitSandbox()
    }

    private func change(_ name: String, _ old: String?, _ new: String?) -> FileChange {
        func state(_ text: String?) -> FileState { text.map { .file(Array($0.utf8), .regular) } ?? .absent }
        return FileChange(path: TreePath(name), expected: state(old), result: state(new), reasons: [])
    }

    @Test(
        "names it as git does", arguments: names, [("1\n", "2\n"), (nil, "2\n"), ("1\n", nil)] as [(String?, String?)])
    func sameAsGit(name: String, texts: (old: String?, new: String?)) throws {
        try sandbox.makeRepository("tree", texts.old.map { [name: $0] } ?? [:])
        if let new = texts.new { try sandbox.write("tree/\(name)", new) } else { try sandbox.remove("tree/\(name)") }
        try sandbox.git("tree", "add", "--all")
        let printed = try sandbox.git("tree", "diff", "--cached", "--no-ext-diff").split(separator: "\n")
        let ours = UnifiedDiff(change(name, texts.old, texts.new)).bytes
        // Ids of objects are for a git that has them.
        let theirs = printed.filter { !$0.hasPrefix("index ") }.map { $0 + "\n" }.joined()
        #expect(differences(ours, from: Array(theirs.utf8)) == [])
    }

    @Test("is applied by git", arguments: names)
    func git(name: String) throws {
        try sandbox.write("tree/\(name)", "1\n")
        try sandbox.write("a.patch", UnifiedDiff(change(name, "1\n", "2\n")).bytes)
        try sandbox.git("tree", "apply", "../a.patch")
        #expect(try sandbox.read("tree/\(name)") == Array("2\n".utf8))
    }

    @Test(
        "is applied by patch(1)", .enabled(if: Commands.isInstalled("patch"), "patch(1) is not installed"),
        // It takes no name that ends in a space, from git no more than from us.
        arguments: names.filter { !$0.hasSuffix(" ") })
    func patchProgram(name: String) throws {
        try sandbox.write("tree/\(name)", "1\n")
        try sandbox.write("a.patch", UnifiedDiff(change(name, "1\n", "2\n")).bytes)
        try sandbox.run(["patch", "-p1", "--silent", "-i", "../a.patch"], in: "tree")
        #expect(try sandbox.read("tree/\(name)") == Array("2\n".utf8))
    }
}
