import Findings

extension CompatPlan {
    /// Works out what 32-bit programs make of `call`.
    ///
    /// - Parameters:
    ///   - call: the call, with all of its annotations.
    ///   - tree: the tree that it is added to, or has it already.
    ///   - declarations: what the tree does not say about the call's types.
    ///   - limits: the largest number of elements of each array that is copied, by the argument's name: a number, or an
    ///     expression of C; 1024 where nothing is said.
    /// - Throws: a `Refusal` with everything that is missing or cannot be: no annotation at a pointer, the unknown layout of a
    ///   structure, a type that the generator cannot project, more words than the kernel fetches.
    public static func make(
        _ call: CallInterface,
        in tree: CompatTree,
        declarations: Declarations = .none,
        limits: [String: String] = [:]
    ) throws(Refusal) -> CompatPlan {
        throw Refusal("not-done", "not done")
    }
}
