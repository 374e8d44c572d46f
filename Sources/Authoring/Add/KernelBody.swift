import Compat32

/// What the kernel's function of a new call does before the work that its author writes: the arguments go into the audit
/// record, descriptors are looked up with their capability rights, strings are copied in.
struct KernelBody {
    let call: NewCall

    /// The lines between the braces of `kern_NAME`.
    var text: String { (lines.isEmpty ? end : lines).map { $0 + "\n" }.joined() }

    /// The headers that the lines need beside those of every call.
    var headers: [String] {
        var headers: [String] = []
        if !descriptors.isEmpty { headers += ["sys/capsicum.h", "sys/fcntl.h", "sys/file.h"] }
        if !strings.isEmpty { headers += ["sys/fcntl.h", "sys/malloc.h", "sys/uio.h"] }
        if !audited.isEmpty { headers.append("security/audit/audit.h") }
        return headers
    }

    private var arguments: [CallPrototype.Argument] { call.prototype.arguments }
    private var isAudited: Bool { call.addition.audit != nil && call.addition.audit != "AUE_NULL" }
    private var audited: [AuditedArgument] { isAudited ? call.prototype.auditedArguments : [] }
    private var isDead: Bool { call.addition.kinds.contains("NORETURN") }
    private var descriptors: [CallPrototype.Argument] {
        isDead ? [] : arguments.filter { call.rights(of: $0) != nil }
    }
    /// Strings that the audit record wants, which are in the memory of the process.
    private var strings: [AuditedArgument] { isDead ? [] : audited.filter { $0.directory != nil } }

    private var lines: [String] {
        if isDead {
            let scalars = audited.filter { $0.directory == nil }.map { "\t\($0.macro)(\($0.name));" }
            return (scalars.isEmpty ? [""] : scalars) + [
                "\t/* The work of \(call.name)(2) goes here. */", "\texit1(td, 0, SIGSYS);",
            ]
        }
        guard !audited.isEmpty || !descriptors.isEmpty else { return [] }
        var lines = declarations
        if !lines.isEmpty { lines.append("") }
        let scalars = audited.filter { $0.directory == nil }
        lines += scalars.map { "\t\($0.macro)(\($0.name));" }
        guard hasCleanup else { return lines + end }
        for argument in descriptors { lines.append("\t\(Self.file(argument)) = NULL;") }
        for string in strings.dropFirst() { lines.append("\t\(Self.buffer(string)) = NULL;") }
        for string in strings { lines += copy(string) }
        for argument in descriptors { lines += lookUp(argument) }
        lines += ["", "\t/* The work of \(call.name)(2) goes here. */", "\terror = ENOSYS;", "out:"]
        for argument in descriptors {
            let file = Self.file(argument)
            lines += ["\tif (\(file) != NULL)", "\t\tfdrop(\(file), td);"]
        }
        for string in strings { lines.append("\tfree(\(Self.buffer(string)), M_TEMP);") }
        return lines + ["\treturn (error);"]
    }

    private var hasCleanup: Bool { !descriptors.isEmpty || !strings.isEmpty }

    private var declarations: [String] {
        guard hasCleanup else { return [] }
        var lines: [String] = []
        if !descriptors.isEmpty { lines.append("\tcap_rights_t rights;") }
        let files = descriptors.map { "*" + Self.file($0) }
        if !files.isEmpty { lines.append("\tstruct file \(files.joined(separator: ", "));") }
        let buffers = strings.map { "*" + Self.buffer($0) }
        if !buffers.isEmpty { lines.append("\tchar \(buffers.joined(separator: ", "));") }
        return lines + ["\tint error;"]
    }

    /// What ends the function while nobody has written it.
    private var end: [String] { ["", "\t/* The work of \(call.name)(2) goes here. */", "\treturn (ENOSYS);"] }

    private static func file(_ argument: CallPrototype.Argument) -> String { argument.name + "_fp" }
    private static func buffer(_ string: AuditedArgument) -> String { string.name + "_buf" }

    private func copy(_ string: AuditedArgument) -> [String] {
        let buffer = Self.buffer(string)
        return [
            "\t\(buffer) = malloc(MAXPATHLEN, M_TEMP, M_WAITOK);", "\tif (\(string.name)seg == UIO_SYSSPACE)",
            "\t\terror = copystr(\(string.name), \(buffer), MAXPATHLEN, NULL);", "\telse",
            "\t\terror = copyinstr(\(string.name), \(buffer), MAXPATHLEN, NULL);", "\tif (error != 0)", "\t\tgoto out;",
            "\t\(string.macro)(td, \(string.directory ?? "AT_FDCWD"), \(buffer));",
        ]
    }

    private func lookUp(_ argument: CallPrototype.Argument) -> [String] {
        let rights = call.rights(of: argument) ?? []
        let rightsSet = "cap_rights_init(\((["&rights"] + rights).joined(separator: ", ")))"
        let index = arguments.firstIndex(of: argument) ?? 0
        let isDirectory = index + 1 < arguments.count && arguments[index + 1].isString
        let tabs = isDirectory ? "\t\t" : "\t"
        let call = CallPrototype.wrapped(
            tabs + "error = fget(", ["td", argument.name, rightsSet, "&" + Self.file(argument)], end: ");",
            indent: tabs + "    ")
        guard isDirectory else { return call + ["\tif (error != 0)", "\t\tgoto out;"] }
        return ["\tif (\(argument.name) != AT_FDCWD) {"] + call + ["\t\tif (error != 0)", "\t\t\tgoto out;", "\t}"]
    }
}
