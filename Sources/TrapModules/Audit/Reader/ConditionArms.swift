/// Which pieces of a file are read, and under which conditions of the preprocessor.
///
/// All arms of a conditional are read, for no audit knows a kernel's options. Where the arms are only together whole (a
/// brace that each of them opens), the first one is.
struct ConditionArms {
    /// Whether the piece of each index is read.
    private(set) var isRead: [Bool]
    /// The innermost arm that each piece stands in, an index of ``arms``; -1 for none.
    private(set) var arm: [Int]
    /// The arms of the file.
    private(set) var arms: [Arm] = []

    /// An arm of a conditional.
    struct Arm {
        /// The condition as it is written.
        let condition: String
        /// Which conditional it is of.
        let group: Int
        /// The arm around the conditional; -1 for none.
        let parent: Int
        fileprivate var range: Range<Int>
        fileprivate let text: [CodeToken]
        fileprivate let isInclusionGuard: Bool
    }

    init(_ pieces: [CodePiece]) {
        isRead = Array(repeating: true, count: pieces.count)
        arm = Array(repeating: -1, count: pieces.count)
        var open: [[Int]] = []
        var groups = 0
        var groupOfOpen: [Int] = []
        for (index, piece) in pieces.enumerated() {
            arm[index] = open.last?.last ?? -1
            guard case .directive(let name, let tokens, _) = piece else { continue }
            switch name {
            case "if", "ifdef", "ifndef":
                let parent = open.last?.last ?? -1
                let isGuard = name == "ifndef" && Self.isInclusionGuard(tokens, pieces, index)
                arms.append(
                    Arm(
                        condition: Self.condition(name, tokens), group: groups, parent: parent,
                        range: index + 1..<index + 1, text: Self.expression(name, tokens), isInclusionGuard: isGuard))
                open.append([arms.count - 1])
                groupOfOpen.append(groups)
                groups += 1
            case "elif", "else", "elifdef", "elifndef":
                guard let own = open.last, let first = own.first, let last = own.last, let group = groupOfOpen.last
                else { continue }
                arms[last].range = arms[last].range.lowerBound..<index
                let condition =
                    name == "else" ? "!(\(arms[first].condition))" : Self.condition(String(name.dropFirst(2)), tokens)
                arms.append(
                    Arm(
                        condition: condition, group: group, parent: arms[first].parent, range: index + 1..<index + 1,
                        text: name == "else" ? [] : tokens, isInclusionGuard: false))
                open[open.count - 1].append(arms.count - 1)
                arm[index] = arms.count - 1
            case "endif":
                guard let own = open.popLast(), let last = own.last else { continue }
                groupOfOpen.removeLast()
                arms[last].range = arms[last].range.lowerBound..<index
                arm[index] = arms[last].parent
                choose(own, pieces)
            default: break
            }
        }
        // A conditional that nothing closes reaches to the end.
        for own in open {
            if let last = own.last { arms[last].range = arms[last].range.lowerBound..<pieces.count }
        }
    }

    /// The conditions around the piece at `index`, from the outermost.
    func condition(at index: Int) -> [String] {
        var conditions: [String] = []
        var current = arm[index]
        while current >= 0 {
            if !arms[current].isInclusionGuard { conditions.append(arms[current].condition) }
            current = arms[current].parent
        }
        return conditions.reversed()
    }

    private mutating func choose(_ own: [Int], _ pieces: [CodePiece]) {
        var dropped: Set<Int> = []
        for (place, index) in own.enumerated() {
            switch arms[index].text.spelled {
            case "0": dropped.insert(index)
            case "1":
                dropped.formUnion(own[(place + 1)...])
            default:
                if arms[index].text.contains(where: { $0.isWord("__cplusplus") }), arms[index].condition.first != "!" {
                    dropped.insert(index)
                }
            }
        }
        let rest = own.filter { !dropped.contains($0) }
        if rest.count > 1, rest.contains(where: { !isBalanced(arms[$0].range, pieces) }) {
            dropped.formUnion(rest.dropFirst())
        }
        for index in dropped { for piece in arms[index].range { isRead[piece] = false } }
    }

    private func isBalanced(_ range: Range<Int>, _ pieces: [CodePiece]) -> Bool {
        var depth = 0
        for index in range where isRead[index] {
            guard case .token(let token) = pieces[index], token.kind == .symbol else { continue }
            switch token.text {
            case "(", "[", "{": depth += 1
            case ")", "]", "}": depth -= 1
            default: break
            }
            if depth < 0 { return false }
        }
        return depth == 0
    }

    /// `#ifndef X`, and `#define X` as the very next piece.
    private static func isInclusionGuard(_ tokens: [CodeToken], _ pieces: [CodePiece], _ index: Int) -> Bool {
        guard index + 1 < pieces.count, case .directive("define", let defined, _) = pieces[index + 1] else {
            return false
        }
        return defined.count <= 2 && defined.first?.text == tokens.first?.text
    }

    private static func expression(_ name: String, _ tokens: [CodeToken]) -> [CodeToken] { tokens }

    private static func condition(_ name: String, _ tokens: [CodeToken]) -> String {
        switch name {
        case "ifdef", "def": tokens.first?.text ?? ""
        case "ifndef", "ndef": "!" + (tokens.first?.text ?? "")
        default: tokens.spelled
        }
    }
}
