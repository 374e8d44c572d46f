import Edits
import Findings
import SyscallSyntax

/// The assignments, includes and generator calls of a `Makefile`, as far as tables are named by them. Conditionals are not
/// evaluated: what stands in any arm counts.
struct BSDMakefile {
    /// The variables with their last values, unexpanded; `+=` appends.
    private(set) var variables: [String: String] = [:]
    /// The line on which each variable is first assigned.
    private(set) var lines: [String: Int] = [:]
    /// The arguments of `.include "…"`, unexpanded.
    private(set) var includes: [String] = []
    /// The words of recipe lines, unexpanded.
    private var recipes: [(words: [String], line: Int)] = []

    init(_ bytes: [UInt8]) {
        let map = LineMap(bytes)
        var number = 1
        while number <= map.starts.count {
            let first = number
            var text = Self.line(bytes, map.range(ofLine: number))
            while text.hasSuffix("\\"), number < map.starts.count {
                number += 1
                text = text.dropLast() + " " + Self.line(bytes, map.range(ofLine: number))
            }
            let start = map.starts[first - 1]
            if start < bytes.count, bytes[start] == 0x09 {
                recipes.append((text.split(whereSeparator: \.isWhitespace).map(String.init), first))
            } else {
                read(String(text), at: first)
            }
            number += 1
        }
    }

    private static func line(_ bytes: [UInt8], _ range: Range<Int>) -> Substring {
        let line = bytes.text(bytes.trimmed(range))
        guard let comment = line.utf8.firstIndex(of: 0x23), comment != line.startIndex || line.utf8.count > 0 else {
            return Substring(line)
        }
        return line[..<comment]
    }

    /// The recipe lines that run `makesyscalls.sh` (or `.lua`): the words behind it. A word that cannot be expanded is
    /// left as it stands.
    func generatorCalls(known: [String: String]) -> [(arguments: [String], line: Int)] {
        recipes.compactMap { recipe in
            let words = recipe.words.flatMap { word in
                (expand(word, known: known) ?? word).split(separator: " ").map(String.init)
            }
            let script = words.firstIndex { $0.hasSuffix("makesyscalls.sh") || $0.hasSuffix("makesyscalls.lua") }
            guard let script, script + 1 < words.count else { return nil }
            return (Array(words[(script + 1)...]), recipe.line)
        }
    }

    private mutating func read(_ line: String, at number: Int) {
        if line.hasPrefix("."), line.dropFirst().drop(while: \.isWhitespace).hasPrefix("include") {
            let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
            if parts.count >= 3 { includes.append(String(parts[1])) }
            return
        }
        guard let equals = line.firstIndex(of: "=") else { return }
        var name = line[..<equals]
        let operation = name.last
        if let operation, "+?:!".contains(operation) { name.removeLast() }
        let key = name.split(whereSeparator: \.isWhitespace)
        guard key.count == 1 else { return }
        let value = line[line.index(after: equals)...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let variable = String(key[0])
        lines[variable] = lines[variable] ?? number
        if operation == "+", let old = variables[variable] {
            variables[variable] = old + " " + value
        } else {
            variables[variable] = value
        }
    }

    /// `text` with `${NAME}` replaced by the values of `known` and of this file; `nil` when one is not known.
    func expand(_ text: String, known: [String: String]) -> String? {
        var result = ""
        var rest = Substring(text)
        var replacements = 0
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            let open = rest.index(after: dollar)
            guard open < rest.endIndex, rest[open] == "{" || rest[open] == "(",
                let close = rest[open...].firstIndex(of: rest[open] == "{" ? "}" : ")")
            else { return nil }
            let name = String(rest[rest.index(after: open)..<close])
            guard let value = known[name] ?? variables[name] else { return nil }
            replacements += 1
            guard replacements < 64 else { return nil }
            rest = value + rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
