/// Looks at a kernel from inside, as process 1: loads modules, reads numbers, makes calls, and tells each result on a line.
///
/// What it does is told by a file, a line for each step:
///
///     load /modules/mach_traps.ko
///     read mach.syscall
///     call mach.syscall.mach_reply_port 0 0 0
///
/// It takes no memory but what it is given, and knows nothing of a library: it runs where there is none.
public struct Probe<Kernel: KernelCalls> {
    /// What it asks.
    public private(set) var kernel: Kernel
    private var frame: FrameWriter
    private let job: UnsafeMutableBufferPointer<UInt8>
    private let answer: UnsafeMutableBufferPointer<UInt8>
    private let name: UnsafeMutableBufferPointer<UInt8>

    /// How much memory it wants.
    public static var memorySize: Int { 1 << 16 }

    /// Makes a probe.
    ///
    /// - Parameters:
    ///   - kernel: what it asks.
    ///   - memory: ``memorySize`` bytes, aligned for integers.
    public init(_ kernel: Kernel, memory: UnsafeMutableBufferPointer<UInt8>) {
        self.kernel = kernel
        frame = FrameWriter(UnsafeMutableBufferPointer(rebasing: memory[0..<1024]))
        name = UnsafeMutableBufferPointer(rebasing: memory[1024..<2048])
        answer = UnsafeMutableBufferPointer(rebasing: memory[2048..<16384])
        job = UnsafeMutableBufferPointer(rebasing: memory[16384..<65536])
    }

    /// Does all that the file at `path` says, and switches the machine off.
    public mutating func run(_ path: StaticString) {
        frame.begin("start")
        frame.end(&kernel)
        let count = kernel.read(
            file: path.utf8Start, into: UnsafeMutableBufferPointer(rebasing: job[0..<(job.count - 1)]))
        if count < 0 {
            frame.begin("no-job")
            frame.end(&kernel)
        } else {
            // Each line becomes a text that ends with NUL, as a kernel wants it.
            job[count] = 0x0A
            var start = 0
            for index in 0...count where job[index] == 0x0A {
                job[index] = 0
                if index > start { step(from: start, to: index) }
                start = index + 1
            }
        }
        frame.begin("end")
        frame.end(&kernel)
        kernel.powerOff()
    }

    private mutating func step(from start: Int, to end: Int) {
        var space = start
        while space < end, job[space] != 0x20 { space += 1 }
        let argument = min(space + 1, end)
        if isWord(start, space, "load") {
            load(argument, end)
        } else if isWord(start, space, "read") {
            read(argument, end)
        } else if isWord(start, space, "call") {
            call(argument, end)
        } else {
            frame.begin("unknown-step")
            frame.space()
            frame.put(text(start, space))
            frame.end(&kernel)
        }
    }

    private func isWord(_ start: Int, _ end: Int, _ word: StaticString) -> Bool {
        guard end - start == word.utf8CodeUnitCount else { return false }
        for index in 0..<word.utf8CodeUnitCount where job[start + index] != word.utf8Start[index] { return false }
        return true
    }

    private func text(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: job[start..<end])
    }

    // MARK: Modules

    private mutating func load(_ start: Int, _ end: Int) {
        guard let path = text(start, end).baseAddress else { return }
        frame.begin("loading")
        frame.space()
        frame.put(text(start, end))
        frame.end(&kernel)
        let answer = kernel.load(path)
        frame.begin("loaded")
        frame.space()
        frame.put(text(start, end))
        put(answer)
        frame.end(&kernel)
    }

    private mutating func put(_ answer: KernelAnswer) {
        if answer.error == 0 {
            frame.put(" is ")
            frame.put(answer.value)
        } else {
            frame.put(" error ")
            frame.put(answer.error)
        }
    }

    // MARK: Numbers

    /// How many levels a name of sysctl(8) has at most (CTL_MAXNAME), and room for two before them.
    private typealias ObjectName = InlineArray<26, Int32>

    private func ask<let size: Int>(
        _ kernel: inout Kernel, _ object: InlineArray<size, Int32>, count: Int, input: UnsafeBufferPointer<UInt8>,
        into memory: UnsafeMutableBufferPointer<UInt8>
    ) -> KernelAnswer {
        let words = UnsafeMutableRawPointer(name.baseAddress.unsafelyUnwrapped).assumingMemoryBound(to: Int32.self)
        for index in 0..<count { words[index] = object[index] }
        return kernel.sysctl(UnsafeBufferPointer(start: words, count: count), input: input, into: memory)
    }

    private var nothing: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: nil, count: 0) }

    /// Finds the object that a name means: its components behind two for a question. How many these are; 0 for none.
    private mutating func find(_ name: UnsafeBufferPointer<UInt8>, _ object: inout ObjectName) -> (Int, Int32) {
        object[0] = 0
        object[1] = 3
        let found = ask(&kernel, object, count: 2, input: name, into: answer)
        guard found.error == 0 else { return (0, found.error) }
        return (components(found, &object), 0)
    }

    private func components(_ found: KernelAnswer, _ object: inout ObjectName) -> Int {
        let count = min(Int(found.value) / 4, 24)
        for index in 0..<count { object[index + 2] = word(index * 4) }
        return count
    }

    private func word(_ offset: Int) -> Int32 {
        Int32(truncatingIfNeeded: bits(offset, 4))
    }

    private func bits(_ offset: Int, _ size: Int) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<size { value |= UInt64(answer[offset + index]) << UInt64(index * 8) }
        return value
    }

    /// Tells the value of the object `path`, or of each below it.
    private mutating func read(_ start: Int, _ end: Int) {
        var object = ObjectName(repeating: 0)
        let (depth, error) = find(text(start, end), &object)
        guard error == 0, depth > 0 else {
            frame.begin("value")
            frame.space()
            frame.put(text(start, end))
            put(KernelAnswer(0, error: error))
            return frame.end(&kernel)
        }
        let root = object
        var count = depth
        if tell(&object, count) { return }
        while true {
            object[0] = 0
            object[1] = 2
            let next = ask(&kernel, object, count: count + 2, input: nothing, into: answer)
            guard next.error == 0 else { return }
            count = components(next, &object)
            guard count >= depth else { return }
            for index in 0..<depth where object[index + 2] != root[index + 2] { return }
            _ = tell(&object, count)
        }
    }

    /// Tells the value of an object; whether it has one.
    private mutating func tell(_ object: inout ObjectName, _ count: Int) -> Bool {
        object[0] = 0
        object[1] = 4
        let format = ask(&kernel, object, count: count + 2, input: nothing, into: answer)
        let kind = format.error == 0 ? answer[0] & 15 : 0
        if kind == 1 { return false }
        object[1] = 1
        let named = ask(&kernel, object, count: count + 2, input: nothing, into: answer)
        frame.begin("value")
        frame.space()
        let length = named.error == 0 ? max(Int(named.value) - 1, 0) : 0
        frame.put(UnsafeBufferPointer(rebasing: answer[0..<length]))
        // The object itself is its name without the question before.
        var plain = ObjectName(repeating: 0)
        for index in 0..<count { plain[index] = object[index + 2] }
        let value = ask(&kernel, plain, count: count, input: nothing, into: answer)
        if value.error == 0 { put(value: Int(value.value), kind: kind) } else { put(value) }
        frame.end(&kernel)
        return true
    }

    /// Kinds are those of `CTLTYPE` in sys/sys/sysctl.h.
    private mutating func put(value count: Int, kind: UInt8) {
        let size = min(count, 8)
        let value = bits(0, size)
        switch kind {
        case 2, 4, 7, 12, 13, 14:
            frame.put(" is ")
            let shift = UInt64(64 - size * 8)
            frame.put(size == 0 ? 0 : Int64(bitPattern: value << shift) >> Int64(shift))
        case 6, 8, 9, 10, 11, 15:
            frame.put(" is ")
            frame.put(value)
        case 3:
            frame.put(" says ")
            var length = count
            while length > 0, answer[length - 1] == 0 { length -= 1 }
            frame.put(UnsafeBufferPointer(rebasing: answer[0..<length]))
        default:
            frame.put(" has ")
            for index in 0..<min(count, 32) { frame.put(hex: answer[index]) }
        }
    }

    // MARK: Calls

    /// Calls the number that a name has, with the words that follow.
    private mutating func call(_ start: Int, _ end: Int) {
        var position = start
        while position < end, job[position] != 0x20 { position += 1 }
        let path = text(start, position)
        job[position] = 0
        var words = InlineArray<8, UInt64>(repeating: 0)
        var count = 0
        while position < end, count < 8 {
            position += 1
            var value: UInt64 = 0
            while position < end, job[position] != 0x20 {
                value = value &* 10 &+ UInt64(job[position] &- 0x30)
                position += 1
            }
            words[count] = value
            count += 1
        }
        var object = ObjectName(repeating: 0)
        let (depth, error) = find(path, &object)
        var number: Int32 = -1
        if error == 0, depth > 0 {
            var plain = ObjectName(repeating: 0)
            for index in 0..<depth { plain[index] = object[index + 2] }
            let value = ask(&kernel, plain, count: depth, input: nothing, into: answer)
            if value.error == 0, value.value == 4 { number = word(0) }
        }
        begin("calling", path, number)
        frame.end(&kernel)
        guard number >= 0 else {
            begin("called", path, number)
            frame.put(" no-number")
            return frame.end(&kernel)
        }
        let result = call(number, words)
        begin("called", path, number)
        switch result {
        case .returned(let value):
            frame.put(" returned ")
            frame.put(value)
        case .failed(let error):
            frame.put(" error ")
            frame.put(error)
        case .killed(let signal):
            frame.put(" signal ")
            frame.put(signal)
        case .late: frame.put(" late")
        case .notMade(let error):
            frame.put(" not-made ")
            frame.put(error)
        }
        frame.end(&kernel)
    }

    private mutating func call(_ number: Int32, _ words: InlineArray<8, UInt64>) -> CallEnd {
        let memory = UnsafeMutableRawPointer(name.baseAddress.unsafelyUnwrapped).assumingMemoryBound(to: UInt64.self)
        for index in 0..<8 { memory[index] = words[index] }
        return kernel.call(number, UnsafeBufferPointer(start: memory, count: 8))
    }

    private mutating func begin(_ kind: StaticString, _ path: UnsafeBufferPointer<UInt8>, _ number: Int32) {
        frame.begin(kind)
        frame.space()
        frame.put(path)
        frame.space()
        frame.put(number)
    }
}
