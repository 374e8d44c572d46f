import Findings
import SystemPackage

/// Why something on the disk cannot be used, before it is known for what it was wanted.
enum DiskProblem: Error, Hashable {
    /// The system said so.
    case system(Errno)
    /// A symbolic link leads to this place outside the tree.
    case outside(FilePath)
    /// A symbolic link leads to nothing.
    case dangling
    /// There is a device, a socket or the like, which reading could block on or change.
    case special(FileType)
    /// More bytes than any source file has.
    case tooLarge(Int64)

    /// The reason as the end of a sentence.
    var reason: String {
        switch self {
        case .system(let error): error.description
        case .outside(let target): "it leads to \(target.string), outside the tree"
        case .dangling: "it is a symbolic link to nothing"
        case .special(let type): "it is \(Self.name(of: type)), not a regular file"
        case .tooLarge(let size): "it has \(size) bytes, more than any source file"
        }
    }

    /// The rule for somebody who wanted to read.
    var readingRule: String {
        switch self {
        case .system(.noSuchFileOrDirectory), .system(.notDirectory), .dangling: "missing-file"
        case .system(.isDirectory): "is-a-directory"
        case .outside: "outside-tree"
        case .system, .special, .tooLarge: "unreadable-file"
        }
    }

    /// The rule for somebody who wanted to write.
    var writingRule: String {
        switch self {
        case .system(.noSuchFileOrDirectory): "missing-file"
        case .system(.isDirectory): "is-a-directory"
        case .system(.notDirectory): "not-a-directory"
        case .system(.permissionDenied), .tooLarge: "unreadable-file"
        case .system: "write-failed"
        case .outside: "outside-tree"
        case .dangling: "dangling-link"
        case .special: "not-a-regular-file"
        }
    }

    /// Refuses to do `verb` ("read", "list") to what is labelled `label`.
    func refusal(to verb: String, _ label: String) -> Refusal {
        Refusal(readingRule, at: Location(path: label), "cannot \(verb) \(label): \(reason)")
    }

    private static func name(of type: FileType) -> String {
        switch type {
        case .fifo: "a named pipe"
        case .socket: "a socket"
        case .characterSpecial, .blockSpecial: "a device"
        default: "something else"
        }
    }
}
