/// Searches lines for a pattern, and remembers which sets of states it has met.
struct PatternMatcher: Sendable {
    private let program: PatternProgram
    /// The sets of states, each sorted.
    private var sets: [[Int]] = []
    private var numbers: [[Int]: Int32] = [:]
    /// For each set and byte the next set; -1 when it was not asked for yet.
    private var table: [Int32] = []
    /// What a set says: 1 a match is there, 2 there is one if the line ends here.
    private var answers: [UInt8] = []
    private var first: Int32 = -1

    /// Patterns have some dozens of sets; more than this is a waste of memory, and everything begins anew.
    private static let limit = 512

    init(_ pattern: LinePattern) {
        program = pattern.program
    }

    /// Whether `line` has the pattern.
    ///
    /// - Parameter isEnded: whether the line ends there, so that `$` holds.
    mutating func isFound(in line: UnsafeBufferPointer<UInt8>, isEnded: Bool = true) -> Bool {
        if first < 0 { first = number(of: closure([program.entry], atStart: true)) }
        var state = first
        for byte in line {
            if answers[Int(state)] & 1 != 0 { return true }
            var next = table[Int(state) << 8 | Int(byte)]
            if next < 0 {
                next = step(from: Int(state), by: byte)
            }
            state = next
        }
        let answer = answers[Int(state)]
        return answer & 1 != 0 || (isEnded && answer & 2 != 0)
    }

    private mutating func step(from state: Int, by byte: UInt8) -> Int32 {
        var targets: [Int] = [program.entry]
        for index in sets[state] {
            if case .bytes(let set, let next) = program.steps[index], set.contains(byte) { targets.append(next) }
        }
        let states = closure(targets, atStart: false)
        if sets.count >= Self.limit, numbers[states] == nil {
            sets = []
            numbers = [:]
            table = []
            answers = []
            first = -1
            return number(of: states)
        }
        let next = number(of: states)
        table[state << 8 | Int(byte)] = next
        return next
    }

    private func closure(_ roots: [Int], atStart: Bool) -> [Int] {
        var seen: Set<Int> = []
        var open = roots
        while let index = open.popLast() {
            guard seen.insert(index).inserted else { continue }
            switch program.steps[index] {
            case .split(let left, let right): open += [left, right]
            case .start(let next): if atStart { open.append(next) }
            case .bytes, .end, .match: break
            }
        }
        return seen.sorted()
    }

    private mutating func number(of states: [Int]) -> Int32 {
        if let known = numbers[states] { return known }
        let number = Int32(sets.count)
        sets.append(states)
        numbers[states] = number
        table.append(contentsOf: repeatElement(-1, count: 256))
        answers.append(answer(states))
        return number
    }

    private func answer(_ states: [Int]) -> UInt8 {
        var answer: UInt8 = 0
        for index in states {
            switch program.steps[index] {
            case .match: answer |= 1
            case .end(let next): if reachesMatchAtEnd(next) { answer |= 2 }
            case .bytes, .split, .start: break
            }
        }
        return answer
    }

    private func reachesMatchAtEnd(_ root: Int) -> Bool {
        var seen: Set<Int> = []
        var open = [root]
        while let index = open.popLast() {
            guard seen.insert(index).inserted else { continue }
            switch program.steps[index] {
            case .match: return true
            case .end(let next): open.append(next)
            case .split(let left, let right): open += [left, right]
            case .bytes, .start: break
            }
        }
        return false
    }
}
