import Edits
import SourceTree

/// The small tree that is built into the program (`--sample`).
enum SampleTree {
    /// The files of `Sample/`.
    static let view = MemoryView(
        Dictionary(uniqueKeysWithValues: SampleFiles.all.map { (TreePath($0.key), Array($0.value.utf8)) }),
        labelPrefix: "sample"
    )
}
