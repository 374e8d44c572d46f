/// What libFuzzer calls with every input. An input that breaks a property ends the process.
///
/// Every reader gets every input: they are quick, and what looks like a master to one may be a configuration to another.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzerTestOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    checkMaster(bytes)
    checkConfiguration(bytes)
    checkLua(bytes)
    return 0
}
