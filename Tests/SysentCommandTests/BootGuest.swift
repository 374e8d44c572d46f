import Foundation
import TestSupport

/// The guest of Freestanding/, built by its own script once for all tests.
enum BootGuest {
    static let hasQEMU = Commands.isInstalled("qemu-system-x86_64")
    static let hasARM = Commands.isInstalled("qemu-system-aarch64")
    static let hasXorriso = Commands.isInstalled("xorriso")
    static let absence = "QEMU is not installed"

    /// Where the guest for amd64, that for arm64 and the probe lie; empty when they could not be built.
    static let directory: String = {
        let directory = PackageFiles.root + "/.build/freestanding"
        let process = Process()
        process.executableURL = URL(filePath: PackageFiles.root + "/Freestanding/build")
        process.arguments = [directory]
        process.standardInput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return "" }
        process.waitUntilExit()
        return process.terminationStatus == 0 ? directory : ""
    }()

    static let amd64 = directory + "/guest-amd64"
    static let arm64 = directory + "/guest-arm64"
    static let probe = directory + "/sysent-probe"

    /// Processes that were started with `text` in their command line.
    static func processes(with text: String) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { id in
            guard let line = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") else { return false }
            return id != getpid() && String(decoding: line, as: UTF8.self).contains(text)
        }
    }
}
