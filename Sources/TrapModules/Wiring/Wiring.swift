import Edits

/// The files that are made of a manifest.
public struct Wiring: Sendable {
    /// The manifest.
    let manifest: TrapManifest
    /// What names of this module begin with, for constants.
    let macro: String

    /// Prepares the wiring of `manifest`.
    public init(_ manifest: TrapManifest) {
        self.manifest = manifest
        macro = manifest.module.uppercased()
    }

    /// The files by their names: the header of both sides, each side, and the module's Makefile.
    public var files: [(path: TreePath, text: [UInt8])] {
        var files = [
            ("\(manifest.module).h", header),
            ("\(manifest.module).c", kernelSide),
            ("\(manifest.module)_user.c", userSide),
            ("Makefile", makefile),
        ]
        if let builtIn = manifest.builtIn { files.append(("files.\(manifest.module)", configuration(builtIn))) }
        return files.map { (TreePath($0.0), Array($0.1.utf8)) }
    }

    /// The first comment of a file.
    func banner(_ text: String, open: String = "/*", line: String = " *", close: String? = " */") -> String {
        let name = manifest.path.split(separator: "/").last.map(String.init) ?? manifest.path
        let text = text.replacing("*/", with: "* /")
        let lines = CText.filled("\(text) Made from \(name) by sysent; change that file and make this one anew.", 76)
        return ([open] + lines.map { "\(line) \($0)" } + [close].compactMap { $0 }).joined(separator: "\n") + "\n"
    }

    var module: String { manifest.module }
    var traps: [Trap] { manifest.traps }

    /// Whether 32-bit programs get calls of their own on this module's 64-bit kernels.
    ///
    /// Only amd64 has programs of 32 bits that the user side is made for.
    var isNarrow: Bool { manifest.architectures.contains(.amd64) && traps.contains(where: \.isNarrow) }

    /// The architectures whose programs the user side is made for.
    var userArchitectures: [Architecture] {
        Architecture.allCases.filter { manifest.architectures.contains($0) || $0 == .i386 && isNarrow }
    }

    /// The constant by which a call is meant.
    func constant(_ trap: Trap) -> String { "\(macro)_\(trap.name)" }
}

extension TrapManifest {
    /// What the wiring of a module defines besides its calls, without the module's name ahead.
    static let ownNames: Set = [
        "number", "forget", "moved", "names", "numbers", "table", "claim", "unclaim", "register", "deregister",
        "sysctl",
        "modevent", "mod", "call", "slot", "entry",
    ]
}
