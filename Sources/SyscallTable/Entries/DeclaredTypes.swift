/// The types that a master's arguments have, each once, in the order in which they are met.
struct DeclaredTypes {
    private(set) var list: [[UInt8]] = []
    private var numbers: [ByteKey: Int] = [:]

    /// The number of a type that was met before.
    func number(of type: ArraySlice<UInt8>) -> Int? {
        numbers[ByteKey(type)]
    }

    /// The number that `type`, which was not met before, gets.
    mutating func add(_ type: ArraySlice<UInt8>) -> Int {
        let type = Array(type)
        numbers[ByteKey(type[...])] = list.count
        list.append(type)
        return list.count - 1
    }
}

/// Bytes as the key of a dictionary. Those of an array are hashed and compared one by one.
struct ByteKey: Hashable {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    static func == (left: ByteKey, right: ByteKey) -> Bool {
        left.bytes.withUnsafeBufferPointer { left in
            right.bytes.withUnsafeBufferPointer { right in
                guard left.count == right.count else { return false }
                for index in left.indices where left[index] != right[index] { return false }
                return true
            }
        }
    }

    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
