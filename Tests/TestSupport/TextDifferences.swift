import Edits

/// What is otherwise in `actual` than in `expected`, line by line; empty when they are the same.
///
/// Compare this with `[]`: a failure then shows the lines and not two long arrays of numbers.
public func differences(_ actual: [UInt8], from expected: [UInt8]) -> [String] {
    guard actual != expected else { return [] }
    let change = FileChange(
        path: TreePath("text"),
        expected: .file(expected, .regular),
        result: .file(actual, .regular),
        reasons: []
    )
    let lines = UnifiedDiff(change).bytes.split(separator: 0x0A).dropFirst(3).prefix(60)
    return ["- expected, + actual"] + lines.map { String(decoding: $0, as: UTF8.self) }
}

/// What is otherwise in `actual` than in `expected`, line by line; empty when they are the same.
public func differences(_ actual: String, from expected: String) -> [String] {
    differences(Array(actual.utf8), from: Array(expected.utf8))
}
