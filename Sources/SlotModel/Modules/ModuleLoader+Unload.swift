extension ModuleLoader {
    /// Unloads the file called `name`, kldunload(2): takes its calls back, the last one first.
    ///
    /// - Returns: whether it is done; `false` when it waits for a thread inside a call, see ``waiting``.
    /// - Throws: an obstacle.
    public mutating func unload(_ name: String) throws(Obstacle) -> Bool {
        if let waiting { throw .locked(by: waiting.name) }
        guard let module = loaded.first(where: { $0.file.name == name }) else { throw .notLoaded }
        return try takeBack(name, left: module.claims.count)
    }

    /// Looks whether the unload that waits can go on.
    ///
    /// - Returns: whether no unload waits any more.
    /// - Throws: an obstacle, when the kernel fails.
    public mutating func poll() throws(Obstacle) -> Bool {
        guard let unload = waiting else { return true }
        guard kernel.poll(unload.drain) else { return false }
        waiting = nil
        return try takeBack(unload.name, left: unload.left)
    }

    private mutating func takeBack(_ name: String, left: Int) throws(Obstacle) -> Bool {
        guard let position = loaded.firstIndex(where: { $0.file.name == name }) else { return true }
        for index in (0..<left).reversed() {
            let claim = loaded[position].claims[index]
            guard let number = claim.number else { continue }
            loaded[position].claims[index].number = nil
            do {
                if let drain = try kernel.deregister(number, restoring: claim.old, in: claim.call.table) {
                    waiting = Unload(name: name, drain: drain, left: index)
                    return false
                }
            } catch .error {
                // A permanent call stays in the table, though its code goes.
            } catch {
                throw .failure(error)
            }
        }
        loaded.remove(at: position)
        return true
    }
}
