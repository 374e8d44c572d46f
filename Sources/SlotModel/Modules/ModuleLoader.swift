/// A kernel with a linker: files of code come and go, and their calls with them.
///
/// kldload(2) and kldunload(2) exclude one another (`kld_sx`), also while an unload waits for a thread to leave a call.
public struct ModuleLoader: Sendable, Hashable {
    /// The kernel.
    public var kernel: SlotKernel
    /// What is loaded, in load order.
    public internal(set) var loaded: [LoadedModule] = []
    /// The unload that waits.
    public internal(set) var waiting: Unload?

    /// A loaded file and the calls that it has registered.
    public struct LoadedModule: Sendable, Hashable {
        /// The file.
        public let file: ModuleFile
        /// What became of each call, in the order of the file.
        public internal(set) var claims: [Claim]
    }

    /// What became of the registration of a call.
    public struct Claim: Sendable, Hashable {
        /// The call.
        public let call: ModuleCall
        /// Its number; `nil` for a call that got none, and for one that has been taken back.
        public internal(set) var number: Int?
        /// Why it got none.
        public internal(set) var error: KernelError?
        var old = SlotRow.empty
    }

    /// An unload that waits for a thread to leave a call.
    public struct Unload: Sendable, Hashable {
        /// The name of the file.
        public let name: String
        /// What it waits for.
        public let drain: Drain
        /// How many claims are left; the last of them comes next.
        let left: Int
    }

    /// How a load ended.
    public enum LoadResult: Sendable, Hashable {
        /// The file is loaded; some of its calls may have no number.
        case loaded([Claim])
        /// The load fails with `error`; the claims say what each call met before all was taken back.
        case failed(KernelError, [Claim])
    }

    /// Why the linker does nothing.
    public enum Obstacle: Error, Sendable, Hashable {
        /// Nothing of that name is loaded.
        case notLoaded
        /// An unload holds the linker's lock; the caller waits.
        case locked(by: String)
        /// The kernel panicked, or went astray.
        case failure(SlotFailure)
    }

    /// Boots `kernel`, with nothing loaded.
    public init(_ kernel: SlotKernel) {
        self.kernel = kernel
    }

    /// What became of the call `name` of `file`; `nil` when the file is not loaded, or has no such call.
    public func claim(_ name: String, of file: String) -> Claim? {
        loaded.first { $0.file.name == file }?.claims.first { $0.call.name == name }
    }
}
