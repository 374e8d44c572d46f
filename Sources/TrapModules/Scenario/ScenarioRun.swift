import Findings
import SlotModel

/// A scenario being run on a kernel.
public struct ScenarioRun {
    private let scenario: Scenario
    private var loader: ModuleLoader
    /// The calls that were registered by themselves.
    private var single: [String: Registration] = [:]
    private var arrays: [String: (entries: [HelperEntry], table: SlotKernel.Table)] = [:]
    private var threads: [String: SlotKernel.Entry] = [:]
    /// Deregistrations that wait, with what to say when they end.
    private var drains: [(drain: Drain, what: String, array: (name: String, next: Int)?)] = []

    private struct Registration {
        let number: Int
        let table: SlotKernel.Table
        let old: SlotRow
    }

    /// Runs `scenario` on a kernel with these tables.
    ///
    /// - Returns: what came of each step, in order. It ends with the step at which the kernel panics or goes astray.
    public static func outcomes(of scenario: Scenario, on kernel: SlotKernel) -> [StepOutcome] {
        var kernel = kernel
        switch scenario.kernel.rules {
        case .current: kernel.rules = .current
        case .former: kernel.rules = .former
        case nil: break
        }
        kernel.rules.hasInvariants = scenario.kernel.hasInvariants
        var run = ScenarioRun(scenario: scenario, loader: ModuleLoader(kernel))
        var outcomes: [StepOutcome] = []
        for step in scenario.steps {
            do throws(SlotFailure) {
                outcomes.append(try run.run(step))
            } catch {
                outcomes.append(Self.end(step, error))
                break
            }
        }
        return outcomes
    }

    private init(scenario: Scenario, loader: ModuleLoader) {
        self.scenario = scenario
        self.loader = loader
    }

    private static func end(_ step: Scenario.Step, _ failure: SlotFailure) -> StepOutcome {
        let (result, message) =
            switch failure {
            case .panic(let message): ("panic", "the kernel panics: \(message)")
            case .undefined(let message): ("undefined", "the kernel goes astray: \(message)")
            case .error(let error): (error.name, error.name)
            }
        return StepOutcome(step: step, action: step.action.words, values: ["result": result], remarks: [message])
    }

    private mutating func run(_ step: Scenario.Step) throws(SlotFailure) -> StepOutcome {
        let (values, remarks) = try perform(step.action)
        return StepOutcome(
            step: step, action: step.action.words, values: values, remarks: try remarks + goOn())
    }

    private typealias Answer = (values: [String: String], remarks: [String])

    private mutating func perform(_ action: Scenario.Action) throws(SlotFailure) -> Answer {
        switch action {
        case .load(let name): return try load(name)
        case .unload(let name): return try unload(name)
        case .call(let target, let table, let isConfined, let thread):
            return call(target, table, isConfined, thread)
        case .leave(let thread): return leave(thread)
        case .register(let call): return try register(call)
        case .deregister(let name): return try deregister(name)
        case .registerArray(let name, let numbers, let table, let flags):
            return try registerArray(name, numbers, table, flags)
        case .unregisterArray(let name): return try unregisterArray(name, from: 0)
        case .signosys(let signals):
            loader.kernel.signalsMissingCalls = signals
            return (["result": loader.kernel.rules.hasSignalSwitch ? "set" : "ENOENT"], [])
        case .rows(let numbers, let table): return rows(numbers, table)
        }
    }

    // MARK: Modules

    private mutating func load(_ name: String) throws(SlotFailure) -> Answer {
        let hasNarrowTable = loader.kernel.tables[.freebsd32] != nil
        let file: ModuleFile
        switch scenario.modules[name] {
        case .manifest(let manifest): file = ModuleFile(manifest, hasNarrowTable: hasNarrowTable)
        case .file(let given): file = given
        case nil: return (["result": "unknown module"], [])
        }
        do throws(ModuleLoader.Obstacle) {
            switch try loader.load(file) {
            case .loaded(let claims):
                var values = Self.numbers(claims)
                values["result"] = "loaded"
                return (values, Self.refused(claims))
            case .failed(let error, let claims):
                return (["result": error.name], Self.refused(claims))
            }
        } catch {
            return try Self.answer(to: error)
        }
    }

    private mutating func unload(_ name: String) throws(SlotFailure) -> Answer {
        do throws(ModuleLoader.Obstacle) {
            return (["result": try loader.unload(name) ? "done" : "waits"], [])
        } catch {
            return try Self.answer(to: error)
        }
    }

    private static func answer(to obstacle: ModuleLoader.Obstacle) throws(SlotFailure) -> Answer {
        switch obstacle {
        case .failure(let failure): throw failure
        case .notLoaded: return (["result": "not loaded"], [])
        case .locked(let name): return (["result": "locked"], ["the unload of \(name) holds the linker's lock"])
        }
    }

    /// The numbers of a module's calls, for each table that it has calls in.
    private static func numbers(_ claims: [ModuleLoader.Claim]) -> [String: String] {
        var values: [String: String] = [:]
        for (table, key) in [(SlotKernel.Table.native, "numbers"), (.freebsd32, "numbers-freebsd32")] {
            let own = claims.filter { $0.call.table == table }
            guard !own.isEmpty else { continue }
            values[key] = own.map { $0.number.map(String.init) ?? "-" }.joined(separator: " ")
        }
        return values
    }

    private static func refused(_ claims: [ModuleLoader.Claim]) -> [String] {
        claims.compactMap { claim in
            claim.error.map {
                "\(claim.call.name) gets no number in the \(claim.call.table.rawValue) table: \($0.name)"
            }
        }
    }

    // MARK: Calls

    private mutating func call(
        _ target: Scenario.Target,
        _ table: SlotKernel.Table,
        _ isConfined: Bool,
        _ thread: String?
    ) -> Answer {
        guard let number = number(of: target, in: table) else {
            return (["result": "no number"], ["nothing of that name has a number in the \(table.rawValue) table"])
        }
        var values = ["number": "\(number)"]
        switch loader.kernel.call(number, of: table, inCapabilityMode: isConfined) {
        case .refused(let error, let signal):
            values["result"] = error.name
            values["signal"] = signal ? "SIGSYS" : "none"
        case .entered(let entry):
            values["result"] = "enters"
            values["handler"] = entry.handler
            values["words"] = "\(entry.words)"
            if let thread {
                if let other = threads[thread] { loader.kernel.leave(other) }
                threads[thread] = entry
            } else {
                loader.kernel.leave(entry)
            }
        }
        return (values, [])
    }

    private func number(of target: Scenario.Target, in table: SlotKernel.Table) -> Int? {
        switch target {
        case .number(let number): return number
        case .name(let name):
            if let registration = single[name], registration.table == table { return registration.number }
            for module in loader.loaded {
                for claim in module.claims where claim.call.table == table {
                    if claim.call.name == name || "\(module.file.name).\(claim.call.name)" == name {
                        return claim.number
                    }
                }
            }
            return nil
        }
    }

    private mutating func leave(_ thread: String) -> Answer {
        guard let entry = threads.removeValue(forKey: thread) else { return (["result": "no such thread"], []) }
        loader.kernel.leave(entry)
        return (["result": "left", "number": "\(entry.number)"], [])
    }

    // MARK: Calls by themselves

    private mutating func register(_ call: ModuleCall) throws(SlotFailure) -> Answer {
        var number = call.number
        do {
            let old = try loader.kernel.register(call.row, at: &number, in: call.table, flags: call.flags)
            single[call.name] = Registration(number: number, table: call.table, old: old)
            return (["result": "registered", "number": "\(number)"], [])
        } catch .error(let error) {
            return (["result": error.name, "number": "\(number)"], [])
        } catch {
            throw error
        }
    }

    private mutating func deregister(_ name: String) throws(SlotFailure) -> Answer {
        guard let registration = single[name] else { return (["result": "not registered"], []) }
        do {
            guard
                let drain = try loader.kernel.deregister(
                    registration.number, restoring: registration.old, in: registration.table)
            else { return (["result": "done"], []) }
            drains.append((drain, "\(name) is taken back", nil))
            return (["result": loader.kernel.waitsForEver(drain) ? "waits for ever" : "waits"], [])
        } catch .error(let error) {
            return (["result": error.name], [])
        } catch {
            throw error
        }
    }

    // MARK: Arrays

    private mutating func registerArray(
        _ name: String,
        _ numbers: [Int],
        _ table: SlotKernel.Table,
        _ flags: SlotKernel.Flags
    ) throws(SlotFailure) -> Answer {
        var entries =
            arrays[name]?.entries
            ?? numbers.map { HelperEntry(SlotRow(.call(name), threads: .idle), number: $0) }
        let failure = try loader.kernel.registerHelpers(&entries, in: table, flags: flags)
        arrays[name] = (entries, table)
        if let wait = failure?.wait { drains.append((wait.drain, "\(name) is taken back", (name, wait.next))) }
        return (["result": failure?.error.name ?? "registered", "registered": Self.marks(entries)], [])
    }

    private mutating func unregisterArray(_ name: String, from first: Int) throws(SlotFailure) -> Answer {
        guard let table = arrays[name]?.table, var entries = arrays[name]?.entries else {
            return (["result": "no such array"], [])
        }
        let wait = try loader.kernel.unregisterHelpers(&entries, from: first, in: table)
        arrays[name] = (entries, table)
        if let wait { drains.append((wait.drain, "\(name) is taken back", (name, wait.next))) }
        return (["result": wait == nil ? "done" : "waits", "registered": Self.marks(entries)], [])
    }

    private static func marks(_ entries: [HelperEntry]) -> String {
        entries.map { $0.isRegistered ? "1" : "0" }.joined(separator: " ")
    }

    // MARK: Rows

    private func rows(_ numbers: ClosedRange<Int>, _ table: SlotKernel.Table) -> Answer {
        let lines = numbers.compactMap { number in
            loader.kernel.row(number, of: table).map { row in
                "\(number) \(row.handler.name), \(row.words) words, threads 0x\(String(row.threads.word, radix: 16))"
            }
        }
        guard numbers.count == 1, let row = loader.kernel.row(numbers.lowerBound, of: table) else {
            return (["result": "\(lines.count) rows"], lines)
        }
        return (
            [
                "result": "row", "handler": row.handler.name, "words": "\(row.words)",
                "threads": "0x" + String(row.threads.word, radix: 16),
                "capability": row.isCapabilityEnabled ? "allowed" : "refused",
            ], []
        )
    }

    // MARK: What waited

    /// Lets everything that waits look again, as the kernel does twice a second.
    private mutating func goOn() throws(SlotFailure) -> [String] {
        var remarks: [String] = []
        if let unload = loader.waiting {
            do throws(ModuleLoader.Obstacle) {
                if try loader.poll() { remarks.append("\(unload.name) is unloaded") }
            } catch {
                if case .failure(let failure) = error { throw failure }
            }
        }
        var index = 0
        while index < drains.count {
            let waiting = drains[index]
            guard loader.kernel.poll(waiting.drain) else {
                index += 1
                continue
            }
            drains.remove(at: index)
            if let (name, next) = waiting.array {
                let answer = try unregisterArray(name, from: next)
                if answer.values["result"] != "done" { continue }
            }
            remarks.append(waiting.what)
        }
        return remarks
    }
}

extension SlotRow.Handler {
    /// The name of the function.
    public var name: String {
        switch self {
        case .nosys: "nosys"
        case .lkmnosys: "lkmnosys"
        case .lkmressys: "lkmressys"
        case .call(let name): name
        }
    }
}

extension Scenario.Action {
    /// The action as its step says it.
    var words: String {
        switch self {
        case .load(let name): "load \(name)"
        case .unload(let name): "unload \(name)"
        case .call(let target, let table, let isConfined, let thread):
            "call \(target.words)" + Self.suffix(table) + (isConfined ? " in capability mode" : "")
                + (thread.map { ", \($0) stays inside" } ?? "")
        case .leave(let thread): "\(thread) leaves"
        case .register(let call):
            "register \(call.name)" + (call.number == SlotKernel.noSyscall ? "" : " at \(call.number)")
                + Self.suffix(call.table)
        case .deregister(let name): "deregister \(name)"
        case .registerArray(let name, let numbers, let table, _):
            "register array \(name) of \(numbers.map(String.init).joined(separator: ", "))" + Self.suffix(table)
        case .unregisterArray(let name): "unregister array \(name)"
        case .signosys(let signals): "kern.signosys=\(signals ? 1 : 0)"
        case .rows(let numbers, let table):
            "rows \(numbers.lowerBound)"
                + (numbers.count == 1 ? "" : "-\(numbers.upperBound)") + Self.suffix(table)
        }
    }

    private static func suffix(_ table: SlotKernel.Table) -> String {
        table == .native ? "" : " in the \(table.rawValue) table"
    }
}

extension Scenario.Target {
    var words: String {
        switch self {
        case .number(let number): "\(number)"
        case .name(let name): name
        }
    }
}
