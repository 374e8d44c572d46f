import Findings

/// A place that a call has in a tree: one file of this directory each, listed in ``Places``.
///
/// A place that the tree lacks is skipped with the reason, never invented.
protocol Place: Sendable {
    /// The stable name, for `--skip` and for the plan.
    var name: String { get }

    /// What the place needs to know and nobody has said, one finding for each option.
    func missing(for call: NewCall, in draft: Draft) throws(Refusal) -> [Finding]

    /// Writes the call into the place.
    ///
    /// - Throws: a `Refusal` when the call cannot be written there.
    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal)

    /// How the place stands for a call that is there; `nil` where there is nothing to look at.
    func review(_ call: ReviewedCall) throws(Refusal) -> CallReview.State?
}

extension Place {
    func missing(for call: NewCall, in draft: Draft) throws(Refusal) -> [Finding] { [] }

    func review(_ call: ReviewedCall) throws(Refusal) -> CallReview.State? { nil }

    /// A finding that names the option which gives what is missing.
    func missingOption(_ message: String) -> Finding {
        Finding(.error, "missing-option", at: nil, message)
    }
}

/// All places, in the order in which a plan works them out.
enum Places {
    static let all: [any Place] = [
        TablePlace(), StubPlace(), GeneratorPlace(), CapabilityPlace(), AuditEventPlace(), AuditRecordPlace(),
        KernelSourcePlace(), KernelFilesPlace(), SyscallSubrPlace(), NarrowWrapperPlace(),
        HeaderPlace(), SymbolMapPlace(), WrapperPlace(), ManualPlace(), TrussPlace(), TestProgramPlace(),
        SyzlangPlace(),
    ]
}
