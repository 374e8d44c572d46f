import Benchmark
import Companions
import Edits
import SourceTree
import SyscallSyntax
import SyscallTable

/// The steps from a tree's files to its companions, each alone, and all of them together.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(metrics: [.wallClock, .peakMemoryResident], maxDuration: .seconds(2))
    do {
        try register(BenchmarkTree.chosen())
    } catch {
        // The library's entry cannot throw, and a benchmark without its tree has nothing to measure.
        fatalError("the tree cannot be read: \(error)")
    }
}

private func register(_ view: any TreeView) throws {
    let tables = try TreeTables.load(view)
    let path = TreePath("sys/kern/syscalls.master")
    let text = try view.read(path)
    let generator = tables.generator
    let native = Master(.parse(text, path: path.string), generator: generator)

    Benchmark("parse the native master") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(MasterSyntax.parse(text, path: path.string)) }
    }
    Benchmark("read the native master") { benchmark in
        for _ in benchmark.scaledIterations {
            blackHole(Master(.parse(text, path: path.string), generator: generator))
        }
    }
    for table in tables.tables where table.site.master == path {
        let configuration = table.table.configuration
        Benchmark("project \(table.site.directory.name)") { benchmark in
            for _ in benchmark.scaledIterations {
                blackHole(SyscallTable(native, configuration: configuration, generator: generator))
            }
        }
    }
    if let table = tables.tables.first?.table {
        for companion in Companion.allCases {
            Benchmark("render \(companion.setting)") { benchmark in
                for _ in benchmark.scaledIterations { blackHole(companion.render(table)) }
            }
        }
    }
    Benchmark("regenerate all tables") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(try TreeTables.load(view).regeneration()) }
    }
}
