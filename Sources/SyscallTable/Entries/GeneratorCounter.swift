import SyscallSyntax

/// The count that makesyscalls.sh and makesyscalls.lua keep themselves: the number that the next row must have.
///
/// It is less than ``Conditionals`` knows: one saved count for all conditionals (`savesyscall`), nothing at `#elif` and
/// `#endif`. Where the two disagree, the generator stops at a table that would be sound.
struct GeneratorCounter {
    private let form: MasterForm
    private var next = 0
    private var saved = 0

    init(form: MasterForm) {
        self.form = form
    }

    /// Takes the numbers of a row; the number that the generator expects when it is another one.
    mutating func take(_ numbers: ClosedRange<Int>) -> Int? {
        defer { next = numbers.upperBound + 1 }
        return numbers.lowerBound == next ? nil : next
    }

    /// Passes the preprocessor line `text`.
    mutating func pass(_ directive: MasterNode.Directive, _ text: ArraySlice<UInt8>) {
        // `awk` looks at the first field alone, so a blank behind the `#` hides the directive.
        if case .continued = form, text.dropFirst().first.map(isSpace) ?? true { return }
        switch directive {
        case .opens: saved = next
        case .otherwise: next = saved
        case .elseIf, .closes, .other: break
        }
    }
}
