import Authoring
import Edits

/// A patch mail, cut into what people wrote and what its diff says of each file.
struct MailPatch: Sendable {
    /// The bytes ahead of the diff and of the `---` that separates it from the message.
    let head: [UInt8]
    /// The files of the diff in order.
    let parts: [Part]

    /// What the diff says of one file.
    struct Part: Sendable {
        /// The file's name ahead of the change and behind it, as the diff has them.
        var old: TreePath?
        var new: TreePath?
        /// The beginning of the id of the file that the patch was made from; `nil` where there is no `index` line.
        var preimage: String?
        var hunks: [Hunk] = []

        var path: TreePath { new ?? old ?? .root }
    }

    /// A run of lines of a diff.
    struct Hunk: Sendable {
        /// The lines as they are in the patch, each with its first character and its line feed.
        var lines: [[UInt8]] = []

        /// The lines that are taken out, without their `-`.
        var removed: [UInt8] { lines.filter { $0.first == UInt8(ascii: "-") }.flatMap { $0.dropFirst() } }
        /// The lines that are put in, without their `+`.
        var added: [UInt8] { lines.filter { $0.first == UInt8(ascii: "+") }.flatMap { $0.dropFirst() } }
    }

    init(_ bytes: [UInt8]) {
        var reader = Reader(bytes)
        reader.read()
        head = Array(bytes[..<(reader.separator ?? reader.diffStart ?? bytes.count)])
        parts = reader.parts
    }

    /// What the trailers `Sysent-Intent` say.
    private var intents: [String] {
        let key = "Sysent-Intent: "
        return head.split(separator: 0x0A).filter { $0.starts(with: key.utf8) }.map {
            String(decoding: $0.dropFirst(key.utf8.count), as: UTF8.self)
        }
    }

    /// What the patch was made of, as it says; the last word where it says so several times.
    var recordedIntent: String? {
        intents.last { $0 != Self.unpublished } ?? intents.last
    }

    /// What ``recordedIntent`` means.
    var intent: Intent? { recordedIntent.flatMap(Intent.init(trailer:)) }

    /// Whether the patch says that nobody has the numbers of its calls yet.
    var isUnpublished: Bool { intents.contains(Self.unpublished) }

    /// The trailer that says so.
    static let unpublished = "unpublished"

    /// Everything behind the head of a mail: separator, summary and diff.
    func tail(of bytes: [UInt8]) -> ArraySlice<UInt8> {
        bytes[head.count...]
    }

    /// The part about `path`.
    func part(_ path: TreePath) -> Part? {
        parts.first { $0.path == path }
    }
}

/// Goes through a patch line by line.
private struct Reader {
    private let bytes: [UInt8]
    private let lines: LineMap
    private(set) var parts: [MailPatch.Part] = []
    private(set) var separator: Int?
    private(set) var diffStart: Int?
    /// How many lines of the current hunk are still to come, of the old file and of the new one.
    private var rest = (old: 0, new: 0)

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lines = LineMap(bytes)
    }

    mutating func read() {
        var line = 1
        while line <= lines.starts.count {
            let range = lines.range(ofLine: line)
            let text = bytes[range]
            line += 1
            if rest.old > 0 || rest.new > 0 {
                takeHunkLine(text)
                continue
            }
            if text.starts(with: "diff --git ".utf8) {
                begin(range.lowerBound)
                parts.append(MailPatch.Part())
            } else if text.starts(with: "index ".utf8), !parts.isEmpty {
                let ids = text.dropFirst(6).prefix { $0 != 0x2E }
                parts[parts.count - 1].preimage = String(decoding: ids, as: UTF8.self)
            } else if text.starts(with: "--- ".utf8), beginsFile(line) {
                begin(range.lowerBound)
                // A diff without `diff --git` begins a file here.
                if parts.last.map({ $0.old != nil || $0.new != nil || !$0.hunks.isEmpty }) ?? true {
                    parts.append(MailPatch.Part())
                }
                parts[parts.count - 1].old = Self.path(text)
                parts[parts.count - 1].new = Self.path(bytes[lines.range(ofLine: line)])
                line += 1
            } else if text.starts(with: "@@ -".utf8), !parts.isEmpty {
                beginHunk(text)
            } else if diffStart == nil, separator == nil, text.elementsEqual("---\n".utf8) {
                separator = range.lowerBound
            }
        }
    }

    /// Whether a `+++` line stands at `line`.
    private func beginsFile(_ line: Int) -> Bool {
        line <= lines.starts.count && bytes[lines.range(ofLine: line)].starts(with: "+++ ".utf8)
    }

    private mutating func begin(_ offset: Int) {
        diffStart = diffStart ?? offset
    }

    private mutating func beginHunk(_ text: ArraySlice<UInt8>) {
        // @@ -OLD[,COUNT] +NEW[,COUNT] @@
        let words = String(decoding: text, as: UTF8.self).split(separator: " ")
        guard words.count >= 3 else { return }
        func count(_ word: Substring) -> Int {
            let parts = word.dropFirst().split(separator: ",")
            return parts.count == 2 ? Int(parts[1]) ?? 0 : 1
        }
        rest = (count(words[1]), count(words[2]))
        parts[parts.count - 1].hunks.append(MailPatch.Hunk())
    }

    private mutating func takeHunkLine(_ text: ArraySlice<UInt8>) {
        switch text.first {
        case UInt8(ascii: "-"): rest.old -= 1
        case UInt8(ascii: "+"): rest.new -= 1
        case UInt8(ascii: "\\"): return
        default:
            rest.old -= 1
            rest.new -= 1
        }
        let hunk = parts[parts.count - 1].hunks.count - 1
        parts[parts.count - 1].hunks[hunk].lines.append(Array(text))
    }

    /// The path of a `---` or `+++` line without its first component; `nil` for `/dev/null`.
    private static func path(_ line: ArraySlice<UInt8>) -> TreePath? {
        PatchText.headerPath(String(decoding: line.prefix { $0 != 0x0A }, as: UTF8.self))
    }
}
