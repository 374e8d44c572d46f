/// What the lists of a configuration say of a call.
struct Listing: OptionSet {
    let rawValue: UInt8

    /// `syscall_abi_change`
    static let changesAbi = Listing(rawValue: 1 << 0)
    /// `syscall_no_abi_change`
    static let keepsAbi = Listing(rawValue: 1 << 1)
    /// `obsol`
    static let obsolete = Listing(rawValue: 1 << 2)
    /// `unimpl`
    static let unimplemented = Listing(rawValue: 1 << 3)
}

extension TableConfiguration {
    /// The lists turned around: by the name of a call what they say of it, so that it is looked up once.
    var listings: [String: Listing] {
        var listings: [String: Listing] = [:]
        for name in abiChange { listings[name, default: []].insert(.changesAbi) }
        for name in noAbiChange { listings[name, default: []].insert(.keepsAbi) }
        for name in obsolete { listings[name, default: []].insert(.obsolete) }
        for name in unimplemented { listings[name, default: []].insert(.unimplemented) }
        return listings
    }
}
