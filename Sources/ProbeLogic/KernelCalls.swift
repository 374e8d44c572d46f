/// What the probe asks of a kernel. FreeBSD answers when the probe is process 1; a stand-in answers in tests.
public protocol KernelCalls {
    /// Writes to the console.
    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>)
    /// Reads a file into `memory`; how many bytes it has, or a negative number.
    mutating func read(file path: UnsafePointer<UInt8>, into memory: UnsafeMutableBufferPointer<UInt8>) -> Int
    /// `kldload(2)`; the module's number, or the error.
    mutating func load(_ path: UnsafePointer<UInt8>) -> KernelAnswer
    /// `__sysctl(2)`: reads `name` into `memory`, after it was given `input`.
    mutating func sysctl(
        _ name: UnsafeBufferPointer<Int32>, input: UnsafeBufferPointer<UInt8>,
        into memory: UnsafeMutableBufferPointer<UInt8>
    ) -> KernelAnswer
    /// Makes a system call in a process of its own, so that whatever it does to its caller is an answer.
    mutating func call(_ number: Int32, _ words: UnsafeBufferPointer<UInt64>) -> CallEnd
    /// Switches the machine off, when the console has written everything.
    mutating func powerOff()
}

/// A result, or an error number.
public struct KernelAnswer: Sendable, Equatable {
    /// The result.
    public var value: Int64
    /// The error; 0 for none.
    public var error: Int32

    /// Makes an answer.
    public init(_ value: Int64, error: Int32 = 0) {
        self.value = value
        self.error = error
    }
}

/// How a system call ended.
public enum CallEnd: Sendable, Equatable {
    /// It returned a value.
    case returned(UInt64)
    /// It returned an error.
    case failed(Int32)
    /// Its caller was killed by a signal.
    case killed(Int32)
    /// It did not return in time.
    case late
    /// No process could be made for it.
    case notMade(Int32)
}
