@testable import SysentCommand

/// The files of the sample tree, for tests that need it on disk.
enum SampleText {
    static let files = SampleFiles.all
    static let master = files["sys/kern/syscalls.master", default: ""]
}
