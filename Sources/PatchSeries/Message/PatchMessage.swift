import Authoring
import Findings

/// The message of a patch.
public struct PatchMessage: Sendable, Hashable {
    /// A line `Key: value` at the end of a message, for programs to read.
    public struct Trailer: Sendable, Hashable {
        /// The key, such as `Sysent-Intent`.
        public let key: String
        /// The value, such as `widen slots=48 at=tail`.
        public let value: String

        /// Makes a trailer.
        public init(key: String, value: String) {
            self.key = key
            self.value = value
        }
    }

    /// The first line, without a full stop.
    public let subject: String
    /// The paragraphs of the body. One without line feeds is wrapped; others stay as they are.
    public let paragraphs: [String]
    /// The trailers.
    public let trailers: [Trailer]

    /// Makes a message.
    public init(subject: String, paragraphs: [String] = [], trailers: [Trailer] = []) {
        self.subject = subject
        self.paragraphs = paragraphs
        self.trailers = trailers
    }

    /// What follows the subject, with its last line feed; empty when there is nothing.
    var body: String {
        var parts = paragraphs.map { $0.contains("\n") ? $0 : PatchMessage.wrapped($0) }
        if !trailers.isEmpty {
            parts.append(trailers.map { "\($0.key): \($0.value)" }.joined(separator: "\n"))
        }
        return parts.isEmpty ? "" : parts.joined(separator: "\n\n") + "\n"
    }

    /// The message as a commit holds it.
    ///
    /// - Throws: a `Refusal` with rule `bad-message` when a mail would not carry the message unharmed: `git am` takes
    ///   some lines for the beginning of the diff, and words in brackets off a subject.
    func text() throws(Refusal) -> [UInt8] {
        let all = subject + "\n" + body
        guard !subject.isEmpty, !subject.contains("\n"), !subject.hasPrefix("["), !subject.hasPrefix(" "),
            !subject.hasSuffix(" ")
        else {
            throw Refusal("bad-message", "`\(subject)` cannot be the subject of a patch")
        }
        if all.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\t" || $0.value == 0x7F }) {
            throw Refusal("bad-message", "the message of the patch holds a control character")
        }
        for line in body.split(separator: "\n") {
            for prefix in ["---", "diff -", "Index: ", "From "] where line.hasPrefix(prefix) {
                throw Refusal("bad-message", "the message of the patch has a line that begins with `\(prefix)`")
            }
        }
        return Array((body.isEmpty ? subject + "\n" : subject + "\n\n" + body).utf8)
    }

    private static func wrapped(_ paragraph: String) -> String {
        var lines: [String] = []
        for word in paragraph.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= 72 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }
}

extension [PatchMessage.Trailer] {
    /// The trailers of a patch that was made of `intent`; `isUnpublished` where nobody has the numbers of its calls yet.
    public static func recording(_ intent: Intent, isUnpublished: Bool) -> Self {
        let values = [intent.trailer] + (isUnpublished ? [MailPatch.unpublished] : [])
        return values.map { PatchMessage.Trailer(key: "Sysent-Intent", value: $0) }
    }
}
