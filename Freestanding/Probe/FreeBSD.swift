/// The kernel of FreeBSD/amd64, by raw system calls: there is no library.
///
/// Numbers are those of sys/kern/syscalls.master, which never change.
struct FreeBSD: KernelCalls {
    private var console: Int32 = -1

    private enum Number {
        static let exit: Int64 = 1
        static let fork: Int64 = 2
        static let read: Int64 = 3
        static let write: Int64 = 4
        static let open: Int64 = 5
        static let close: Int64 = 6
        static let wait4: Int64 = 7
        static let kill: Int64 = 37
        static let ioctl: Int64 = 54
        static let reboot: Int64 = 55
        static let sysctl: Int64 = 202
        static let nanosleep: Int64 = 240
        static let kldload: Int64 = 304
        static let pipe2: Int64 = 542
    }

    /// How long a call may take.
    private static let callLimit = 5000

    /// Opens the console, which nobody has done for process 1.
    mutating func open() {
        let path: StaticString = "/dev/console"
        console = Int32(truncatingIfNeeded: call(Number.open, address(path.utf8Start), 2).value)
    }

    private func address(_ pointer: UnsafeRawPointer?) -> UInt64 {
        UInt64(UInt(bitPattern: pointer))
    }

    private func call(
        _ number: Int64, _ a: UInt64 = 0, _ b: UInt64 = 0, _ c: UInt64 = 0, _ d: UInt64 = 0, _ e: UInt64 = 0,
        _ f: UInt64 = 0
    ) -> KernelAnswer {
        let words: InlineArray<8, UInt64> = [a, b, c, d, e, f, 0, 0]
        return words.span.withUnsafeBufferPointer { call(number, $0) }
    }

    private func call(_ number: Int64, _ words: UnsafeBufferPointer<UInt64>) -> KernelAnswer {
        var error: Int32 = 0
        let value = kernel_call(number, words.baseAddress, &error)
        return KernelAnswer(error == 0 ? value : -1, error: error)
    }

    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        var written = 0
        while written < bytes.count {
            let answer = call(
                Number.write, UInt64(UInt32(bitPattern: console)), address(bytes.baseAddress) + UInt64(written),
                UInt64(bytes.count - written))
            guard answer.error == 0, answer.value > 0 else { return }
            written += Int(answer.value)
        }
    }

    mutating func read(file path: UnsafePointer<UInt8>, into memory: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let file = call(Number.open, address(path), 0)
        guard file.error == 0 else { return -1 }
        var count = 0
        while count < memory.count {
            let answer = call(
                Number.read, UInt64(file.value), address(memory.baseAddress) + UInt64(count),
                UInt64(memory.count - count))
            guard answer.error == 0, answer.value > 0 else { break }
            count += Int(answer.value)
        }
        _ = call(Number.close, UInt64(file.value))
        return count
    }

    mutating func load(_ path: UnsafePointer<UInt8>) -> KernelAnswer {
        call(Number.kldload, address(path))
    }

    mutating func sysctl(
        _ name: UnsafeBufferPointer<Int32>, input: UnsafeBufferPointer<UInt8>,
        into memory: UnsafeMutableBufferPointer<UInt8>
    ) -> KernelAnswer {
        var size = UInt64(memory.count)
        let error = withUnsafeMutablePointer(to: &size) { size in
            call(
                Number.sysctl, address(name.baseAddress), UInt64(name.count), address(memory.baseAddress),
                address(size), address(input.baseAddress), UInt64(input.count)
            ).error
        }
        return KernelAnswer(Int64(size), error: error)
    }

    mutating func call(_ number: Int32, _ words: UnsafeBufferPointer<UInt64>) -> CallEnd {
        var ends: InlineArray<2, Int32> = [-1, -1]
        let pipe = withUnsafeMutablePointer(to: &ends) { call(Number.pipe2, address($0), 0) }
        guard pipe.error == 0 else { return .notMade(pipe.error) }
        let child = call(Number.fork)
        if child.error == 0, child.value == 0 {
            let answer = call(Int64(number), words)
            var told: InlineArray<2, UInt64> = [
                UInt64(bitPattern: answer.value), UInt64(UInt32(bitPattern: answer.error)),
            ]
            _ = withUnsafeMutablePointer(to: &told) { call(Number.write, UInt64(ends[1]), address($0), 16) }
            _ = call(Number.exit, 0)
        }
        _ = call(Number.close, UInt64(ends[1]))
        defer { _ = call(Number.close, UInt64(ends[0])) }
        guard child.error == 0 else { return .notMade(child.error) }
        return end(of: UInt64(child.value), ends[0])
    }

    private func end(of child: UInt64, _ pipe: Int32) -> CallEnd {
        var status: Int32 = 0
        for time in 0...Self.callLimit {
            // WNOHANG; the last time is a wait for a process that was killed.
            let flags: UInt64 = time < Self.callLimit ? 1 : 0
            if flags == 0 { _ = call(Number.kill, child, 9) }
            let found = withUnsafeMutablePointer(to: &status) { call(Number.wait4, child, address($0), flags, 0) }
            guard found.error == 0, found.value == 0 else {
                if flags == 0 { return .late }
                break
            }
            rest()
        }
        if status & 0x7F != 0 { return .killed(status & 0x7F) }
        var told: InlineArray<2, UInt64> = [0, 0]
        let count = withUnsafeMutablePointer(to: &told) { call(Number.read, UInt64(pipe), address($0), 16) }
        guard count.value == 16 else { return .notMade(count.error) }
        return told[1] == 0 ? .returned(told[0]) : .failed(Int32(truncatingIfNeeded: told[1]))
    }

    /// A millisecond passes.
    func rest() {
        var time: InlineArray<2, UInt64> = [0, 1_000_000]
        _ = withUnsafeMutablePointer(to: &time) { call(Number.nanosleep, address($0), 0) }
    }

    mutating func powerOff() {
        // TIOCDRAIN: what the terminal has not written would be lost.
        _ = call(Number.ioctl, UInt64(UInt32(bitPattern: console)), 0x2000_745E, 0)
        // RB_POWEROFF and RB_NOSYNC: there is nothing to be written.
        _ = call(Number.reboot, 0x4004)
    }
}

/// Where process 1 begins, with memory that belongs to nobody else.
@_cdecl("probe_main")
func probeMain(_ memory: UnsafeMutablePointer<UInt8>) {
    var kernel = FreeBSD()
    kernel.open()
    var probe = Probe(
        kernel, memory: UnsafeMutableBufferPointer(start: memory, count: Probe<FreeBSD>.memorySize))
    probe.run("/sysent.job")
    // The machine was to be switched off, and a process 1 that ends is a panic.
    while true { kernel.rest() }
}
