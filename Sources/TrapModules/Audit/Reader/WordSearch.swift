import SyscallSyntax

/// Finds words in the bytes of a file, without reading it as C.
struct WordSearch {
    private var wanted: [UInt64: String] = [:]

    init(_ words: Set<String>) {
        for word in words { wanted[Self.hash(Array(word.utf8)[...])] = word }
    }

    /// Which of the words stand in `bytes`.
    func words(in bytes: [UInt8]) -> Set<String> {
        var found: Set<String> = []
        guard !wanted.isEmpty else { return found }
        bytes.withUnsafeBufferPointer { bytes in
            var position = 0
            while position < bytes.count {
                guard isIdentifier(bytes[position]) else {
                    position += 1
                    continue
                }
                var hash = Self.seed
                while position < bytes.count, isIdentifier(bytes[position]) {
                    hash = (hash ^ UInt64(bytes[position])) &* Self.prime
                    position += 1
                }
                if let word = wanted[hash] { found.insert(word) }
            }
        }
        return found
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3

    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(seed) { ($0 ^ UInt64($1)) &* prime }
    }
}
