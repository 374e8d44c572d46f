import Edits
import Findings
import SyscallTable

/// Finds the generator that a tree carries and reads its data.
struct GeneratorDiscovery {
    let view: any TreeView

    /// A generator, where it was found, and what is doubtful about it.
    struct Result {
        var generator: Generator
        var reason: String
        var findings: [Finding]
    }

    func generator() throws(Refusal) -> Result {
        let directory = TreePath("sys/tools/syscalls")
        guard try view.exists(directory.appending("main.lua")) else {
            for (path, edition) in [("sys/tools/makesyscalls.lua", "lua"), ("sys/kern/makesyscalls.sh", "shell")]
            where try view.exists(TreePath(path)) {
                throw Refusal(
                    "unsupported-edition",
                    at: Location(path: view.label(TreePath(path))),
                    "this tree has a generator of edition '\(edition)', which is not supported yet"
                )
            }
            return Result(
                generator: .modular,
                reason: "the tree carries no generator; the built-in data of FreeBSD 15.1 are used",
                findings: []
            )
        }
        var files: [String: [UInt8]] = [:]
        try collect(directory, below: "", into: &files)
        let source = GeneratorSource(files: files, directory: view.label(directory))
        let (generator, findings) = Generator.reading(source)
        return Result(
            generator: generator,
            reason: "the tree carries \(view.label(directory.appending("main.lua"))); its data are used",
            findings: findings
        )
    }

    /// The `.lua` files of the generator. Its examples are tables like any other, not code.
    private func collect(
        _ directory: TreePath,
        below prefix: String,
        into files: inout [String: [UInt8]]
    ) throws(Refusal) {
        for entry in try view.list(directory) {
            let path = directory.appending(entry.name)
            if entry.kind == .directory, entry.name != "examples", prefix.utf8.count < 64 {
                try collect(path, below: prefix + entry.name + "/", into: &files)
            } else if entry.name.hasSuffix(".lua") {
                files[prefix + entry.name] = try view.read(path)
            }
        }
    }
}
