import Edits
import SourceTree
import Testing

@Suite("A view that records")
struct RecordingViewTests {
    let view = RecordingView(MemoryView([TreePath("b"): [1], TreePath("a"): [2], TreePath("c"): []]))

    @Test("remembers each file that was read, once and sorted")
    func remembers() throws {
        _ = try view.read(TreePath("b"))
        _ = try view.read(TreePath("a"))
        _ = try view.read(TreePath("b"))
        #expect(view.pathsRead == [TreePath("a"), TreePath("b")])
    }

    @Test("does not take looking for reading, nor an attempt")
    func looking() throws {
        _ = try view.list(.root)
        _ = try view.kind(of: TreePath("c"))
        _ = try? view.read(TreePath("none"))
        #expect(view.pathsRead == [])
    }

    @Test("records from many threads")
    func threads() async throws {
        let paths = (0..<200).map { TreePath("file\($0)") }
        let view = RecordingView(MemoryView(Dictionary(uniqueKeysWithValues: paths.map { ($0, []) })))
        await withTaskGroup(of: Void.self) { group in
            for path in paths { group.addTask { _ = try? view.read(path) } }
        }
        #expect(view.pathsRead == paths.sorted())
    }
}
