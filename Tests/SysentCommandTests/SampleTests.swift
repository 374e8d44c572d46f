import Edits
import Foundation
import SourceTree
import Testing

@testable import SysentCommand

/// The sample tree: `Sample/` and the text that is built into the program.
@Suite struct SampleTests {
    private let directory = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sample")
        .standardized
    private let source = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/SysentCommand/Sample/SampleFiles.swift").standardized
    private let records = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil

    /// The files of `Sample/` that belong to the tree.
    private func files() throws -> [String: String] {
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: directory.path()) where path != "README.md" {
            let file = directory.appending(path: path)
            if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                files[path] = try String(contentsOf: file, encoding: .utf8)
            }
        }
        return files
    }

    @Test("the files built into the program are those of Sample/")
    func builtInFilesEqualSample() throws {
        let files = try files()
        if records {
            try SampleSource(files: files).text.write(to: source, atomically: true, encoding: .utf8)
            Issue.record("SampleFiles.swift was recorded anew; run the tests again without RECORD_SNAPSHOTS")
            return
        }
        for path in Set(files.keys).union(SampleFiles.all.keys).sorted() {
            #expect(SampleFiles.all[path] == files[path], "\(path) differs")
        }
    }

    @Test("the companions of the sample are what its masters make")
    func companionsAreUpToDate() throws {
        let view = DiskView(root: directory.path())
        let tables = try TreeTables.load(view)
        #expect(tables.findings.isEmpty)
        let edit = try tables.regeneration()
        if records {
            try AtomicWriter(root: directory.path()).apply(edit)
        }
        #expect(edit.changes.map(\.path.string) == [])
    }
}

/// The Swift source that holds the sample.
private struct SampleSource {
    let files: [String: String]

    var text: String {
        var lines = [
            "// Made from the files of Sample/ by `RECORD_SNAPSHOTS=1 swift test --filter SampleTests`; do not edit.",
            "",
            "/// The files of the sample tree by path.", "enum SampleFiles {",
            "    static let all: [String: String] = [",
        ]
        for (path, content) in files.sorted(by: { $0.key < $1.key }) {
            lines.append("        \"\(path)\": #\"\"\"")
            lines += content.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            lines.append("\"\"\"#,")
        }
        lines += ["    ]", "}", ""]
        return "// swift-format-ignore-file\n" + lines.joined(separator: "\n")
    }
}
