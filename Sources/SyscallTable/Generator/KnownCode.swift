extension GeneratorSource {
    /// The fingerprints of the files of every generator whose output is known to be what is made here, data left out.
    static let knownCode: [String: Set<UInt64>] = [:]
}
