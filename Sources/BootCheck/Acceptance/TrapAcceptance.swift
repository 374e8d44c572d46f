/// Reads from the lines of a boot which numbers system calls got, and what they answered.
///
/// The lines are the probe's, the kernel's own (`mach_traps: mach_reply_port is system call 210`, `mach: mach_reply_port
/// registered at syscall 210`, and what both say of failures), and those of sysctl(8).
struct TrapAcceptance: Sendable {
    /// Something that decides.
    struct Failure: Sendable, Hashable {
        var outcome: BootOutcome
        var message: String
    }

    let expectation: TrapExpectation
    private var frames = ProbeFrames()
    private var numbers: [String: Int] = [:]
    private var answers: [String: String] = [:]
    private var wrongAnswers: Set<String> = []
    private var failures: [String: Int] = [:]
    private var others: Set<String> = []
    private(set) var calling: String?
    private(set) var frameCount = 0
    private(set) var splicedCount = 0
    private(set) var lastFrame = -1
    private(set) var isEnded = false
    private(set) var isEndSpliced = false
    private let objects: [String: String]

    init(_ expectation: TrapExpectation) {
        self.expectation = expectation
        objects = Dictionary(expectation.traps.map { ($0.name, $0.object) }) { first, _ in first }
    }

    /// Words that each line has that tells something.
    var words: [String] {
        ["@sysent ", " is system call ", " registered at syscall ", " no slot for ", " syscall_register("]
            + expectation.roots.map { $0 + "." }
    }

    /// Whether the next line may be the rest of one that tells something.
    var isWaiting: Bool { frames.isWaiting }

    /// Takes a line; what it decides.
    mutating func take(_ line: [UInt8]) -> Failure? {
        if expectation.hasProbe, let frame = frames.take(line) { return take(frame) }
        guard line.count < 300 else { return nil }
        let text = String(decoding: line, as: UTF8.self)
        return takeKernelLine(text)
    }

    // MARK: The probe

    private mutating func take(_ frame: ProbeFrame) -> Failure? {
        frameCount += 1
        lastFrame = max(lastFrame, frame.number)
        if frame.isSpliced { splicedCount += 1 }
        let words = frame.words
        switch words.first {
        case "loaded" where words.count >= 4 && words[2] == "error":
            let error = Int(words[3]).map(Self.error) ?? words[3]
            return Failure(outcome: .moduleFailed, message: "the kernel did not load \(words[1]): \(error)")
        case "value" where words.count >= 4 && words[2] == "is":
            if let number = Int(words[3]) { note(words[1], number) }
        case "calling" where words.count >= 2: calling = words[1]
        case "called" where words.count >= 4:
            calling = nil
            takeAnswer(words[1], Array(words.dropFirst(3)))
        case "no-job":
            return Failure(outcome: .probeFailed, message: "the probe found nothing to do on its root")
        case "end":
            isEnded = true
            isEndSpliced = frame.isSpliced
        default: break
        }
        return nil
    }

    private mutating func takeAnswer(_ object: String, _ words: [String]) {
        let number = words.count > 1 ? Int(words[1]) ?? 0 : 0
        switch words[0] {
        case "returned": answers[object] = "returned \(words.count > 1 ? words[1] : "")"
        case "error":
            answers[object] = "error \(Self.error(number))"
            if number == 78 { wrongAnswers.insert(object) }
        case "signal":
            answers[object] = "killed its caller by signal \(number)\(number == 12 ? " (SIGSYS)" : "")"
            wrongAnswers.insert(object)
        case "late":
            answers[object] = "did not return"
            wrongAnswers.insert(object)
        case "no-number": answers[object] = "has no number to be called by"
        default:
            answers[object] = "could not be called: \(words.joined(separator: " "))"
            wrongAnswers.insert(object)
        }
    }

    private mutating func note(_ object: String, _ number: Int) {
        numbers[object] = number
        let isBelow = expectation.roots.contains { object.hasPrefix($0 + ".") }
        if isBelow, !expectation.traps.contains(where: { $0.object == object }) { others.insert(object) }
    }

    // MARK: The kernel

    private mutating func takeKernelLine(_ text: String) -> Failure? {
        let words = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        guard words.count >= 2 else { return nil }
        // `mach.syscall.NAME: 210`, as sysctl(8) writes.
        if words.count == 2, words[0].hasSuffix(":"), let number = Int(words[1]) {
            let object = String(words[0].dropLast())
            if expectation.roots.contains(where: { object.hasPrefix($0 + ".") }) { note(object, number) }
            return nil
        }
        guard words[0].hasSuffix(":") else { return nil }
        // `MODULE: NAME is system call 210`, `mach: NAME registered at syscall 210`.
        if words.count == 6, words[2...4].elementsEqual(["is", "system", "call"]), let object = objects[words[1]] {
            if let number = Int(words[5]) { numbers[object] = number }
            return nil
        }
        if words.count >= 6, words[2...4].elementsEqual(["registered", "at", "syscall"]), let object = objects[words[1]]
        {
            if let number = Int(words[5]) { numbers[object] = number }
            return nil
        }
        // `MODULE: no slot for NAME: error 23`, `mach: syscall_register(NAME) failed: 23`.
        if words.count == 7, words[1...3].elementsEqual(["no", "slot", "for"]) {
            return fail(String(words[4].dropLast()), Int(words[6]))
        }
        if words.count == 4, words[1].hasPrefix("syscall_register("), words[2] == "failed:" {
            return fail(String(words[1].dropFirst("syscall_register(".count).dropLast()), Int(words[3]))
        }
        return nil
    }

    /// A registration that failed. With the probe all results come in a moment, and are told together.
    private mutating func fail(_ name: String, _ error: Int?) -> Failure? {
        guard let object = objects[name] else { return nil }
        failures[object] = error ?? 0
        numbers[object] = -1
        if expectation.hasProbe { return nil }
        if expectation.traps.contains(where: { $0.object == object && $0.predicted == -1 }) { return nil }
        return Failure(
            outcome: .trapMismatch, message: "\(name) got no slot: \(Self.error(error ?? 0))")
    }

    // MARK: The result

    /// What became of each call.
    var results: [TrapResult] {
        let taken = Dictionary(grouping: expectation.traps.compactMap { numbers[$0.object] }.filter { $0 >= 0 }) { $0 }
        return expectation.traps.map { trap in
            let number = numbers[trap.object]
            return TrapResult(
                name: trap.name,
                object: trap.object,
                predicted: trap.predicted,
                number: number,
                answer: answers[trap.object],
                problem: problem(of: trap, number, isShared: number.map { (taken[$0]?.count ?? 0) > 1 } ?? false)
            )
        }
    }

    private func problem(of trap: TrapExpectation.Trap, _ number: Int?, isShared: Bool) -> String? {
        guard let number else { return "its number was not told" }
        if number < 0 {
            if trap.predicted == -1 { return nil }
            return "it has no slot" + (failures[trap.object].map { ": \(Self.error($0))" } ?? "")
        }
        if isShared { return "it shares the number \(number) with another call" }
        if let predicted = trap.predicted, predicted != number {
            return predicted < 0 ? "it got the slot \(number), and was to get none" : "predicted was \(predicted)"
        }
        if wrongAnswers.contains(trap.object) { return answers[trap.object] }
        if expectation.hasProbe, answers[trap.object] == nil { return "how it answered was not told" }
        return nil
    }

    /// Names below the roots that only a multiplexor has: one number for many calls.
    var multiplexors: [String] { others.filter { $0.contains("mux") }.sorted() }

    /// What keeps the boot from holding; `nil` when nothing does.
    var verdict: Failure? {
        let bad = results.filter { $0.problem != nil }
        if let multiplexor = multiplexors.first {
            return Failure(
                outcome: .trapMismatch, message: "\(multiplexor) is a multiplexor: one number for many calls")
        }
        guard !bad.isEmpty else { return nil }
        let untold = bad.filter { $0.number == nil }
        if untold.count == results.count {
            return Failure(
                outcome: .trapMismatch, message: "no number of a call was told: was the module loaded?")
        }
        let unslotted = bad.filter { ($0.number ?? 0) < 0 }
        if unslotted.count == bad.count {
            let names = unslotted.map(\.name).joined(separator: ", ")
            return Failure(
                outcome: .trapMismatch,
                message: "\(unslotted.count) of \(results.count) calls have no slot, the table has too few: \(names)")
        }
        let shown = bad.prefix(3).map { "\($0.name): \($0.problem ?? "")" }.joined(separator: "; ")
        let more = bad.count > 3 ? " and \(bad.count - 3) more" : ""
        return Failure(outcome: .trapMismatch, message: "\(shown)\(more)")
    }

    private static func error(_ number: Int) -> String {
        let names = [
            1: "EPERM", 2: "ENOENT", 8: "ENOEXEC", 12: "ENOMEM", 14: "EFAULT", 17: "EEXIST", 22: "EINVAL",
            23: "ENFILE", 45: "EOPNOTSUPP", 78: "ENOSYS", 94: "ECAPMODE",
        ]
        return names[number].map { "\(number) (\($0))" } ?? "\(number)"
    }
}
