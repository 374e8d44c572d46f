import Foundation

/// The files of this package, as they lie beside the tests.
public enum PackageFiles {
    /// The directory of `Package.swift`.
    public static let root: String = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { url.deleteLastPathComponent() }
        return url.path
    }()

    /// The bytes of a file.
    ///
    /// - Throws: what Foundation throws when it cannot be read.
    public static func read(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: root + "/" + path)))
    }

    /// The text of a file.
    ///
    /// - Throws: what Foundation throws when it cannot be read.
    public static func text(_ path: String) throws -> String {
        String(decoding: try read(path), as: UTF8.self)
    }

    /// The files below `directory` whose names end in `suffix`, sorted, by their paths in the package.
    public static func files(below directory: String, suffix: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: root + "/" + directory)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(suffix) }.sorted().map { directory + "/" + $0 }
    }

    /// The names in `directory`, sorted; empty when it is not there.
    public static func names(in directory: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: root + "/" + directory)) ?? []).sorted()
    }

    /// Writes a file, and the directories above it.
    ///
    /// - Throws: what Foundation throws when it cannot be written.
    public static func write(_ path: String, _ bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: root + "/" + path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }
}
