import Edits
import Findings
import SyscallSyntax
import SyscallTable

/// Finds the generator that a tree carries and reads its data; where there is none, tells the edition from the masters.
struct GeneratorDiscovery {
    let view: any TreeView

    /// A generator, where it was found, and what is doubtful about it.
    struct Result {
        var generator: Generator
        var reason: String
        var findings: [Finding]
    }

    /// The generator of a tree whose tables are `sites`.
    func generator(of sites: [TableSite]) throws(Refusal) -> Result {
        let modular = TreePath("sys/tools/syscalls/main.lua")
        let lua = TreePath("sys/tools/makesyscalls.lua")
        let shell = TreePath("sys/kern/makesyscalls.sh")
        if try view.exists(modular) {
            var files: [String: [UInt8]] = [:]
            try collect(modular.parent, below: "", into: &files)
            let source = GeneratorSource(files: files, directory: view.label(modular.parent))
            return carried(modular, Generator.reading(source))
        }
        if try view.exists(lua) {
            return carried(lua, Generator.reading(lua: try view.read(lua), path: view.label(lua)))
        }
        if try view.exists(shell) {
            return carried(shell, Generator.reading(script: try view.read(shell), path: view.label(shell)))
        }
        let evidence = try EditionEvidence(view: view, sites: sites)
        return Result(generator: evidence.generator, reason: evidence.reason, findings: [])
    }

    private func carried(_ path: TreePath, _ read: (generator: Generator, findings: [Finding])) -> Result {
        Result(
            generator: read.generator,
            reason: "the tree carries \(view.label(path)); its data are used",
            findings: read.findings
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
