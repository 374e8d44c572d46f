import SystemPackage

/// Boots a machine once and watches it.
public struct BootRun {
    /// QEMU.
    public var program: String
    /// Its arguments, as ``Machine/commandLine(_:_:)`` makes them.
    public var arguments: [String]
    /// What is waited for.
    public var plan: BootPlan
    /// Which numbers system calls must get; `nil` when that is not looked at.
    public var expectation: TrapExpectation?
    /// This program with what starts its supervisor.
    public var supervisor: [String]
    /// Takes the console's bytes as they are.
    public var log: (UnsafeBufferPointer<UInt8>) -> Void = { _ in }
    /// Takes a line that is worth telling while the run goes on.
    public var progress: (String) -> Void = { _ in }

    /// How long to listen on when a boot has failed: for what the kernel says about it.
    private static let aftermath = Duration.milliseconds(40)
    /// How long the console may lag behind an event of the machine.
    private static let lag = Duration.milliseconds(500)

    /// Makes a run.
    public init(program: String, arguments: [String], plan: BootPlan, supervisor: [String]) {
        self.program = program
        self.arguments = arguments
        self.plan = plan
        self.supervisor = supervisor
    }

    /// Boots the machine, and comes back when there is a verdict and everything that was started is gone.
    ///
    /// - Parameter signals: by what a user stops it; `nil` when nobody can.
    /// - Throws: `Errno` when nothing could be started.
    public func run(_ signals: StopSignalSource?) throws(Errno) -> BootResult {
        let process = try SupervisedProcess(program, arguments, supervisor: supervisor)
        defer { process.stop() }
        var loop = BootLoop(process: process, watch: BootWatch(plan, expecting: expectation), plan: plan, log: log)
        loop.run(signals)
        process.stop()
        return loop.watch.result
    }

    /// By what a user stops a run: Ctrl-C, or a signal to end.
    public struct StopSignalSource: Sendable {
        let signals: StopSignals

        /// Takes the signals from now on.
        ///
        /// - Throws: `Errno` when the system refuses.
        public init() throws { signals = try StopSignals() }
    }

    /// The loop of a run.
    private struct BootLoop {
        let process: SupervisedProcess
        var watch: BootWatch
        let plan: BootPlan
        let log: (UnsafeBufferPointer<UInt8>) -> Void
        private let start = ContinuousClock.now
        private var buffer = [UInt8](repeating: 0, count: 1 << 18)
        private var control = ControlConnection()
        private var complaints: [UInt8] = []
        private var isConsoleOpen = true
        private var isControlOpen = true
        private var areErrorsOpen = true
        /// An event of the machine that waits for the console's last bytes.
        private var pending: (event: BootWatch.MachineEvent, until: Duration)?
        private var outbox: [(byte: UInt8, at: Duration)] = []

        init(
            process: SupervisedProcess, watch: BootWatch, plan: BootPlan,
            log: @escaping (UnsafeBufferPointer<UInt8>) -> Void
        ) {
            self.process = process
            self.watch = watch
            self.plan = plan
            self.log = log
        }

        private var now: Duration { ContinuousClock.now - start }

        mutating func run(_ signals: StopSignalSource?) {
            _ = process.control.send(ControlConnection.greeting[...])
            var listensUntil: Duration?
            while true {
                if watch.isDecided {
                    // A success says it all; of a failure the lines behind it tell more.
                    if watch.outcome == .held { return }
                    let until = listensUntil ?? now + BootRun.aftermath
                    listensUntil = until
                    if !isConsoleOpen || now >= until { return }
                }
                step(until: listensUntil, signals)
            }
        }

        private mutating func step(until limit: Duration?, _ signals: StopSignalSource?) {
            var descriptors = [process.report]
            let console = isConsoleOpen ? descriptors.count : nil
            if isConsoleOpen { descriptors.append(process.console) }
            let control = isControlOpen ? descriptors.count : nil
            if isControlOpen { descriptors.append(process.control) }
            let errors = areErrorsOpen ? descriptors.count : nil
            if areErrorsOpen { descriptors.append(process.errors) }
            if let signals { descriptors.append(signals.signals.descriptor) }

            let times = [limit, watch.nextDeadline, pending?.until, outbox.first?.at].compactMap { $0 }
            let ready = Poll.wait(descriptors, for: times.min().map { $0 - now })

            if let errors, ready[errors] { takeErrors() }
            if let control, ready[control] { takeControl() }
            if let console, ready[console] { takeConsole() }
            if ready[0], let end = process.takeReport() { takeEnd(end) }
            if let signals, ready[descriptors.count - 1] {
                var byte = [UInt8](repeating: 0, count: 1)
                _ = byte.withUnsafeMutableBufferPointer { signals.signals.descriptor.receive(into: $0) }
                watch.interrupt(at: now)
            }
            if let pending, !isConsoleOpen || now >= pending.until {
                self.pending = nil
                watch.take(pending.event, at: now)
            }
            watch.tick(at: now)
            send()
        }

        /// Reads the console once; whether it brought something.
        @discardableResult
        private mutating func takeConsole() -> Bool {
            guard isConsoleOpen else { return false }
            let time = now
            let console = process.console
            let count: Int
            switch buffer.withUnsafeMutableBufferPointer({ console.receive(into: $0) }) {
            case .bytes(let number): count = number
            case .nothing: return false
            case .end:
                isConsoleOpen = false
                return false
            }
            buffer.withUnsafeBufferPointer {
                let bytes = UnsafeBufferPointer(rebasing: $0[..<count])
                log(bytes)
                watch.feed(bytes, at: time)
            }
            for output in watch.takeOutput() {
                var at = max(time, outbox.last?.at ?? .zero)
                for byte in output.bytes {
                    outbox.append((byte, at))
                    at += output.pace
                }
            }
            return true
        }

        private mutating func send() {
            while let next = outbox.first, next.at <= now {
                let due = outbox.prefix { $0.at <= next.at }.map(\.byte)
                let count = process.console.send(due[...])
                if count < 0 { return outbox.removeAll() }
                if count == 0 {
                    // The guest does not take it yet.
                    outbox[0].at = now + .milliseconds(5)
                    return
                }
                outbox.removeFirst(count)
            }
        }

        /// Reads the control connection once; whether it brought something.
        @discardableResult
        private mutating func takeControl() -> Bool {
            guard isControlOpen else { return false }
            var bytes = [UInt8](repeating: 0, count: 4096)
            switch bytes.withUnsafeMutableBufferPointer({ process.control.receive(into: $0) }) {
            case .nothing: return false
            case .end:
                isControlOpen = false
                return false
            case .bytes(let count):
                for event in control.take(bytes[..<count]) {
                    switch event {
                    case .reset:
                        if plan.resets > 0 { watch.take(.reset, at: now) }
                    case .resetAndEnd: wait(for: .reset)
                    case .poweredOff: wait(for: .poweredOff)
                    case .stopped: watch.take(.stopped("qemu stopped the guest: \(complaint)"), at: now)
                    }
                }
                return true
            }
        }

        /// What the machine did is told when the console has brought all that came before.
        private mutating func wait(for event: BootWatch.MachineEvent) {
            if pending == nil { pending = (event, now + BootRun.lag) }
        }

        private mutating func takeErrors() {
            var bytes = [UInt8](repeating: 0, count: 4096)
            switch bytes.withUnsafeMutableBufferPointer({ process.errors.receive(into: $0) }) {
            case .nothing: break
            case .end: areErrorsOpen = false
            case .bytes(let count): complaints = Array((complaints + bytes[..<count]).suffix(8192))
            }
        }

        private mutating func takeEnd(_ end: String) {
            // What it said before it ended lies in the connections still.
            while takeControl() {}
            if areErrorsOpen { takeErrors() }
            while takeConsole() {}
            if let event = pending?.event {
                pending = nil
                watch.take(event, at: now)
            }
            watch.take(.exited("qemu \(end)\(complaint.isEmpty ? "" : ": " + complaint)"), at: now)
        }

        /// The last thing that QEMU complained about.
        private var complaint: String {
            String(decoding: complaints, as: UTF8.self).split(separator: "\n").last.map(String.init) ?? ""
        }
    }
}
