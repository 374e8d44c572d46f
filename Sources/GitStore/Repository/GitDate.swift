import Findings
import SystemPackage

/// An instant and the time zone that it is written in.
public struct GitDate: Sendable, Hashable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int64
    /// The zone as git writes it, such as `+0000`.
    public let zone: String

    /// The instant, written in UTC.
    public init(epochSeconds seconds: Int64) {
        self.seconds = seconds
        zone = "+0000"
    }

    /// As commits hold it.
    var raw: String { "\(seconds) \(zone)" }

    /// Reads `SOURCE_DATE_EPOCH`; `nil` when it is unset.
    ///
    /// - Throws: a `Refusal` with rule `bad-date` when it is no count of seconds: a date that silently was another one
    ///   would break the promise that the variable makes.
    public static func sourceDateEpoch(_ environment: ProcessEnvironment) throws(Refusal) -> GitDate? {
        guard let text = environment["SOURCE_DATE_EPOCH"] else { return nil }
        guard let seconds = Int64(text), seconds >= 0, seconds < 1 << 40 else {
            throw Refusal("bad-date", "SOURCE_DATE_EPOCH is `\(text)` and not a count of seconds since 1970")
        }
        return GitDate(epochSeconds: seconds)
    }

    /// Reads a date as people and mails write it: ISO 8601 (a date alone is midnight), RFC 2822, or `@SECONDS`; UTC
    /// where no zone is given.
    ///
    /// git reads it, so that what it accepts elsewhere is accepted here, except what depends on the time of day.
    ///
    /// - Throws: a `Refusal` with rule `bad-date`.
    public init(parsing text: String, environment: ProcessEnvironment = .current) throws(Refusal) {
        let scratch = try ScratchDirectory(environment: environment)
        var variables = environment.scrubbed(home: scratch.home)
        variables["GIT_AUTHOR_NAME"] = "nobody"
        variables["GIT_AUTHOR_EMAIL"] = "nobody"
        variables["GIT_AUTHOR_DATE"] = GitDate.completed(text)
        let answer = try GitCommand(
            arguments: ["var", "GIT_AUTHOR_IDENT"],
            environment: variables,
            directory: scratch.path
        ).run()
        let words = (answer.lines.first ?? "").split(separator: " ").suffix(2)
        guard answer.succeeded, !text.isEmpty, let seconds = words.first.flatMap({ Int64($0) }), let zone = words.last
        else {
            throw Refusal(
                "bad-date",
                "`\(text)` is not a date",
                notes: [Note("dates look like 2025-01-31, 2025-01-31T12:00:00Z or @1738324800")]
            )
        }
        self.seconds = seconds
        self.zone = String(zone)
    }

    /// Adds midnight to a date without a time, and the zone to a bare count of seconds.
    private static func completed(_ text: String) -> String {
        let shape = text.utf8.map { (0x30...0x39).contains($0) ? UInt8(ascii: "9") : $0 }
        if shape == Array("9999-99-99".utf8) { return text + "T00:00:00Z" }
        if shape.first == UInt8(ascii: "@"), shape.count > 1, shape.dropFirst().allSatisfy({ $0 == UInt8(ascii: "9") })
        {
            return text + " +0000"
        }
        return text
    }
}
