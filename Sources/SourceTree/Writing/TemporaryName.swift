/// The names of a writer's temporary files: `.NAME.sysent-` and sixteen hexadecimal digits.
///
/// Hidden, so that no glob of a build takes one for a source; beside their targets, so that a rename is one step; and
/// recognisable, so that a later run can remove what a killed one left.
enum TemporaryName {
    private static let digits = 16

    /// A name that nobody has, for the file `name`.
    static func make(for name: String) -> String {
        let number = String(UInt64.random(in: .min ... .max), radix: 16)
        return prefix(of: name) + String(repeating: "0", count: digits - number.count) + number
    }

    /// Whether `candidate` is the name of a temporary file for `name`.
    static func matches(_ candidate: String, for name: String) -> Bool {
        guard candidate.hasPrefix(prefix(of: name)) else { return false }
        let rest = candidate.utf8.dropFirst(prefix(of: name).utf8.count)
        return rest.count == digits && rest.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }

    private static func prefix(of name: String) -> String {
        ".\(name).sysent-"
    }
}
