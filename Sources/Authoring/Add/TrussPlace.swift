import Compat32
import Edits
import Findings
import SourceTree
import SyscallSyntax

/// The row by which truss(1) decodes the arguments of the call.
struct TrussPlace: Place {
    let name = "truss"
    static let table = TreePath("usr.bin/truss/syscalls.c")
    private static let header = TreePath("usr.bin/truss/syscall.h")

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        guard let text = try draft.text(Self.table) else {
            draft.skip(name, "this tree has no \(Self.table)")
            return
        }
        let rows = Self.rows(text)
        guard !rows.contains(where: { $0.name == call.name }) else {
            draft.skip(name, "\(Self.table) decodes \(call.name) already")
            return
        }
        guard let last = rows.last else {
            let place = Location(path: draft.view.label(Self.table))
            throw Refusal("no-place", at: place, "there is no table of decoded calls to add to")
        }
        let known = try draft.text(Self.header).map { Self.types($0) } ?? []
        let index = SortedPlace.index(of: call.name, in: rows.map(\.name))
        let line = rows.indices.contains(index) ? rows[index].line : last.end + 1
        try draft.insert(
            TrussRow(call.prototype, isDead: call.addition.kinds.contains("NORETURN"), known: known).text,
            beforeLine: line, of: text, because: "truss(1) shows the arguments of \(call.name)")
    }

    /// The rows of the native calls: those ahead of the comment that begins another ABI.
    private static func rows(_ text: SourceText) -> [(name: String, line: Int, end: Int)] {
        var rows: [(name: String, line: Int, end: Int)] = []
        for (index, line) in text.allLines.enumerated() {
            if !rows.isEmpty, line.contains("/*") && line.contains("ABI") { break }
            if let field = line.firstRange(of: ".name = \"") {
                rows.append((String(line[field.upperBound...].prefix { $0 != "\"" }), index + 1, index + 1))
            } else if rows.isEmpty || line.isEmpty {
                continue
            } else if line.hasPrefix("};") {
                break
            } else {
                rows[rows.count - 1].end = index + 1
            }
        }
        return rows
    }

    /// The constants of `enum Argtype`.
    private static func types(_ text: SourceText) -> Set<String> {
        guard let start = text.bytes.firstIndex(of: "enum Argtype {", in: 0..<text.bytes.count) else { return [] }
        let end = text.bytes[start...].firstIndex(of: 0x7D) ?? text.bytes.count
        let words = text.bytes[start..<end].split { !isIdentifier($0) }
        return Set(words.map { String(decoding: $0, as: UTF8.self) })
    }
}

/// A row of `decoded_syscalls[]`.
private struct TrussRow {
    let text: String

    init(_ prototype: CallPrototype, isDead: Bool, known: Set<String>) {
        // The pages of memory that hold a 64-bit result are two registers for a 32-bit program.
        let isWide = ["off_t", "int64_t", "uint64_t", "id_t"].contains(prototype.result)
        let results = isDead ? 0 : isWide ? 2 : 1
        let head = "\t{ .name = \"\(prototype.name)\", .ret_type = \(results), .nargs = \(prototype.arguments.count)"
        guard !prototype.arguments.isEmpty else {
            text = head + " },\n"
            return
        }
        let items = prototype.arguments.enumerated().map { index, argument in
            let previous = index + 1 < prototype.arguments.count ? prototype.arguments[index + 1] : nil
            return "{ \(Self.type(argument, ahead: previous, known)), \(index) }"
        }
        let list = CallPrototype.wrapped("\t  .args = { ", items, end: " } },", indent: "\t\t    ")
        text = ([head + ","] + list).map { $0 + "\n" }.joined()
    }

    /// The type of an argument, of those that this truss has.
    private static func type(
        _ argument: CallPrototype.Argument, ahead next: CallPrototype.Argument?, _ known: Set<String>
    )
        -> String
    {
        let candidates = argument.isPointer ? pointers(argument) : scalars(argument, ahead: next)
        let type = candidates.first { known.contains($0) } ?? (argument.isPointer ? "Ptr" : "Hex")
        return switch argument.isPointer ? argument.direction : nil {
        case .reads?: type + " | IN"
        case .writes?: type + " | OUT"
        case .updates?: type + " | IN | OUT"
        case nil: type
        }
    }

    private static func pointers(_ argument: CallPrototype.Argument) -> [String] {
        if argument.type.filter({ $0 == "*" }).count > 1 { return ["Ptr"] }
        if argument.isString { return ["Name"] }
        if argument.extent == nil, let type = structures[argument.bareType] { return [type] }
        return ["Ptr"]
    }

    /// Single objects that truss shows in full.
    private static let structures = [
        "struct timespec": "Timespec", "struct timeval": "Timeval", "struct itimerval": "Itimerval",
        "struct stat": "Stat", "struct statfs": "StatFs", "struct rusage": "Rusage", "struct rlimit": "Rlimit",
        "struct sigaction": "Sigaction", "struct sched_param": "Schedparam", "struct msghdr": "Msghdr",
        "struct sigevent": "Sigevent", "struct __siginfo": "Siginfo", "siginfo_t": "Siginfo", "sigset_t": "Sigset",
        "cap_rights_t": "CapRights", "u_int": "PUInt", "off_t": "PQuadHex", "uint64_t": "PQuadHex",
    ]

    private static func scalars(_ argument: CallPrototype.Argument, ahead next: CallPrototype.Argument?) -> [String] {
        if argument.isDescriptor { return next?.isString == true ? ["Atfd", "Int"] : ["Int"] }
        return types[argument.bareType] ?? ["Hex"]
    }

    private static let types: [String: [String]] = [
        "int": ["Int"], "pid_t": ["Int"], "lwpid_t": ["Int"], "clockid_t": ["Int"], "cpusetid_t": ["Int"],
        "cpulevel_t": ["Int"], "cpuwhich_t": ["Int"], "int32_t": ["Int"], "uid_t": ["UInt", "Int"],
        "gid_t": ["UInt", "Int"], "u_int": ["UInt", "Int"], "uint32_t": ["UInt", "Int"], "long": ["Long"],
        "ssize_t": ["Long"], "time_t": ["Long"], "u_long": ["LongHex"], "uintptr_t": ["LongHex"], "size_t": ["Sizet"],
        "mode_t": ["Octal"], "socklen_t": ["Socklent"], "off_t": ["QuadHex", "Quad"], "id_t": ["Quad"],
        "dev_t": ["Quad"], "int64_t": ["Quad"], "uint64_t": ["QuadHex", "Quad"], "idtype_t": ["Idtype"],
    ]
}
