import Edits
import Findings
import SourceTree
import SyscallSyntax

/// The last major release that shipped the interfaces of a tree, and how that is known.
struct CompatLevel {
    /// The release, such as 15.
    let number: Int
    /// Why it is that one.
    let reason: String

    private static let header = TreePath("sys/sys/param.h")
    private static let script = TreePath("sys/conf/newvers.sh")

    /// Derives the level from what the tree says about itself.
    ///
    /// `__FreeBSD_version` is MMmmRxx (Porter's Handbook, "__FreeBSD_version Values"): with a minor release, or the R of a
    /// stable branch, release MM.0 is out and had the interface. Ahead of MM.0 the last one is MM - 1; whether MM.0 is out
    /// when neither tells is what `BRANCH` of sys/conf/newvers.sh says.
    ///
    /// - Throws: a `Refusal` that names the option where the tree does not tell.
    init(_ asked: Int?, in draft: Draft) throws(Refusal) {
        if let asked {
            guard (4...99).contains(asked) else {
                throw Refusal("malformed-option", "--compat-level \(asked): expected a major release, such as 14")
            }
            self.init(number: asked, reason: "which was asked for")
            return
        }
        guard let step = try VersionStep(draft) else { throw Self.unknown("\(Self.header) does not say it") }
        let (major, minor, kind) = (step.number / 100_000, step.number / 1000 % 100, step.number / 100 % 10)
        if minor > 0 || kind >= 5 {
            self.init(
                number: major,
                reason: "as __FreeBSD_version \(step.number) comes after \(major).0 (\(Self.header):\(step.line))")
            return
        }
        guard let text = try draft.text(Self.script),
            let revision = Self.value("REVISION", in: text), let branch = Self.value("BRANCH", in: text),
            revision.text.hasPrefix("\(major).")
        else {
            throw Self.unknown("__FreeBSD_version \(step.number) may be ahead of \(major).0 or be that release")
        }
        let place = "\(Self.script):\(branch.line)"
        if branch.text.hasPrefix("RELEASE") {
            self.init(number: major, reason: "as this is \(revision.text)-\(branch.text) (\(place))")
        } else {
            self.init(number: major - 1, reason: "as \(revision.text)-\(branch.text) is ahead of \(major).0 (\(place))")
        }
    }

    private init(number: Int, reason: String) {
        self.number = number
        self.reason = reason
    }

    private static func unknown(_ why: String) -> Refusal {
        Refusal(
            "missing-option",
            "the last major release that shipped the old interface is missing: --compat-level NUMBER; \(why)")
    }

    private static func value(_ key: String, in text: SourceText) -> (text: String, line: Int)? {
        for (index, line) in text.allLines.enumerated() where line.hasPrefix(key + "=\"") {
            return (String(line.dropFirst(key.count + 2).prefix { $0 != "\"" }), index + 1)
        }
        return nil
    }
}

/// `__FreeBSD_version` of sys/sys/param.h, and its next value.
struct VersionStep {
    let number: Int
    let line: Int
    private let text: SourceText
    private let digits: Range<Int>

    /// The value of kernels that have the change.
    var next: Int { number + 1 }

    /// `nil` in a tree that does not define it.
    init?(_ draft: Draft) throws(Refusal) {
        guard let text = try draft.text(TreePath("sys/sys/param.h")) else { return nil }
        var found: (number: Int, line: Int, digits: Range<Int>)?
        for line in 1...max(1, text.lineCount) where line <= text.lineCount {
            let words = text.bytes.words(in: text.range(ofLine: line))
            guard words.count >= 3, text.bytes.text(words[0]) == "#define",
                text.bytes.text(words[1]) == "__FreeBSD_version", let number = text.bytes.decimal(words[2])
            else { continue }
            found = (number, line, words[2])
        }
        guard let found else { return nil }
        self.text = text
        (number, line, digits) = found
    }

    /// Raises it by one.
    func write(because reason: String, to draft: inout Draft) throws(Refusal) {
        try draft.replace(digits, with: String(next), of: text, because: reason)
    }
}
