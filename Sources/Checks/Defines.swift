import Edits
import SyscallSyntax

/// The `#define NAME NUMBER` lines of a header.
struct Defines {
    struct Define {
        let name: String
        let number: Int
        let line: Int
    }

    let list: [Define]

    init(_ bytes: [UInt8]) {
        let lines = LineMap(bytes)
        var list: [Define] = []
        for number in 1...lines.starts.count {
            let range = lines.range(ofLine: number)
            guard bytes.holds("#define", from: range.lowerBound) else { continue }
            let words = bytes.words(in: range.lowerBound + 7..<range.upperBound)
            guard words.count >= 2, let value = bytes.decimal(words[1]) else { continue }
            list.append(Define(name: bytes.text(words[0]), number: value, line: number))
        }
        self.list = list
    }
}
