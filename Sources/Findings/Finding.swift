import Edits

/// How much a finding matters.
public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The table cannot be trusted, or the work could not be done.
    case error
    /// Doubtful; the work goes on.
    case warning
    /// Worth knowing.
    case note
}

/// A place in a file of the tree.
public struct Location: Sendable, Hashable {
    /// The file, as the user named it or relative to the tree.
    public let path: String
    /// The line, counted from 1; `nil` when the whole file is meant.
    public let line: Int?
    /// The column, counted from 1 in bytes; `nil` when the whole line is meant.
    public let column: Int?

    /// Names a place in `path`.
    public init(path: String, line: Int? = nil, column: Int? = nil) {
        self.path = path
        self.line = line
        self.column = column
    }

    /// Names the byte at `offset` of `path`, whose lines are `lines`.
    public init(path: String, offset: Int, in lines: LineMap) {
        let line = lines.line(at: offset)
        self.init(path: path, line: line, column: offset - lines.starts[line - 1] + 1)
    }
}

/// A further place that explains a finding.
public struct Note: Sendable, Hashable {
    /// What is to be seen there.
    public let message: String
    /// Where; `nil` when the note is about no place.
    public let location: Location?

    /// Makes a note.
    public init(_ message: String, at location: Location? = nil) {
        self.message = message
        self.location = location
    }
}

/// A change that would mend what a finding reports.
public struct FixIt: Sendable, Hashable {
    /// What the change does, in the imperative.
    public let message: String
    /// The file that is edited; `nil` for the one that the finding points at.
    public let path: String?
    /// The edits of that file.
    public let edits: [TextEdit]

    /// Makes a fix-it.
    public init(_ message: String, in path: String? = nil, edits: [TextEdit]) {
        self.message = message
        self.path = path
        self.edits = edits
    }
}

/// Something that was found wrong, doubtful or worth knowing.
public struct Finding: Sendable, Hashable {
    /// The stable name of the rule, such as `number-gap`. It never changes its meaning.
    public let rule: String
    /// How much it matters.
    public let severity: Severity
    /// Where it was found.
    public let location: Location?
    /// What was found and what it means, without a full stop.
    public let message: String
    /// Further places and explanations.
    public let notes: [Note]
    /// A change that would mend it, where there is exactly one sensible one.
    public let fixIt: FixIt?
    /// The name of what it is about, where the place does not tell: a call whose line stands in another file than its row.
    public let subject: String?

    /// Makes a finding.
    public init(
        _ severity: Severity,
        _ rule: String,
        at location: Location?,
        _ message: String,
        notes: [Note] = [],
        fixIt: FixIt? = nil,
        about subject: String? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.location = location
        self.message = message
        self.notes = notes
        self.fixIt = fixIt
        self.subject = subject
    }
}

/// The work could not be done; the findings say why. At least one of them is an error.
public struct Refusal: Error, Sendable, Hashable {
    /// Why, in the order in which they were found.
    public let findings: [Finding]

    /// Refuses for `findings`.
    public init(_ findings: [Finding]) {
        self.findings = findings
    }

    /// Refuses for one reason.
    public init(_ rule: String, at location: Location? = nil, _ message: String, notes: [Note] = []) {
        findings = [Finding(.error, rule, at: location, message, notes: notes)]
    }
}
