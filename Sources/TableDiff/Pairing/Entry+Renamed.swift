extension Entry {
    /// Whether `other`, which has the same number, is this call under another name and not another call.
    ///
    /// A wrong yes would hide that a number was given away, so the interface must agree in a way that tells: by the names of
    /// its arguments, or by names that differ in underscores alone.
    func isRenamed(to other: Entry) -> Bool {
        guard state == other.state else { return false }
        if state == .obsolete { return true }
        if bareName == other.bareName { return true }
        guard result == other.result, arguments.map(\.type) == other.arguments.map(\.type) else { return false }
        return arguments.count > 1 && arguments.map(\.name) == other.arguments.map(\.name)
    }

    private var bareName: String {
        let name = name.hasPrefix("sys_") ? name.dropFirst(4) : name[...]
        return name.filter { $0 != "_" }
    }

    /// Whether the rows go by one name. An obsolete row may give it as the symbol, `oaccept` for what was `accept`; and an
    /// old interface may have had a row of its own, `oaio_read`, before it was said to be that of a release.
    func hasName(of other: Entry) -> Bool {
        name == other.name || (state == .obsolete && name == other.symbol)
            || (other.state == .obsolete && other.name == symbol) || isOld(other) || other.isOld(self)
    }

    /// Whether `other` is this interface of a past release under the name of a present one with an `o` ahead.
    private func isOld(_ other: Entry) -> Bool {
        guard case .compat = state, other.state == .call else { return false }
        return other.name == "o" + name && result == other.result
            && arguments.map(\.type) == other.arguments.map(\.type)
    }
}
