import ProbeLogic

/// A kernel that is not there: it has files, modules, objects of sysctl(8) and system calls, and notes what it is asked.
struct StandIn: KernelCalls {
    /// An object of sysctl(8).
    struct Object {
        let name: String
        let path: [Int32]
        /// `CTLTYPE`, 1 for a node.
        let kind: UInt8
        var value: [UInt8] = []
    }

    var job = ""
    /// In the order in which the kernel walks them.
    var objects: [Object] = []
    var modules: [String: KernelAnswer] = [:]
    var calls: [Int32: CallEnd] = [:]
    private(set) var console: [UInt8] = []
    private(set) var made: [(number: Int32, words: [UInt64])] = []
    private(set) var isOff = false

    var lines: [String] { String(decoding: console, as: UTF8.self).split(separator: "\n").map(String.init) }

    /// What the lines tell, without their frames.
    var told: [String] { lines.map { String($0.dropFirst("@sysent ".count).dropLast(" #00000000".count)) } }

    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) { console += bytes }

    mutating func read(file path: UnsafePointer<UInt8>, into memory: UnsafeMutableBufferPointer<UInt8>) -> Int {
        guard !job.isEmpty, String(cString: path) == "/sysent.job" else { return -1 }
        _ = memory.update(fromContentsOf: Array(job.utf8))
        return job.utf8.count
    }

    mutating func load(_ path: UnsafePointer<UInt8>) -> KernelAnswer {
        modules[String(cString: path)] ?? KernelAnswer(-1, error: 2)
    }

    mutating func sysctl(
        _ name: UnsafeBufferPointer<Int32>, input: UnsafeBufferPointer<UInt8>,
        into memory: UnsafeMutableBufferPointer<UInt8>
    ) -> KernelAnswer {
        let rest = Array(name.dropFirst(2))
        guard name[0] == 0 else {
            guard let object = objects.first(where: { $0.path == Array(name) }) else {
                return KernelAnswer(0, error: 2)
            }
            return answer(object.value, memory)
        }
        switch name[1] {
        case 1:
            return objects.first { $0.path == rest }.map { answer(Array($0.name.utf8) + [0], memory) }
                ?? KernelAnswer(0, error: 2)
        case 2:
            // The next object with a value behind the one that is named.
            let start = objects.firstIndex { $0.path == rest }.map { $0 + 1 } ?? objects.count
            guard let next = objects[start...].first(where: { $0.kind != 1 }) else { return KernelAnswer(0, error: 2) }
            return answer(words(next.path), memory)
        case 3:
            let text = String(decoding: input, as: UTF8.self)
            return objects.first { $0.name == text }.map { answer(words($0.path), memory) } ?? KernelAnswer(0, error: 2)
        case 4:
            return objects.first { $0.path == rest }.map { answer([$0.kind, 0, 0, 0x80, 0x49, 0], memory) }
                ?? KernelAnswer(0, error: 2)
        default: return KernelAnswer(0, error: 22)
        }
    }

    private func words(_ path: [Int32]) -> [UInt8] {
        path.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
    }

    private func answer(_ bytes: [UInt8], _ memory: UnsafeMutableBufferPointer<UInt8>) -> KernelAnswer {
        _ = memory.update(fromContentsOf: bytes)
        return KernelAnswer(Int64(bytes.count))
    }

    mutating func call(_ number: Int32, _ words: UnsafeBufferPointer<UInt64>) -> CallEnd {
        made.append((number, Array(words)))
        return calls[number] ?? .killed(12)
    }

    mutating func powerOff() { isOff = true }

    /// A kernel with the objects of two system calls, the second without a slot, and others around them.
    static var withCalls: StandIn {
        var kernel = StandIn()
        kernel.objects = [
            Object(name: "kern", path: [1], kind: 1),
            Object(name: "kern.osreldate", path: [1, 24], kind: 2, value: [0x5E, 0xE9, 0x16, 0]),
            Object(name: "kern.version", path: [1, 4], kind: 3, value: Array("A\\B\n\0".utf8)),
            Object(name: "mach", path: [300], kind: 1),
            Object(name: "mach.syscall", path: [300, 301], kind: 1),
            Object(name: "mach.syscall.one", path: [300, 301, 302], kind: 2, value: [210, 0, 0, 0]),
            Object(name: "mach.syscall.two", path: [300, 301, 303], kind: 2, value: [255, 255, 255, 255]),
            Object(name: "mach.stats", path: [300, 304], kind: 9, value: [1, 0, 0, 0, 1, 0, 0, 0]),
            Object(name: "net", path: [400], kind: 5, value: [0xAB, 0xCD]),
        ]
        kernel.calls = [210: .returned(26)]
        return kernel
    }

    /// What is left of the kernel when a probe has done its job.
    func probed(_ job: String) -> StandIn {
        var kernel = self
        kernel.job = job
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Probe<StandIn>.memorySize)
        defer { memory.deallocate() }
        memory.initialize(repeating: 0xAA)
        var probe = Probe(kernel, memory: memory)
        probe.run("/sysent.job")
        return probe.kernel
    }
}
