import BootCheck
import Findings
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The directory in which consoles are kept.
struct BootLogs {
    private let directory: FilePath

    /// Makes the directory if it is not there.
    init(_ path: String) throws(Refusal) {
        directory = FilePath(path)
        var made = FilePath(directory.isAbsolute ? "/" : "")
        for component in directory.components {
            made.append(component)
            // What cannot be made cannot be written to either, which is told below.
            _ = mkdir(made.string, 0o755)
        }
    }

    /// The files of a run: `console-1.raw` and `console-1.txt`.
    func begin(_ number: Int) throws(Refusal) -> BootLog {
        do {
            return BootLog(
                raw: try open("console-\(number).raw"), text: try open("console-\(number).txt"))
        } catch {
            throw Refusal("unwritable-file", at: Location(path: directory.string), "cannot be written to: \(error)")
        }
    }

    private func open(_ name: String) throws -> FileDescriptor {
        try FileDescriptor.open(
            directory.appending(name), .writeOnly, options: [.create, .truncate, .closeOnExec],
            permissions: [.ownerReadWrite, .groupRead, .otherRead])
    }
}

/// The console of a run, as it came and as text.
final class BootLog {
    private let raw: FileDescriptor
    private let text: FileDescriptor
    private var cleaner = ConsoleCleaner()
    /// Whether everything could be written.
    private(set) var isComplete = true

    init(raw: FileDescriptor, text: FileDescriptor) {
        self.raw = raw
        self.text = text
    }

    func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        write(UnsafeRawBufferPointer(bytes), to: raw)
        cleaner.clean(bytes).withUnsafeBytes { write($0, to: text) }
    }

    private func write(_ bytes: UnsafeRawBufferPointer, to file: FileDescriptor) {
        guard isComplete, !bytes.isEmpty else { return }
        do {
            _ = try file.writeAll(bytes)
        } catch {
            // A boot is not judged by whether a disk is full.
            isComplete = false
        }
    }

    deinit {
        cleaner.finish().withUnsafeBytes { write($0, to: text) }
        try? raw.close()
        try? text.close()
    }
}
