/// Words of a kernel that has failed.
struct FailureSign: Sendable {
    /// The words.
    let text: String
    /// What they mean.
    let outcome: BootOutcome
    /// Whether they are a prompt: what waits behind them never ends its line.
    var isPrompt = false

    /// FreeBSD's, from sys/kern/kern_shutdown.c (`vpanic`), sys/amd64/amd64/trap.c (`trap_fatal`, `dblfault_handler`),
    /// sys/arm64/arm64/trap.c, sys/kern/subr_kdb.c (`kdb_enter`), sys/ddb/db_input.c and sys/kern/vfs_mountroot.c.
    static let all: [FailureSign] = [
        FailureSign(text: "panic: ", outcome: .panic),
        FailureSign(text: "Fatal trap ", outcome: .fatalTrap),
        FailureSign(text: "Fatal double fault", outcome: .doubleFault),
        FailureSign(text: "Fatal data abort", outcome: .fatalTrap),
        FailureSign(text: "Fatal Bad Abort", outcome: .fatalTrap),
        FailureSign(text: "KDB: enter: ", outcome: .debugger),
        FailureSign(text: "db> ", outcome: .debugger, isPrompt: true),
        FailureSign(text: "mountroot> ", outcome: .mountroot, isPrompt: true),
    ]

    /// Lines that only a kernel writes that has panicked: they prove a panic whose own words another writer has split.
    static let confirmations = ["cpuid = ", "KDB: stack backtrace:", "KDB: enter: ", "Uptime: "]

    /// Whether `text`, found at `offset` of a line, stands where the kernel writes it: at the beginning, or behind the time
    /// that `kern.msgbuf_show_timestamp` puts before it.
    static func isAtStart(_ line: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        guard offset > 0 else { return true }
        guard line[0] == UInt8(ascii: "["), line[offset - 1] == UInt8(ascii: " "), offset > 2,
            line[offset - 2] == UInt8(ascii: "]")
        else { return false }
        return line[1..<(offset - 2)].allSatisfy {
            $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
    }
}
