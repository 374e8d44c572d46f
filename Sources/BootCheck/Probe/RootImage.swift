import Findings
import Glibc
import SystemPackage

/// Images that boots need, made by xorriso.
public enum RootImage {
    /// Makes an ISO 9660 image with the probe as `/sbin/init`.
    ///
    /// - Parameters:
    ///   - path: the image.
    ///   - probe: the probe's program.
    ///   - modules: files of modules, and the paths on the image.
    ///   - job: what the probe is to do.
    ///   - directory: where files can be made.
    ///   - supervisor: this program with what starts its supervisor.
    /// - Throws: a `Refusal` when xorriso is missing or refuses.
    public static func make(
        _ path: String, probe: String, modules: [(file: String, path: String)], job: ProbeJob,
        in directory: RunDirectory,
        supervisor: [String]
    ) throws(Refusal) {
        let jobFile = directory.path + "/job"
        let empty = directory.path + "/empty"
        do {
            try write(Array(job.text.utf8), to: jobFile)
            try makeDirectory(empty)
        } catch {
            throw Refusal("unwritable-file", at: Location(path: directory.path), "cannot write: \(error)")
        }
        var arguments = ["-no_rc", "-outdev", "stdio:" + path, "-volid", "SYSENT", "-padding", "0"]
        // The kernel mounts devfs on /dev.
        for (file, target) in [(probe, "/sbin/init"), (jobFile, "/sysent.job"), (empty, "/dev")] + modules {
            arguments += ["-map", file, target]
        }
        arguments += ["-chmod", "0755", "/sbin/init", "--", "-commit"]
        try xorriso(arguments, supervisor)
    }

    /// Copies an image with another file in the place of its kernel.
    ///
    /// - Parameters:
    ///   - image: the image, which is not touched.
    ///   - copy: the copy.
    ///   - kernel: the file.
    ///   - place: its path in the image.
    ///   - supervisor: this program with what starts its supervisor.
    /// - Throws: a `Refusal` when xorriso is missing or refuses.
    public static func replaceKernel(
        of image: String, copy: String, by kernel: String, at place: String, supervisor: [String]
    ) throws(Refusal) {
        try xorriso(
            [
                "-no_rc", "-abort_on", "FAILURE", "-indev", "stdio:" + image, "-outdev", "stdio:" + copy,
                // Replacing what is not there would make an image that boots its old kernel.
                "-abort_on", "SORRY", "-rm", place, "--", "-abort_on", "FAILURE", "-boot_image", "any", "replay",
                "-map", kernel, place, "-commit",
            ], supervisor)
    }

    private static func xorriso(_ arguments: [String], _ supervisor: [String]) throws(Refusal) {
        guard let program = Spawn.find("xorriso") else {
            throw Refusal("xorriso-missing", "xorriso was not found; Debian's package is 'xorriso'")
        }
        do {
            guard let failure = try ToolRun.run(program, arguments, supervisor: supervisor) else { return }
            throw Refusal("xorriso-failed", "xorriso \(failure)")
        } catch {
            throw error as? Refusal ?? Refusal("xorriso-failed", "xorriso could not be run: \(error)")
        }
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        let file = try FileDescriptor.open(
            path, .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: [.ownerReadWrite])
        try file.closeAfter { _ = try file.writeAll(bytes) }
    }

    private static func makeDirectory(_ path: String) throws(Errno) {
        guard mkdir(path, 0o755) == 0 else { throw Errno(rawValue: errno) }
    }
}
