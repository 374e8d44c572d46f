/// Texts of a master, each once, numbered in the order in which they are met.
///
/// Thousands of arguments have some hundred types. A dictionary would take each for a value of its own, and hash it for longer
/// than all else takes that is done with an argument.
struct NumberedTexts {
    private(set) var list: [[UInt8]] = []
    /// The number of each text, where its hash says or, if another has that place, in the next free one. Half of the
    /// places, at least, are free, and their count is a power of two.
    private var places = [Int?](repeating: nil, count: 256)

    /// The number of the text at `range` of `bytes`; `nil` when it was not met before.
    func number(of range: Range<Int>, in bytes: [UInt8]) -> Int? {
        places[place(of: range, in: bytes)]
    }

    /// The number that the text at `range` of `bytes`, which was not met before, gets.
    mutating func add(_ range: Range<Int>, of bytes: [UInt8]) -> Int {
        if 2 * list.count >= places.count { widen() }
        let number = list.count
        places[place(of: range, in: bytes)] = number
        list.append(Array(bytes[range]))
        return number
    }

    private mutating func widen() {
        places = [Int?](repeating: nil, count: 2 * places.count)
        for (number, text) in list.enumerated() { places[place(of: 0..<text.count, in: text)] = number }
    }

    /// The place of a text that was met, or the one for a text that was not.
    private func place(of range: Range<Int>, in bytes: [UInt8]) -> Int {
        var place = bytes.hash(range) & (places.count - 1)
        while let number = places[place], !list[number].isSame(as: range, of: bytes) {
            place = (place + 1) & (places.count - 1)
        }
        return place
    }
}

extension [UInt8] {
    /// FNV-1a.
    fileprivate func hash(_ range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return withUnsafeBufferPointer { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
            return Int(truncatingIfNeeded: hash)
        }
    }

    fileprivate func isSame(as range: Range<Int>, of other: [UInt8]) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= other.count)
        guard range.count == count else { return false }
        return withUnsafeBufferPointer { bytes in
            other.withUnsafeBufferPointer { other in
                for index in bytes.indices where bytes[index] != other[range.lowerBound + index] { return false }
                return true
            }
        }
    }
}
