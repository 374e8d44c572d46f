import ArgumentParser
import Edits
import Findings
import Reports
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Standard output and standard error.
struct Console: Sendable {
    /// When to colour.
    enum Colour: String, ExpressibleByArgument, CaseIterable, Sendable {
        case auto, always, never
    }

    var colour = Colour.auto

    static let standard = Console()

    /// Writes results. A reader that went away ends the program quietly; a full disk ends it with a message.
    func print(_ bytes: [UInt8]) {
        do {
            try FileDescriptor.standardOutput.writeAll(bytes)
        } catch Errno.brokenPipe {
            Sysent.exit(withError: ExitCode.refused)
        } catch {
            printError("sysent: error: cannot write to standard output: \(error) [output]\n")
            Sysent.exit(withError: ExitCode.refused)
        }
    }

    /// Writes a line of results.
    func print(_ line: String) {
        print(Array(line.utf8) + [0x0A])
    }

    /// Writes prose. When even that fails there is nobody left to tell.
    func printError(_ text: String) {
        _ = try? FileDescriptor.standardError.writeAll(text.utf8)
    }

    /// Writes findings to standard error.
    func report(_ findings: [Finding], source: (String) -> [UInt8]? = Console.readFile) {
        printError(render(findings, on: .standardError, source: source))
    }

    /// Writes findings, which are the result, to standard output.
    func printFindings(_ findings: [Finding], source: (String) -> [UInt8]? = Console.readFile) {
        print(Array(render(findings, on: .standardOutput, source: source).utf8))
    }

    private func render(_ findings: [Finding], on file: FileDescriptor, source: (String) -> [UInt8]?) -> String {
        let renderer = FindingText(isColoured: colours(file), showsSource: isTerminal(file))
        return findings.map { renderer.render($0, source: source) }.joined()
    }

    private func isTerminal(_ file: FileDescriptor) -> Bool {
        isatty(file.rawValue) == 1
    }

    /// `--color`, then `NO_COLOR`, then whether a terminal reads it.
    func colours(_ file: FileDescriptor) -> Bool {
        switch colour {
        case .always: true
        case .never: false
        case .auto: environment("NO_COLOR").isEmpty && environment("TERM") != "dumb" && isTerminal(file)
        }
    }

    private static func readFile(_ path: String) -> [UInt8]? {
        guard let file = try? FileDescriptor.open(FilePath(path), .readOnly, options: [.nonBlocking, .closeOnExec])
        else { return nil }
        defer { try? file.close() }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        // Source lines decorate a finding; a file that cannot be read has been reported as such.
        while bytes.count < 1 << 24, let count = try? buffer.withUnsafeMutableBytes({ try file.read(into: $0) }),
            count > 0
        {
            bytes += buffer[..<count]
        }
        return bytes
    }
}

/// The value of an environment variable, empty when it is not set.
func environment(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
}
