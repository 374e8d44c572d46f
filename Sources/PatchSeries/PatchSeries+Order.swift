import Findings
import SystemPackage

// Retirement: the order of a series and the names of its files change together.
extension PatchSeries {
    /// Takes patches out of the series of `directory` and removes their files.
    ///
    /// - Returns: the names of the patches that are left, in order.
    /// - Throws: a `Refusal` with rule `unknown-patch`, `series-changed`, `cannot-write`, or one of
    ///   ``SeriesFile/read(_:)``.
    @discardableResult
    public static func drop(_ wanted: [String], from directory: FilePath) throws(Refusal) -> [String] {
        let series = try SeriesFile.read(directory)
        var gone: Set<String> = []
        for name in wanted { gone.insert(try series.patch(called: name)) }
        return try write(series, try series.readPatches().filter { !gone.contains($0.name) })
    }

    /// Moves a patch of the series of `directory` ahead of another one, or to the end, and numbers all anew.
    ///
    /// - Returns: the names of the patches, in order.
    /// - Throws: a `Refusal` as ``drop(_:from:)`` does.
    @discardableResult
    public static func reorder(_ wanted: String, before other: String?, in directory: FilePath) throws(Refusal)
        -> [String]
    {
        let series = try SeriesFile.read(directory)
        let name = try series.patch(called: wanted)
        let next = try other.map { (text) throws(Refusal) in try series.patch(called: text) }
        guard next != name else { throw Refusal("unknown-patch", "a patch cannot stand ahead of itself") }
        var patches = try series.readPatches()
        guard let place = patches.firstIndex(where: { $0.name == name }) else { return series.names }
        let patch = patches.remove(at: place)
        patches.insert(patch, at: next.flatMap { next in patches.firstIndex { $0.name == next } } ?? patches.count)
        return try write(series, numbered(patches))
    }

    /// Numbers the patches of `directory` from 1 in their order.
    ///
    /// - Returns: the names of the patches, in order.
    /// - Throws: a `Refusal` as ``drop(_:from:)`` does.
    @discardableResult
    public static func renumber(_ directory: FilePath) throws(Refusal) -> [String] {
        let series = try SeriesFile.read(directory)
        return try write(series, numbered(try series.readPatches()))
    }

    private static func write(_ series: SeriesFile, _ patches: [PatchFile]) throws(Refusal) -> [String] {
        try rewrite(series, as: patches.map { (name: $0.name, bytes: $0.bytes) })
        return patches.map(\.name)
    }

    /// The patches with names that begin with their places.
    private static func numbered(_ patches: [PatchFile]) -> [PatchFile] {
        patches.enumerated().map { place, patch in
            let stem = SeriesFile.number(patch.name) == nil ? "-" + patch.name : String(patch.name.dropFirst(4))
            let digits = String(place + 1)
            return PatchFile(
                name: String(repeating: "0", count: max(0, 4 - digits.count)) + digits + stem, bytes: patch.bytes)
        }
    }
}

extension SeriesFile {
    /// The patch that `text` means: its name, or the number that its name begins with.
    func patch(called text: String) throws(Refusal) -> String {
        if names.contains(text) { return text }
        let found = names.filter { Int(text) != nil && SeriesFile.number($0) == Int(text) }
        if let name = found.first, found.count == 1 { return name }
        let known = names.isEmpty ? "the series is empty" : "it has \(names.joined(separator: ", "))"
        throw Refusal(
            "unknown-patch", at: Location(path: path.string),
            found.isEmpty ? "the series has no patch '\(text)'" : "the series has several patches with number \(text)",
            notes: [Note(known)])
    }
}
