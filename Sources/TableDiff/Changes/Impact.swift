/// What a change does to those who use the table.
public enum Impact: String, Sendable, Hashable, CaseIterable {
    /// A program that was built before stops working, or does something else.
    case binaryBreak = "binary-break"
    /// Programs that were built go on; a source that uses the call may have to change, or should be looked at.
    case sourceBreak = "source-break"
    /// Nothing that worked before stops working.
    case compatible
    /// No interface changes: descriptions, audit, the kernel's own headers.
    case information
}
