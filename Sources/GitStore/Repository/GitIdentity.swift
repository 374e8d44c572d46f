import Findings
import SystemPackage

/// A person as commits name them.
public struct GitIdentity: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The mail address, without its angle brackets.
    public let email: String

    /// Takes a name and an address; `nil` when one is empty or holds a character that a commit cannot.
    public init?(name: String, email: String) {
        let taken: Set<Unicode.Scalar> = ["<", ">", "\n", "\r", "\0"]
        guard !name.isEmpty, !email.isEmpty,
            !(name + email).unicodeScalars.contains(where: taken.contains)
        else { return nil }
        self.name = name
        self.email = email
    }

    /// Takes a constant.
    package init(known name: StaticString, email: StaticString) {
        self.name = name.description
        self.email = email.description
    }

    /// Reads `Name <address>`, as `--author` is given it.
    ///
    /// - Throws: a `Refusal` with rule `bad-author`.
    public init(parsing text: String) throws(Refusal) {
        guard let open = text.firstIndex(of: "<"), text.hasSuffix(">"),
            let identity = GitIdentity(
                name: text[..<open].trimmed,
                email: text[text.index(after: open)...].dropLast().trimmed
            )
        else {
            throw Refusal("bad-author", "`\(text)` is not an author; write `Name <address>`")
        }
        self = identity
    }

    /// As commits hold it.
    var raw: String { "\(name) <\(email)>" }

    /// Who git's configuration says the user is, for work in `directory`.
    ///
    /// The one question for which the user's own configuration and environment are read.
    ///
    /// - Throws: a `Refusal` with rule `no-author` when nobody is configured: an address that git would make up of the
    ///   host's name is no author.
    public static func configured(
        for directory: FilePath,
        environment: ProcessEnvironment = .current
    ) throws(Refusal) -> GitIdentity {
        let answer = try GitCommand(
            arguments: ["-c", "user.useConfigOnly=true", "var", "GIT_AUTHOR_IDENT"],
            environment: environment.forIdentity,
            directory: directory
        ).run()
        let line = answer.lines.first ?? ""
        guard answer.succeeded, let close = line.lastIndex(of: ">"), !line.contains("\u{FFFD}") else {
            throw answer.refusal(
                "no-author",
                "git's configuration names no author; set user.name and user.email, or give --author 'Name <address>'"
            )
        }
        return try GitIdentity(parsing: String(line[...close]))
    }
}

extension Substring {
    /// Without spaces and tabs at its ends.
    fileprivate var trimmed: String {
        var text = self
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return String(text)
    }
}
