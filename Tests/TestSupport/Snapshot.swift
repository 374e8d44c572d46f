import Foundation

/// Expected bytes that are committed beside the test.
public enum Snapshot {
    /// Whether `RECORD_SNAPSHOTS=1` asks for the snapshots to be written anew.
    public static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

    /// What is otherwise in `actual` than in the snapshot `path` of the package; empty when they are the same.
    ///
    /// When recording, the snapshot is written and the answer is not empty, so that the test fails: a run that compares
    /// nothing must not pass.
    ///
    /// - Throws: what Foundation throws when the snapshot cannot be written.
    public static func differences(_ actual: [UInt8], from path: String) throws -> [String] {
        let expected = try? PackageFiles.read(path)
        if isRecording {
            if expected != actual { try PackageFiles.write(path, actual) }
            return ["\(path): recorded; look at it, and run the tests again without RECORD_SNAPSHOTS"]
        }
        guard let expected else { return ["\(path): no such snapshot; record it with RECORD_SNAPSHOTS=1"] }
        let lines = TestSupport.differences(actual, from: expected)
        return lines.isEmpty ? [] : ["\(path):"] + lines
    }
}
