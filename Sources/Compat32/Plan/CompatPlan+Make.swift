import Findings
import SourceTree

extension CompatPlan {
    /// Works out what 32-bit programs make of `call`.
    ///
    /// The argument structures of the 32-bit table are those that the tree's generator will make: from FreeBSD 14 on the
    /// table is projected from the native master, and the plan is held against the projection; up to 13 the plan gives the
    /// row of the 32-bit master itself.
    ///
    /// - Parameters:
    ///   - call: the call, with all of its annotations.
    ///   - tables: the tree that it is added to, or has it already.
    ///   - declarations: what the tree's headers do not say about the call's types.
    ///   - limits: the largest number of elements of each array that is copied, by the argument's name: a number, or an
    ///     expression of C; 1024 where nothing is said.
    ///   - kernelFunction: the function that does the work for both ABIs; `nil` for `kern_NAME`.
    /// - Throws: a `Refusal` with everything that is missing or cannot be: no annotation at a pointer, the unknown layout of
    ///   a structure, a type that the generator cannot project, more words than the kernel fetches.
    public static func make(
        _ call: CallInterface,
        in tables: TreeTables,
        declarations: Declarations = .none,
        limits: [String: String] = [:],
        kernelFunction: String? = nil
    ) throws(Refusal) -> CompatPlan {
        var planner = try Planner(call, tables, declarations, limits: limits)
        if let kernelFunction { planner.kernelFunction = kernelFunction }
        return try planner.plan()
    }
}
