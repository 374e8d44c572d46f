import SystemPackage

/// One call by which a writer changes the disk, named for those who watch it.
///
/// Tests fail or kill the writer before each of them in turn, which no amount of luck with a clock does.
enum WriteStep: Sendable, Hashable {
    case removeLeftover
    case makeDirectory
    case createTemporary
    case fillTemporary
    case synchronizeTemporary
    /// The old states have been compared for the second time; from here on files are replaced.
    case beginPublishing
    case replaceFile
    case deleteFile
    case synchronizeDirectory

    /// Called before each step; what it throws counts as the failure of that step.
    typealias Watcher = @Sendable (WriteStep) throws(Errno) -> Void
}
