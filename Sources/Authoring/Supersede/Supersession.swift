import Compat32
import Findings

/// An interface that changes: the call as it was keeps its number for old programs, the new one gets a number of its own.
public struct Supersession: Sendable, Hashable {
    /// The name of the call whose interface is superseded.
    public var old: String
    /// The call that takes its place, most often of the same name. What it does not decide, the old call decides.
    public var addition: Addition
    /// The last major release that shipped the old interface; `nil` for what the tree says.
    public var level: Int?
    /// Whether the library shall get along with kernels that have the old call alone.
    public var isForwardCompatible: Bool

    /// Wants `addition` in the place of `old`.
    public init(_ old: String, by addition: Addition, level: Int? = nil, isForwardCompatible: Bool = false) {
        self.old = old
        self.addition = addition
        self.level = level
        self.isForwardCompatible = isForwardCompatible
    }

    /// The fields of the trailer `Sysent-Intent`.
    var trailer: String {
        var fields = "old=\(TrailerFields.quoted(old))"
        if let level { fields += " level=\(level)" }
        if isForwardCompatible { fields += " forward=yes" }
        return fields + " " + addition.trailer
    }

    /// Reads what ``trailer`` wrote, with the word `supersede` ahead of it.
    ///
    /// - Throws: a `Refusal` with rule `malformed-intent`, or with what is wrong with the prototype.
    public init(trailer text: String) throws(Refusal) {
        var fields = try TrailerFields(text, verb: "supersede")
        guard let old = fields.take("old") else { throw TrailerFields.malformed(text) }
        self.old = old
        level = nil
        if let value = fields.take("level") {
            guard let number = Int(value) else { throw TrailerFields.malformed(text) }
            level = number
        }
        switch fields.take("forward") {
        case nil: isForwardCompatible = false
        case "yes": isForwardCompatible = true
        default: throw TrailerFields.malformed(text)
        }
        addition = try Addition(fields: &fields, of: text)
    }
}

/// How the library reaches the older interface on a kernel that does not have the new one yet.
struct ForwardPath: Sendable {
    /// The `__FreeBSD_version` from which on kernels have the new call.
    let version: Int
    /// The number's name, such as `SYS_freebsd15_lamp`.
    let number: String
    /// The older interface.
    let old: CallInterface
}
