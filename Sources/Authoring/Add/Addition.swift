import Compat32
import Edits

/// A system call that is to be added: the prototype, and every decision that a tree cannot answer.
public struct Addition: Sendable, Hashable {
    /// The call.
    public var prototype: CallPrototype
    /// The number that it shall have; `nil` for the next free one.
    public var number: Int?
    /// The kinds of its row, without `CAPENABLED`.
    public var kinds = ["STD"]
    /// The audit event, `AUE_NULL` for none; `nil` while nobody has decided.
    public var audit: String?
    /// The classes of a new audit event, such as `fr`.
    public var auditClasses: [String] = []
    /// Whether capability mode allows the call; `nil` while nobody has decided.
    public var capability: Capability?
    /// The capability rights that a descriptor needs, by the name of its argument.
    public var rights: [String: [String]] = [:]
    /// The header that declares the call, as a program includes it; `nil` while nobody has decided.
    public var header: Header?
    /// The preprocessor condition of the declaration; `nil` for the header's own.
    public var visibility: String?
    /// The file of the kernel's functions; `nil` for one of the call's own.
    public var source: TreePath?
    /// The function that does the work for both ABIs; `nil` for `kern_NAME`.
    public var kernelFunction: String?
    /// The version of the call's symbol.
    public var namespace = Namespace.newest
    /// The function of the library that stands in front of the stub.
    public var wrapper: Wrapper?
    /// What the call does, for the manual, such as `read the oil level of a lamp`.
    public var description: String?
    /// The page of the manual that documents the call, such as `lamp.2`; `nil` for one of its own.
    public var page: String?
    /// C declarations of structures that the tree does not declare itself.
    public var structures: String?
    /// The largest number of elements of arrays that are copied, by the argument's name.
    public var limits: [String: String] = [:]
    /// Where a test program of the call goes in the tree.
    public var testProgram: TreePath?
    /// Where a description of the call for syzkaller goes in the tree.
    public var syzlang: TreePath?
    /// The places that the user leaves out, by name.
    public var skipped: Set<String> = []

    /// What was decided about capability mode.
    public enum Capability: Sendable, Hashable {
        /// Allowed, and why that is sound where an argument names something in a global namespace.
        case enabled(reason: String?)
        /// Forbidden.
        case disabled
    }

    /// The header that declares the call.
    public enum Header: Sendable, Hashable {
        /// A file as a program includes it, such as `sys/lamp.h`.
        case file(String)
        /// None: programs do not see the call.
        case hidden
    }

    /// The version of a symbol.
    public enum Namespace: Sendable, Hashable {
        /// The newest of this branch; the private one in a tree that does not call itself FreeBSD.
        case newest
        /// The newest of this branch, whatever the tree is.
        case upstream
        /// That of interfaces which only the system itself uses: for calls of a downstream.
        case downstream
        /// One by name, for a call that was merged and keeps its version.
        case named(String)
    }

    /// A function of the library that stands in front of the stub.
    public enum Wrapper: String, Sendable, Hashable, CaseIterable {
        /// A function that calls `__sys_NAME`.
        case plain
        /// One that the threads library can put its own in the place of.
        case interposable
    }

    /// ``structures``, read.
    var declarations: Declarations {
        structures.map { .parse(Array($0.utf8), path: "structures") } ?? .none
    }

    /// Wants `prototype`.
    public init(_ prototype: CallPrototype) {
        self.prototype = prototype
    }
}
