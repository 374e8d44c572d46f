/// What an integer is to the rest of the system, told by its type and by the names that masters use.
enum ArgumentRole: Sendable, Hashable {
    case descriptor
    case directory
    case process
    case thread
    case user
    case group
    case none

    init(type: String, name: String) {
        switch type {
        case "pid_t", "__pid_t": self = .process
        case "lwpid_t", "__lwpid_t": self = .thread
        case "uid_t", "__uid_t": self = .user
        case "gid_t", "__gid_t": self = .group
        case "int":
            let name = name.hasSuffix("p") && name.count > 3 ? String(name.dropLast()) : name
            if name == "dirfd" || name == "dfd" || name == "atfd" {
                self = .directory
            } else if ["s", "fildes", "filedes"].contains(name) || name.hasSuffix("fd") || name.hasPrefix("fd") {
                self = .descriptor
            } else {
                self = name == "pid" ? .process : .none
            }
        default: self = .none
        }
    }
}

extension String {
    /// Whether a string argument of this name is the path of a file.
    var namesFile: Bool {
        let name = lowercased()
        return ["path", "file", "from", "to", "dir"].contains(name) || name.contains("path") || name.hasSuffix("file")
            || name.hasSuffix("fname")
    }
}
