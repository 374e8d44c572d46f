import Findings
import SyscallSyntax

/// Follows the numbers of a master through its preprocessor arms.
///
/// A kernel indexes its table by number, so whichever arms are compiled, the rows must be gapless and in order: every
/// arm of a conditional begins where the conditional begins, and all of them end on one number. The generator checks
/// none of it (`validate` of core/syscall.lua compares a number with itself); a table with a gap has fewer rows than
/// `SYS_MAXSYSCALL` says, and a call of the last number jumps through a null pointer.
struct Conditionals {
    /// The arm in which the next row stands.
    private(set) var arm = Arm()
    private var frames: [Frame] = [] {
        didSet { arm.path = frames.map { Arm.Step(conditional: $0.conditional, alternative: $0.alternative) } }
    }
    private var opened = 0
    private var next = 0
    private var taken: [Taken] = []
    /// Behind the highest number taken so far, in whatever arm.
    private var end = 0

    private struct Frame {
        var conditional: Int
        var alternative = 0
        var start: Int
        var location: Location
        var ends: [(number: Int, location: Location)] = []
        var hasElse = false
    }

    private struct Taken {
        var numbers: ClosedRange<Int>
        var arm: Arm
        var offset: Int
    }

    /// What is wrong with the numbers of a row.
    enum Misplacement {
        /// A kernel with the row has `number` already, from the row at `offset`.
        case taken(number: Int, offset: Int)
        /// None of them is taken, and they do not begin with `next`.
        case unexpected(next: Int)
    }

    /// Takes the numbers of the row at `offset`.
    mutating func take(_ numbers: ClosedRange<Int>, at offset: Int) -> Misplacement? {
        defer {
            next = max(next, numbers.upperBound + 1)
            end = max(end, next)
            taken.append(Taken(numbers: numbers, arm: arm, offset: offset))
        }
        if numbers.lowerBound < end, let (number, other) = firstTaken(of: numbers) {
            return .taken(number: number, offset: other)
        }
        return numbers.lowerBound == next ? nil : .unexpected(next: next)
    }

    /// The lowest of `numbers` that a kernel with a row in `arm` has already, and where the last row of it begins.
    private func firstTaken(of numbers: ClosedRange<Int>) -> (number: Int, offset: Int)? {
        var found: (number: Int, offset: Int)?
        for other in taken where other.numbers.overlaps(numbers) && !other.arm.excludes(arm) {
            let number = max(other.numbers.lowerBound, numbers.lowerBound)
            if number <= found?.number ?? number { found = (number, other.offset) }
        }
        return found
    }

    /// Passes a preprocessor line.
    mutating func pass(_ directive: MasterNode.Directive, at location: Location) -> [Finding] {
        switch directive {
        case .other: return []
        case .opens:
            frames.append(Frame(conditional: opened, start: next, location: location))
            opened += 1
            return []
        case .elseIf, .otherwise:
            guard var frame = frames.popLast() else { return [unbalanced("no #if is open here", at: location)] }
            let findings = frame.hasElse ? [unbalanced("this #if has had its #else", at: location)] : []
            frame.ends.append((next, location))
            frame.alternative += 1
            frame.hasElse = frame.hasElse || directive == .otherwise
            next = frame.start
            frames.append(frame)
            return findings
        case .closes:
            guard var frame = frames.popLast() else { return [unbalanced("no #if is open here", at: location)] }
            frame.ends.append((next, location))
            if !frame.hasElse { frame.ends.append((frame.start, location)) }
            next = frame.ends.map(\.number).max() ?? next
            guard let first = frame.ends.first, let other = frame.ends.first(where: { $0.number != first.number })
            else {
                return []
            }
            let message: String
            if frame.hasElse {
                message =
                    "the arms of this conditional end on different numbers, \(first.number - 1) and \(other.number - 1)"
            } else {
                let range = frame.start == first.number - 1 ? "\(frame.start)" : "\(frame.start)-\(first.number - 1)"
                message = "without the condition, \(range) would be missing: an #else must hold it"
            }
            return [
                Finding(.error, "unequal-arms", at: location, message, notes: [Note("opened here", at: frame.location)])
            ]
        }
    }

    /// What is still open at the end of the file.
    mutating func finish() -> [Finding] {
        defer { frames = [] }
        return frames.map { unbalanced("the conditional has no #endif", at: $0.location) }
    }

    private func unbalanced(_ message: String, at location: Location) -> Finding {
        Finding(.error, "unbalanced-conditional", at: location, message)
    }
}

extension Conditionals.Misplacement {
    /// What the user is told of `numbers`, which the row at `offset` of `master` has.
    func finding(_ numbers: ClosedRange<Int>, at offset: Int, _ master: MasterSyntax) -> Finding {
        let place = master.location(offset)
        let first = numbers.lowerBound
        switch self {
        case .taken(let number, let other):
            return Finding(
                .error,
                "duplicate-number",
                at: place,
                "number \(number) is taken already",
                notes: [Note("\(number) is taken here", at: master.location(other))]
            )
        case .unexpected(let next) where first < next:
            let message = "number \(first) is out of order; the next number is \(next)"
            return Finding(.error, "number-order", at: place, message)
        case .unexpected(let next):
            let missing = first - 1 == next ? "\(next)" : "\(next)-\(first - 1)"
            let message = "number \(first) leaves a gap: \(missing) missing, so the row would not stand at its index"
            return Finding(.error, "number-gap", at: place, message)
        }
    }
}
