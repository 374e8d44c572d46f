extension ModuleLoader {
    /// Loads `file`, kldload(2).
    ///
    /// - Throws: an obstacle, when the linker's lock is held or the kernel fails beyond an error.
    public mutating func load(_ file: ModuleFile) throws(Obstacle) -> LoadResult {
        if let waiting { throw .locked(by: waiting.name) }
        guard !loaded.contains(where: { $0.file.name == file.name }) else { return .failed(.EEXIST, []) }
        let claims: [Claim]
        do {
            switch file.style {
            case .all, .rest, .syscallModule: claims = try register(file)
            case .helpers: claims = try registerHelpers(file)
            }
        } catch {
            throw .failure(error)
        }
        let isLoaded =
            switch file.style {
            case .all, .helpers: claims.allSatisfy { $0.error == nil }
            case .rest: true
            case .syscallModule: claims.isEmpty || claims.contains { $0.number != nil }
            }
        // The linker calls it so when all modules of a file failed (`linker_load_file` of sys/kern/kern_linker.c).
        guard isLoaded else { return .failed(.ENOEXEC, claims) }
        loaded.append(LoadedModule(file: file, claims: claims))
        return .loaded(claims)
    }

    private mutating func register(_ file: ModuleFile) throws(SlotFailure) -> [Claim] {
        var claims: [Claim] = []
        for call in file.calls {
            claims.append(try registered(call))
            if file.style == .all, claims.last?.error != nil {
                try takeBack(claims)
                return claims
            }
        }
        return claims
    }

    private mutating func registered(_ call: ModuleCall) throws(SlotFailure) -> Claim {
        var number = call.number
        do {
            let old = try kernel.register(call.row, at: &number, in: call.table, flags: call.flags)
            return Claim(call: call, number: number, old: old)
        } catch .error(let error) {
            return Claim(call: call, error: error)
        } catch {
            throw error
        }
    }

    /// Takes back what was registered a moment ago. Nobody knows the numbers yet.
    private mutating func takeBack(_ claims: [Claim]) throws(SlotFailure) {
        for claim in claims.reversed() {
            guard let number = claim.number else { continue }
            do {
                _ = try kernel.deregister(number, restoring: claim.old, in: claim.call.table)
            } catch .error {
                // A permanent call stays.
            } catch {
                throw error
            }
        }
    }

    private mutating func registerHelpers(_ file: ModuleFile) throws(SlotFailure) -> [Claim] {
        var claims = file.calls.map { Claim(call: $0) }
        // An array goes to one table with one set of flags.
        guard let first = file.calls.first else { return claims }
        var entries = file.calls.map { HelperEntry($0.row, number: $0.number) }
        let failure = try kernel.registerHelpers(&entries, in: first.table, flags: first.flags)
        if let failure { claims[failure.entry].error = failure.error }
        for index in claims.indices where entries[index].isRegistered {
            claims[index].number = entries[index].number
            claims[index].old = entries[index].old
        }
        return claims
    }
}
