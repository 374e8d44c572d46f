/// Follows a boot: bytes of the console, events of the machine and the time go in, a verdict comes out.
///
/// It knows no clock and no machine: all times are those that it is told, since the start of the boot. So that a test can play
/// a boot of minutes in no time, and a recorded console gives the verdict that it gave.
public struct BootWatch: Sendable {
    private let plan: BootPlan
    private var text: ConsoleText
    private var recent = RecentLines(capacity: 64)
    private let search: LiteralSearch
    /// What each text of the search stands for.
    private let targets: [Target]
    private let markerTexts: [MarkerText]
    private var matchers: [PatternMatcher?]
    /// Markers without a text to search for: every line is tried.
    private let untargeted: [Int]
    private let markers: [(stage: Int, marker: BootPlan.Marker)]
    private var seen: [Seen?]
    private var nearMisses: [Int: [UInt8]] = [:]
    private var splices: SpliceSearch
    private var hits: [Int] = []

    private var state = BootPlan.firstState
    private var stage = 0
    /// How many required markers each stage lacks.
    private var lacking: [Int]
    /// How many exchanges the stage has, kept at hand for every line.
    private var exchangeCount = 0
    private var stageBegan: [Duration?]
    private var stageEnded: [Duration?]
    private var completedAt: Duration?
    private var exchange = 0
    private var heardUpTo = (line: 0, offset: 0)
    private var output: [Output] = []

    private var lastByteAt = Duration.zero
    private var byteCount = 0
    private var lineCount = 0
    private var resets = 0
    /// A panic's words in the middle of a line, which count when the next lines confirm them.
    private var suspicion: (line: Int, text: [UInt8])?
    private var decision: Decision?
    private var aftermath: [[UInt8]] = []
    private var acceptance: TrapAcceptance?

    private enum Target: Sendable {
        case marker(Int)
        case sign(Int)
        case confirmation
        /// A line that may tell the number of a system call.
        case acceptance
    }

    private struct Seen: Sendable {
        var at: Duration
        var line: Int
        var isSpliced: Bool
    }

    private struct Decision: Sendable {
        var outcome: BootOutcome
        var message: String
        var at: Duration
        var line: Int?
        var before: [[UInt8]]
    }

    /// Something to be sent to the guest.
    public struct Output: Sendable, Hashable {
        /// The bytes.
        public var bytes: [UInt8]
        /// The time between two of them.
        public var pace: Duration
    }

    /// Something that the machine tells.
    public enum MachineEvent: Sendable, Hashable {
        /// The guest was reset.
        case reset
        /// The guest switched the machine off.
        case poweredOff
        /// The emulator ended; with what it said.
        case exited(String)
        /// The emulator stopped the guest for a fault of its own.
        case stopped(String)
    }

    private static let linesBefore = 12
    private static let linesAfter = 24

    /// Begins to watch at the time zero.
    ///
    /// - Parameters:
    ///   - plan: what is waited for.
    ///   - expectation: which numbers system calls must get; `nil` when that is not looked at.
    public init(_ plan: BootPlan, expecting expectation: TrapExpectation? = nil) {
        self.plan = plan
        acceptance = expectation.map { TrapAcceptance($0) }
        text = ConsoleText()
        var markers: [(stage: Int, marker: BootPlan.Marker)] = []
        for (index, stage) in plan.stages.enumerated() { markers += stage.markers.map { (index, $0) } }
        self.markers = markers
        markerTexts = markers.map { MarkerText($0.marker.text) }
        var texts: [[UInt8]] = []
        var targets: [Target] = []
        var untargeted: [Int] = []
        var matchers: [PatternMatcher?] = []
        for (index, text) in markerTexts.enumerated() {
            let literal: [UInt8]
            switch text.kind {
            case .line:
                literal = Array(text.head.prefix(64))
                matchers.append(nil)
            case .pattern(let pattern):
                literal = Array(pattern.literal.prefix(64))
                matchers.append(PatternMatcher(pattern))
            }
            if literal.isEmpty {
                untargeted.append(index)
            } else {
                texts.append(literal)
                targets.append(.marker(index))
            }
        }
        for (index, sign) in FailureSign.all.enumerated() {
            texts.append(Array(sign.text.utf8))
            targets.append(.sign(index))
        }
        for confirmation in FailureSign.confirmations {
            texts.append(Array(confirmation.utf8))
            targets.append(.confirmation)
        }
        for words in acceptance?.words ?? [] {
            texts.append(Array(words.utf8))
            targets.append(.acceptance)
        }
        search = LiteralSearch(texts)
        self.targets = targets
        self.untargeted = untargeted
        splices = SpliceSearch(markerTexts)
        self.matchers = matchers
        seen = Array(repeating: nil, count: markers.count)
        lacking = plan.stages.map { stage in stage.markers.filter { $0.kind == .required }.count }
        exchangeCount = plan.stages.first?.conversation.count ?? 0
        stageBegan = Array(repeating: nil, count: plan.stages.count)
        stageEnded = stageBegan
        if !stageBegan.isEmpty { stageBegan[0] = .zero }
        advance(at: .zero)
    }

    // MARK: What goes in

    /// Takes bytes of the console.
    public mutating func feed(_ bytes: some Collection<UInt8>, at time: Duration) {
        if bytes.withContiguousStorageIfAvailable({ feed($0, at: time) }) == nil { feed(Array(bytes), at: time) }
    }

    /// Takes bytes of the console.
    public mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>, at time: Duration) {
        guard !bytes.isEmpty else { return }
        lastByteAt = time
        byteCount += bytes.count
        // The text is taken out, so that its lines can be read while all else changes.
        var text = self.text
        self.text = ConsoleText(limit: 0)
        text.feed(bytes) { line, end, isContinued in
            take(line, isWhole: end == .line && !isContinued, at: time)
        }
        self.text = text
        if decision == nil, !text.open.isEmpty { lookAtOpenLine(at: time) }
    }

    /// Takes an event of the machine.
    public mutating func take(_ event: MachineEvent, at time: Duration) {
        switch event {
        case .reset:
            resets += 1
            guard resets > plan.resets else { return }
            finishText(at: time)
            let times = resets == 1 ? "" : " \(resets) times"
            let limit = plan.resets == 0 ? "" : "; the plan allows \(plan.resets)"
            decide(.reset, "the machine was reset\(times)\(limit); \(waiting)", at: time)
        case .poweredOff:
            finishText(at: time)
            if completedAt != nil {
                decide(.held, "everything was seen, and the machine switched itself off", at: time)
            } else {
                decide(.poweredOff, "the machine switched itself off; \(waiting)", at: time)
            }
        case .exited(let words):
            finishText(at: time)
            decide(.emulatorExit, words, at: time)
        case .stopped(let words):
            decide(.emulatorExit, words, at: time)
        }
    }

    /// Tells the time.
    public mutating func tick(at time: Duration) {
        guard decision == nil else { return }
        if let completedAt, plan.end == .markers, time >= completedAt + plan.settle {
            return decide(.held, "everything was seen", at: time)
        }
        if let stageEnd, time >= stageEnd {
            let stage = plan.stages[stage]
            let limit = stage.deadline ?? .zero
            return decide(
                .stageDeadline, "the stage '\(stage.name)' took longer than \(limit.shortText); \(waiting)", at: time)
        }
        if time >= plan.deadline {
            return decide(.deadline, "the boot took longer than \(plan.deadline.shortText); \(waiting)", at: time)
        }
        if let silence = plan.silence, time >= lastByteAt + silence {
            let message =
                byteCount == 0
                ? "the console has not brought one byte in \(silence.shortText): "
                    + "is it on the serial port (boot_serial=YES, boot_multicons=YES)?"
                : "the console was silent for \(silence.shortText); \(waiting)"
            return decide(.silence, message, at: time)
        }
    }

    /// Somebody wants to stop.
    public mutating func interrupt(at time: Duration) {
        decide(.interrupted, "the run was stopped; \(waiting)", at: time)
    }

    // MARK: What comes out

    /// Whether there is a verdict.
    public var isDecided: Bool { decision != nil }

    /// How it ended, when it did.
    public var outcome: BootOutcome? { decision?.outcome }

    /// The time at which ``tick(at:)`` has something to say, if nothing comes before.
    public var nextDeadline: Duration? {
        guard decision == nil else { return nil }
        var times = [plan.deadline]
        if let stageEnd { times.append(stageEnd) }
        if let silence = plan.silence { times.append(lastByteAt + silence) }
        if let completedAt, plan.end == .markers { times.append(completedAt + plan.settle) }
        return times.min()
    }

    /// What is to be sent; each is handed out once.
    public mutating func takeOutput() -> [Output] {
        defer { output = [] }
        return output
    }

    /// What was seen so far.
    public var result: BootResult {
        let decision =
            decision
            ?? Decision(outcome: .interrupted, message: "the boot goes on", at: lastByteAt, line: nil, before: [])
        return BootResult(
            outcome: decision.outcome,
            message: decision.message,
            decidedAt: decision.at,
            line: decision.line,
            before: decision.before.map { String(decoding: $0, as: UTF8.self) },
            after: aftermath.map { String(decoding: $0, as: UTF8.self) },
            stages: plan.stages.indices.map { index in
                BootResult.StageResult(
                    name: plan.stages[index].name,
                    began: stageBegan[index],
                    ended: stageEnded[index],
                    missing: missing(in: index)
                )
            },
            markers: markers.indices.map { index in
                let seen = seen[index]
                return BootResult.MarkerResult(
                    name: markers[index].marker.name,
                    stage: plan.stages[markers[index].stage].name,
                    kind: markers[index].marker.kind,
                    seenAt: seen?.at,
                    line: seen?.line,
                    isSpliced: seen?.isSpliced ?? false,
                    nearMiss: seen == nil ? nearMisses[index].map { String(decoding: $0, as: UTF8.self) } : nil
                )
            },
            traps: acceptance?.results ?? [],
            byteCount: byteCount,
            lineCount: lineCount,
            resets: resets
        )
    }

    // MARK: Lines

    private mutating func take(_ line: UnsafeBufferPointer<UInt8>, isWhole: Bool, at time: Duration) {
        lineCount += 1
        if decision != nil {
            if aftermath.count < Self.linesAfter { aftermath.append(Array(line)) }
            return
        }
        recent.append(line)
        hits.removeAll(keepingCapacity: true)
        search.search(line) { hits.append($0) }
        if acceptance != nil, isWhole { takeForAcceptance(line, at: time) }
        if decision != nil { return }
        var isKnown = false
        for index in hits.indices {
            let hit = hits[index]
            switch targets[hit] {
            case .marker(let marker):
                if seen[marker] == nil, isFound(marker, in: line, isWhole: isWhole) {
                    isKnown = true
                    see(marker, isSpliced: false, at: time)
                }
            case .sign(let sign): take(FailureSign.all[sign], in: line, at: time)
            case .confirmation: confirm(at: time)
            case .acceptance: break
            }
            if decision != nil { return }
        }
        for index in untargeted.indices {
            let marker = untargeted[index]
            guard seen[marker] == nil, isFound(marker, in: line, isWhole: isWhole) else { continue }
            see(marker, isSpliced: false, at: time)
            if decision != nil { return }
        }
        lookForSplices(line, isKnown: isKnown || !isWhole, at: time)
        if decision == nil { listen(to: line, number: lineCount, isEnded: isWhole) }
        if decision == nil { advance(at: time) }
    }

    private mutating func takeForAcceptance(_ line: UnsafeBufferPointer<UInt8>, at time: Duration) {
        let isMeant = hits.contains { if case .acceptance = targets[$0] { true } else { false } }
        guard isMeant || acceptance?.isWaiting == true else { return }
        if let failure = acceptance?.take(Array(line)) {
            return decide(failure.outcome, failure.message, at: time, line: lineCount)
        }
        // The probe's last line counts as it is put together, also when no pattern knows it.
        guard acceptance?.isEnded == true,
            let end = markers.firstIndex(where: { $0.marker.name == BootPlan.probeEnd }), seen[end] == nil
        else { return }
        if let start = markers.firstIndex(where: { $0.marker.name == BootPlan.probeStart }) {
            see(start, isSpliced: acceptance?.isEndSpliced ?? false, at: time)
        }
        see(end, isSpliced: acceptance?.isEndSpliced ?? false, at: time)
    }

    private mutating func isFound(_ marker: Int, in line: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Bool {
        if matchers[marker] != nil { return matchers[marker]?.isFound(in: line, isEnded: isWhole) ?? false }
        var count = line.count
        while count > 0, line[count - 1] == UInt8(ascii: " ") { count -= 1 }
        let head = markerTexts[marker].head
        if isWhole, count == head.count, head.elementsEqual(line[..<count]) { return true }
        if nearMisses[marker] == nil, seen[marker] == nil { nearMisses[marker] = Array(line.prefix(200)) }
        return false
    }

    private mutating func lookForSplices(_ line: UnsafeBufferPointer<UInt8>, isKnown: Bool, at time: Duration) {
        var found: [Int] = []
        splices.look(at: line, recent, isKnown: isKnown, isWanted: { seen[$0] == nil }) { found.append($0) }
        for marker in found where seen[marker] == nil && decision == nil { see(marker, isSpliced: true, at: time) }
    }

    private mutating func see(_ index: Int, isSpliced: Bool, at time: Duration) {
        guard seen[index] == nil else { return }
        let (stage, marker) = markers[index]
        if let before = marker.before, before != state {
            if marker.kind == .required {
                decide(
                    .outOfOrder,
                    "'\(marker.name)' came in the state '\(state)', and belongs into the state '\(before)'",
                    at: time, line: lineCount)
            }
            return
        }
        if marker.kind == .required, plan.stages[stage].isOrdered,
            let earlier = markers.indices.first(where: {
                $0 < index && markers[$0].stage == stage && markers[$0].marker.kind == .required && seen[$0] == nil
            })
        {
            return decide(
                .outOfOrder, "'\(marker.name)' came before '\(markers[earlier].marker.name)'", at: time,
                line: lineCount)
        }
        seen[index] = Seen(at: time, line: lineCount, isSpliced: isSpliced)
        if marker.kind == .required { lacking[stage] -= 1 }
        if marker.kind == .forbidden {
            return decide(.forbiddenMarker, "'\(marker.name)' came, which is forbidden", at: time, line: lineCount)
        }
        if let after = marker.after { state = after }
        advance(at: time)
    }

    // MARK: Failures

    private mutating func take(_ sign: FailureSign, in line: UnsafeBufferPointer<UInt8>, at time: Duration) {
        let words = Array(sign.text.utf8)
        guard line.count >= words.count else { return }
        for offset in 0...(line.count - words.count) where line[offset] == words[0] {
            guard line[offset..<(offset + words.count)].elementsEqual(words) else { continue }
            if FailureSign.isAtStart(line, offset) {
                let said = String(decoding: line[offset...].prefix(200), as: UTF8.self)
                return decide(sign.outcome, message(sign.outcome, said), at: time, line: lineCount)
            }
            if sign.outcome == .panic { suspicion = (lineCount, Array(line[offset...].prefix(200))) }
        }
    }

    private mutating func confirm(at time: Duration) {
        guard let suspicion, lineCount > suspicion.line, lineCount - suspicion.line <= 3 else { return }
        decide(
            .panic, message(.panic, String(decoding: suspicion.text, as: UTF8.self)), at: time, line: suspicion.line)
    }

    private func message(_ outcome: BootOutcome, _ said: String) -> String {
        switch outcome {
        case .panic: "the kernel panicked: \(said.dropFirst("panic: ".count))"
        case .fatalTrap: "the kernel was stopped by a trap: \(said)"
        case .doubleFault: "the kernel had a double fault"
        case .debugger: "the kernel stands in its debugger"
        case .mountroot: "the kernel found no root and asks for one"
        default: said
        }
    }

    // MARK: Prompts

    /// Prompts do not end their line.
    private mutating func lookAtOpenLine(at time: Duration) {
        let open = text.open
        guard !text.isContinued else { return }
        lineCount += 1
        defer { if decision == nil { lineCount -= 1 } }
        open.withUnsafeBufferPointer { line in
            for sign in FailureSign.all where sign.isPrompt && line.starts(with: sign.text.utf8) {
                recent.append(line)
                return decide(sign.outcome, message(sign.outcome, ""), at: time, line: lineCount)
            }
            hits.removeAll(keepingCapacity: true)
            search.search(line) { hits.append($0) }
            for hit in hits {
                guard case .marker(let marker) = targets[hit], seen[marker] == nil else { continue }
                lookAtOpenLine(line, for: marker, at: time)
            }
            for marker in untargeted where seen[marker] == nil { lookAtOpenLine(line, for: marker, at: time) }
            if decision == nil { listen(to: line, number: lineCount, isEnded: false) }
        }
        if decision == nil { advance(at: time) }
    }

    /// A pattern that is found in what there is of a line is found in the line, unless it looks at its end.
    private mutating func lookAtOpenLine(_ line: UnsafeBufferPointer<UInt8>, for marker: Int, at time: Duration) {
        guard decision == nil, case .pattern(let pattern) = markerTexts[marker].kind, !pattern.looksAtEnd,
            matchers[marker]?.isFound(in: line, isEnded: false) == true
        else { return }
        let isDecidedBefore = decision != nil
        see(marker, isSpliced: false, at: time)
        if decision != nil, !isDecidedBefore { decision?.before.append(Array(line)) }
    }

    /// Whether the guest asks for something.
    private mutating func listen(to line: UnsafeBufferPointer<UInt8>, number: Int, isEnded: Bool) {
        guard exchange < exchangeCount else { return }
        let conversation = plan.stages[stage].conversation
        while exchange < conversation.count {
            let offset = heardUpTo.line == number ? min(heardUpTo.offset, line.count) : 0
            if heardUpTo.line > number { return }
            let rest = UnsafeBufferPointer(rebasing: line[offset...])
            var matcher = PatternMatcher(conversation[exchange].wait)
            guard !rest.isEmpty, matcher.isFound(in: rest, isEnded: true) else { return }
            output.append(Output(bytes: conversation[exchange].send, pace: conversation[exchange].pace))
            exchange += 1
            heardUpTo = (number, line.count)
        }
    }

    // MARK: Stages

    private func missing(in stage: Int) -> [String] {
        markers.indices.filter {
            markers[$0].stage == stage && markers[$0].marker.kind == .required && seen[$0] == nil
        }.map { markers[$0].marker.name }
    }

    private mutating func advance(at time: Duration) {
        while stage < lacking.count, exchange >= exchangeCount, lacking[stage] == 0 {
            stageEnded[stage] = time
            stage += 1
            exchange = 0
            exchangeCount = stage < lacking.count ? plan.stages[stage].conversation.count : 0
            if stage < lacking.count { stageBegan[stage] = time }
        }
        guard stage == lacking.count, completedAt == nil else { return }
        completedAt = time
        if plan.end == .markers, plan.settle == .zero {
            decide(.held, "everything was seen", at: time, line: lineCount)
        }
    }

    private var stageEnd: Duration? {
        guard stage < plan.stages.count, let deadline = plan.stages[stage].deadline, let began = stageBegan[stage]
        else {
            return nil
        }
        return began + deadline
    }

    /// What is waited for.
    private var waiting: String {
        guard stage < plan.stages.count else {
            return plan.end == .powerOff ? "it has not switched itself off" : "everything else was seen"
        }
        let names = missing(in: stage)
        if names.isEmpty {
            let wait = plan.stages[stage].conversation[exchange].wait.text
            return "the stage '\(plan.stages[stage].name)' waits for the prompt '\(wait)'"
        }
        let shown = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
        let more = names.count > 5 ? " and \(names.count - 5) more" : ""
        return "not seen in the stage '\(plan.stages[stage].name)': \(shown)\(more)"
    }

    // MARK: The verdict

    private mutating func decide(_ outcome: BootOutcome, _ message: String, at time: Duration, line: Int? = nil) {
        guard decision == nil else { return }
        var (outcome, message) = (outcome, message)
        if outcome == .held, let failure = acceptance?.verdict {
            outcome = failure.outcome
            message = failure.message
        } else if outcome != .held, let calling = acceptance?.calling {
            message += "; \(calling) was being called"
        }
        var before = recent.last(Self.linesBefore)
        if line == nil, !text.open.isEmpty { before.append(text.open) }
        decision = Decision(outcome: outcome, message: message, at: time, line: line, before: before)
        for index in stageBegan.indices where stageBegan[index] != nil && stageEnded[index] == nil && outcome == .held {
            stageEnded[index] = time
        }
    }

    /// Takes what has not ended as a line: nothing more will come.
    private mutating func finishText(at time: Duration) {
        var text = self.text
        self.text = ConsoleText(limit: 0)
        text.finish { line, end, isContinued in take(line, isWhole: end == .line && !isContinued, at: time) }
        self.text = text
    }
}
