/// The masters that are part of this package: those of the sample and of the tests.
public enum OwnMasters {
    /// Their paths in the package.
    public static let paths = ["Sample", "Tests"].flatMap { PackageFiles.files(below: $0, suffix: ".master") }

    /// Their bytes.
    ///
    /// - Throws: what Foundation throws when one cannot be read.
    public static func texts() throws -> [[UInt8]] {
        try paths.map(PackageFiles.read)
    }
}
