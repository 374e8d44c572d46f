import Findings
import SyscallTable
import TestSupport
import Testing

/// Whatever happens to the rows of a sound table, it is noticed.
@Suite("A table whose rows are")
struct DamagedTableTests {
    /// Entries of one to five lines.
    private let entries = (0..<40).map { number in
        switch number % 4 {
        case 0: rows(number)
        case 1: entry(number, "STD", "call\(number)")
        case 2: entry(number, "COMPAT11", "call\(number)", "int a")
        default: entry(number, "STD|CAPENABLED", "call\(number)", "int a", "char *b")
        }
    }

    private func errors(_ entries: [String]) -> Set<String> {
        Set(master(entries.joined()).findings.filter { $0.severity == .error }.rules)
    }

    @Test("left alone is sound")
    func sound() {
        #expect(errors(entries) == [])
    }

    @Test("deleted has a gap, wherever it was")
    func deleted() {
        for index in entries.indices.dropLast() {
            var damaged = entries
            damaged.remove(at: index)
            #expect(errors(damaged) == ["number-gap"], "row \(index)")
        }
    }

    @Test("duplicated has a number twice, wherever it was")
    func duplicated() {
        for index in entries.indices {
            var damaged = entries
            damaged.insert(entries[index], at: index)
            #expect(errors(damaged) == ["duplicate-number"], "row \(index)")
        }
    }

    @Test("swapped is out of order, wherever it was")
    func swapped() {
        for index in entries.indices.dropLast() {
            var damaged = entries
            damaged.swapAt(index, index + 1)
            #expect(errors(damaged) == ["number-gap", "number-order"], "row \(index)")
        }
    }

    @Test("short of a line is broken, whichever line it was")
    func lines() {
        let lines = entries.joined().split(separator: "\n", omittingEmptySubsequences: false).map { $0 + "\n" }
        for (index, line) in lines.enumerated() where line.trimmingPrefix("\t") != "\n" {
            // An argument more or less is another call, not a broken one.
            let isArgument = line.hasPrefix("\t\t    ")
            let isLast = index >= lines.count - 8
            var damaged = lines
            damaged.remove(at: index)
            if !isArgument, !isLast {
                let findings = master(damaged.joined()).findings
                #expect(findings.contains { $0.severity == .error }, "line \(index + 1): \(line)")
            }
        }
    }
}
