/// Finds which of many literal texts stand in a line, in one pass (Aho and Corasick).
struct LiteralSearch: Sendable {
    /// The class of each byte: all bytes that no text has are one class.
    private var classes = [UInt8](repeating: 0, count: 256)
    private var classCount = 1
    /// The next state for a state and a class.
    private var table: [Int32] = []
    /// The texts that end in a state.
    private var found: [[Int]] = []

    /// - Parameter texts: the texts; empty ones are never found.
    init(_ texts: [[UInt8]]) {
        for byte in Set(texts.joined()).sorted() {
            // 256 distinct bytes and a class of the others do not fit into a byte, but then there are no others.
            classes[Int(byte)] = UInt8(truncatingIfNeeded: classCount)
            classCount += 1
        }
        classCount = min(classCount, 256)
        addState()
        for (index, text) in texts.enumerated() where !text.isEmpty {
            var state = 0
            for byte in text {
                let slot = state * classCount + Int(classes[Int(byte)])
                if table[slot] < 0 {
                    table[slot] = Int32(found.count)
                    addState()
                }
                state = Int(table[slot])
            }
            found[state].append(index)
        }
        link()
    }

    private mutating func addState() {
        table.append(contentsOf: repeatElement(-1, count: classCount))
        found.append([])
    }

    /// Fills in where to go on when a text does not.
    private mutating func link() {
        var fallback = [Int](repeating: 0, count: found.count)
        var queue: [Int] = []
        for slot in 0..<classCount {
            if table[slot] < 0 { table[slot] = 0 } else { queue.append(Int(table[slot])) }
        }
        var position = 0
        while position < queue.count {
            let state = queue[position]
            position += 1
            found[state] += found[fallback[state]]
            for slot in 0..<classCount {
                let index = state * classCount + slot
                let other = table[fallback[state] * classCount + slot]
                if table[index] < 0 {
                    table[index] = other
                } else {
                    fallback[Int(table[index])] = Int(other)
                    queue.append(Int(table[index]))
                }
            }
        }
    }

    /// Calls `report` with each text that stands in `line`, once for each place.
    @inline(__always)
    func search(_ line: UnsafeBufferPointer<UInt8>, _ report: (Int) -> Void) {
        classes.withUnsafeBufferPointer { classes in
            table.withUnsafeBufferPointer { table in
                found.withUnsafeBufferPointer { found in
                    var state = 0
                    for byte in line {
                        state = Int(table[state &* classCount &+ Int(classes[Int(byte)])])
                        if state != 0, !found[state].isEmpty {
                            for index in found[state] { report(index) }
                        }
                    }
                }
            }
        }
    }
}
