extension CallInterface {
    /// The syzlang description of the call, as `sys/freebsd/*.txt` of syzkaller has them.
    ///
    /// - Parameter declarations: what the structures are that arguments point to; one that is unknown becomes a buffer.
    public func syzlang(_ declarations: Declarations = .none) -> String { "" }
}
