import Foundation

/// The schema of SARIF 2.1.0, which `Scripts/sarif-schema` installs; it is not part of the package.
public enum SarifSchema {
    /// Whether documents can be held against it.
    public static let isInstalled =
        Commands.isInstalled("python3")
        && FileManager.default.fileExists(atPath: PackageFiles.root + "/.build/sarif/sarif-schema.json")

    /// What a skipped test says.
    public static let absence = "the schema of SARIF is not installed; Scripts/sarif-schema does that"

    /// What of `documents` the schema does not allow, a line each.
    ///
    /// - Throws: `GitSandbox.CommandFailed` when it cannot be told.
    public static func problems(_ documents: [[UInt8]]) throws -> [String] {
        let sandbox = try GitSandbox()
        let names = documents.indices.map { "\($0).sarif" }
        for (name, document) in zip(names, documents) { try sandbox.write(name, document) }
        do {
            try sandbox.run(["python3", PackageFiles.root + "/Scripts/validate-sarif"] + names, in: ".")
            return []
        } catch let failure as GitSandbox.CommandFailed {
            let lines = failure.output.split(separator: "\n").map(String.init)
            if lines.isEmpty || failure.output.contains("Traceback") { throw failure }
            return lines
        }
    }
}
