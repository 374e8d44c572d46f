import SlotModel

extension ModuleFile {
    /// What the kernel sees of the module that is made of `manifest`.
    ///
    /// - Parameters:
    ///   - manifest: the manifest.
    ///   - hasNarrowTable: whether the kernel runs 32-bit programs; without, their calls are not compiled in.
    public init(_ manifest: TrapManifest, hasNarrowTable: Bool) {
        let isNarrow = hasNarrowTable && Wiring(manifest).isNarrow
        let calls = manifest.traps.flatMap { trap in
            let native = ModuleCall(
                trap.name, words: trap.words(wide: true), isCapabilityEnabled: trap.isCapabilityEnabled)
            guard isNarrow, trap.isNarrow else { return [native] }
            let narrow = ModuleCall(
                trap.name,
                words: trap.words(wide: false),
                isCapabilityEnabled: trap.isCapabilityEnabled,
                in: .freebsd32
            )
            return [native, narrow]
        }
        self.init(manifest.module, style: manifest.shortage == .refuse ? .all : .rest, calls)
    }
}
