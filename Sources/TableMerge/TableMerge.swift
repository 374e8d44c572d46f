import SyscallTable

/// Brings the changes of two lines of development together, by what the rows mean.
///
/// A merge of lines cannot: two sides that each append a call have both chosen the next number, a union of their lines
/// makes a table whose rows do not stand at their numbers, and the generator says nothing (`validate` of
/// core/syscall.lua compares a number with itself).
public enum TableMerge {
    /// Merges `ours` and `theirs`, which both come from `base`.
    ///
    /// The numbers of `theirs` stay: they are published. A call or slot of `ours` whose number is taken there gets the
    /// next one behind the table, in the order that it had; a call that `theirs` has as well is not added twice.
    ///
    /// The masters are taken as they were read. Whether the result is a sound table is for its reader to say.
    ///
    /// - Parameters:
    ///   - floor: the number from which new rows are numbered at least, where another master must have the same ones.
    public static func merge(base: Master, ours: Master, theirs: Master, floor: Int = 0) -> MergedMaster {
        var run = MergeRun(base: base, ours: ours, theirs: theirs, floor: floor)
        run.merge()
        return run.result
    }
}
