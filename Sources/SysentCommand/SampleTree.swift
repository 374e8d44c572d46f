import Edits
import SourceTree

enum SampleTree {
    static let view = MemoryView([:])
}
