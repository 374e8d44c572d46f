import SystemPackage

/// A program that does something and ends, under a supervisor as well.
public enum ToolRun {
    /// Runs a program to its end.
    ///
    /// - Returns: `nil` when it ended with status 0; otherwise how it ended, with the last of what it said.
    /// - Throws: `Errno` when it could not be started.
    public static func run(_ program: String, _ arguments: [String], supervisor: [String]) throws(Errno) -> String? {
        let process = try SupervisedProcess(program, arguments, supervisor: supervisor)
        defer { process.stop() }
        var said: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        var end: String?
        while end == nil {
            let ready = Poll.wait([process.errors, process.report], for: nil)
            if ready[0],
                case .bytes(let count) = buffer.withUnsafeMutableBufferPointer({ process.errors.receive(into: $0) })
            {
                said = Array((said + buffer[..<count]).suffix(1 << 14))
            } else if ready[1] {
                end = process.takeReport()
            }
        }
        while case .bytes(let count) = buffer.withUnsafeMutableBufferPointer({ process.errors.receive(into: $0) }) {
            said += buffer[..<count]
        }
        guard let end, end != "ended with status 0" else { return nil }
        let lines = String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
        let words = lines.last { $0.contains("FAILURE") || $0.contains("FATAL") || $0.contains("SORRY") } ?? lines.last
        return end + (words.map { ": " + $0 } ?? "")
    }
}
