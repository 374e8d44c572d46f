import SystemPackage

/// Temporary files that a killed run left beside the files that this run writes.
struct Leftovers {
    private let paths: [FilePath]

    /// Looks beside `targets`; a directory that cannot be listed has none that we know of.
    init(beside targets: [WriteTarget]) {
        var names: [FilePath: [String]] = [:]
        for file in targets.map(\.file) {
            guard let name = file.lastComponent?.string else { continue }
            names[file.removingLastComponent(), default: []].append(name)
        }
        paths = names.flatMap { directory, names in Self.paths(in: directory, for: names) }
    }

    /// Removes them. That one stays is no reason not to write: its name is nobody else's.
    func remove(willDo: WriteStep.Watcher) {
        for path in paths {
            guard (try? willDo(.removeLeftover)) != nil else { continue }
            try? SystemCall.removeFile(path)
        }
    }

    private static func paths(in directory: FilePath, for names: [String]) -> [FilePath] {
        var found: [FilePath] = []
        try? SystemCall.forEachEntry(of: directory) { pointer, _, _ in
            // A dot first: most names need no closer look.
            guard pointer.pointee == CChar(0x2E) else { return }
            let candidate = String(cString: pointer)
            guard names.contains(where: { TemporaryName.matches(candidate, for: $0) }) else { return }
            let path = directory.appending(candidate)
            // A link or a directory of such a name is not ours.
            guard (try? Stat(path, followTargetSymlink: false))?.type == .regular else { return }
            found.append(path)
        }
        return found
    }
}
