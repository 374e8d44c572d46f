/// The emulator's control connection (QMP): it tells what happens to the machine.
struct ControlConnection: Sendable {
    /// What is told.
    enum Event: Sendable, Hashable {
        /// The guest was reset, and starts again.
        case reset
        /// The guest was reset, and the machine ends with that.
        case resetAndEnd
        /// The guest switched the machine off.
        case poweredOff
        /// The guest was stopped for a fault of the emulator.
        case stopped
    }

    /// What opens the connection, and lets the machine run. It stands still until then: nothing is told of what a guest
    /// does before, and one can end within milliseconds.
    static let greeting = Array("{\"execute\": \"qmp_capabilities\"}\n{\"execute\": \"cont\"}\n".utf8)

    private var line: [UInt8] = []

    /// Takes bytes; the events in them. Each is one line of JSON, whose few words stand nowhere else in it.
    mutating func take(_ bytes: some Sequence<UInt8>) -> [Event] {
        var events: [Event] = []
        for byte in bytes {
            guard byte == 0x0A else {
                if line.count < 1 << 16 { line.append(byte) }
                continue
            }
            if let event = Self.event(String(decoding: line, as: UTF8.self)) { events.append(event) }
            line = []
        }
        return events
    }

    private static func event(_ line: String) -> Event? {
        let has = { (word: String) in line.contains("\"\(word)\"") }
        guard has("event") else { return nil }
        if has("SHUTDOWN") {
            if has("guest-reset") { return .resetAndEnd }
            return has("guest-shutdown") || has("guest-panic") ? .poweredOff : nil
        }
        if has("RESET") { return has("guest-reset") ? .reset : nil }
        return has("STOP") ? .stopped : nil
    }
}
