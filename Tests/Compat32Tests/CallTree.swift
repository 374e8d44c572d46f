import Compat32
import Edits
import SourceTree
import SyscallSyntax
import SyscallTable
import TestSupport
import Testing

/// The releases whose trees differ in how a 32-bit call comes about.
enum Release: String, CaseIterable, CustomTestStringConvertible {
    /// A 32-bit master of its own, entries on one line.
    case twelve
    /// A 32-bit master of its own.
    case thirteen
    /// The 32-bit table is projected.
    case fourteen
    case fifteen

    var generator: Generator {
        switch self {
        case .twelve: .shell
        case .thirteen: .lua13
        case .fourteen: .lua14
        case .fifteen: .modular
        }
    }

    var projects: Bool { self == .fourteen || self == .fifteen }
    var testDescription: String { "FreeBSD \(rawValue)" }
}

/// Reads a call as a master declares it: `int lamp(int fd, _In_ const long *oil)`. One whose result is `void` does not return.
func call(_ declaration: String) throws -> CallInterface {
    let open = try #require(declaration.firstIndex(of: "("))
    var pieces = [""]
    var depth = 0
    for character in declaration[declaration.index(after: open)...].dropLast() {
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
        if character == ",", depth == 0 { pieces.append("") } else { pieces[pieces.count - 1].append(character) }
    }
    let list = pieces.map { $0.drop { $0 == " " } }.joined(separator: ",\n\t\t    ")
    let text = "0\tAUE_NULL\tSTD {\n\t\t\(declaration[..<open])(\n\t\t    \(list)\n\t\t);\n\t}\n"
    let row = try #require(Master(.parse(Array(text.utf8), path: "call"), generator: .modular).rows.first)
    var call = try #require(CallInterface(row))
    call.returns = call.result != "void"
    return call
}

/// A tree without the call, and with it.
struct CallTree {
    let release: Release
    private(set) var tree: TableTree

    private static let directory = "sys/compat/freebsd32/"

    init(_ release: Release) throws {
        self.release = release
        let stub = { try PackageFiles.text("Tests/Compat32Tests/Stubs/" + $0) }
        tree = TableTree([
            "sys/kern/syscalls.master": "; Calls.\n"
                + Self.rows(release, [(0, "NOPROTO", try call("int nosys(void)"))]),
            Self.directory + "syscalls.conf": Self.configuration(release),
            Self.directory + "freebsd32.h": try stub("freebsd32.h") + (release == .fifteen ? stub("wide.h") : ""),
            Self.directory + "freebsd32_misc.h": try stub("pairs.h"),
            "sys/sys/types.h": try stub("kernel.h"),
            "sys/sys/abi_compat.h": try stub("kernel.h"),
        ])
        guard !release.projects else { return }
        tree[Self.directory + "syscalls.master"] =
            "; Calls.\n#include <sys/param.h>\n#if !defined(PAD64_REQUIRED) && !defined(__amd64__)\n#define PAD64_REQUIRED\n#endif\n"
            + Self.rows(release, [(0, "NOPROTO", try call("int nosys(void)"))])
    }

    private static func configuration(_ release: Release) -> String {
        """
        sysnames="freebsd32_syscalls.c"
        sysproto="freebsd32_proto.h"
        sysproto_h=_FREEBSD32_SYSPROTO_H_
        syshdr="freebsd32_syscall.h"
        syssw="freebsd32_sysent.c"
        sysmk="/dev/null"
        syscallprefix="FREEBSD32_SYS_"
        switchname="freebsd32_sysent"
        namesname="freebsd32_syscallnames"
        systrace="freebsd32_systrace_args.c"
        abi_func_prefix="freebsd32_"

        """
            + (!release.projects
                ? ""
                : """
                abi_flags="long_size|pointer_size|time_t_size|pair_64bit"
                abi_type_suffix="32"
                abi_long="int32_t"
                abi_u_long="uint32_t"
                abi_semid_t="int32_t"
                abi_size_t="uint32_t"
                abi_ptr_array_t="uint32_t"
                # These need handlers of their own.
                syscall_abi_change="other"

                """)
    }

    /// Rows as the master of a release has them.
    private static func rows(_ release: Release, _ calls: [(number: Int, kinds: String, call: CallInterface)]) -> String
    {
        calls.map { number, kinds, call in
            let result = call.result + (call.result.hasSuffix("*") ? "" : " ")
            guard release.projects else {
                let list = call.arguments.isEmpty ? "void" : call.arguments.map(\.bare).joined(separator: ", ")
                return "\(number)\tAUE_NULL\t\(kinds)\t{ \(result)\(call.name)(\(list)); }\n"
            }
            let list = call.arguments.map { "\t\t    " + $0.text }.joined(separator: ",\n")
            let arguments = list.isEmpty ? "void);\n" : "\n\(list)\n\t\t);\n"
            return "\(number)\tAUE_NULL\t\(kinds) {\n\t\t\(result)\(call.name)(\(arguments)\t}\n"
        }.joined()
    }

    /// Gives the tree the data of a generator, in the form that FreeBSD 15 has them.
    mutating func carryGenerator() {
        self["sys/tools/syscalls/main.lua"] = "-- The program.\n"
        self["sys/tools/syscalls/config.lua"] = """
            config.known_abi_flags = {
            \tlong_size = {
            \t\t"^long [a-z0-9_]+$",
            \t\t"_Contains[a-z_]*_long_",
            \t\t"size_t [*]",
            \t},
            \tpointer_size = {
            \t\t"[*][*]",
            \t},
            \ttime_t_size = {
            \t\t"_Contains[a-z_]*_timet_",
            \t},
            \tpair_64bit = {
            \t\t"^id_t[ ]*$",
            \t\t"^off_t[ ]*$",
            \t},
            }

            """
        self["sys/tools/syscalls/tools/util.lua"] = """
            -- Types of 64 bits.
            function util.is64bitType(type)
            \treturn type:find("^id_t[ ]*$") or
            \t    type:find("^off_t[ ]*$")
            end

            return util

            """
    }

    func tables() throws -> TreeTables {
        try TreeTables.load(tree.view, as: release.generator)
    }

    /// The text of a file.
    subscript(path: String) -> String? {
        get { tree[path] }
        set { tree[path] = newValue }
    }

    /// The tree with the rows of a call and all companions, as a plan wants it.
    func adding(_ plan: CompatPlan) throws -> CallTree {
        var result = self
        let row = Self.rows(release, [(1, "STD", plan.call)])
        result["sys/kern/syscalls.master"] = (self["sys/kern/syscalls.master"] ?? "") + row
        if let row = plan.row {
            let text = { (arguments: [CallInterface.Argument]) in
                Self.rows(
                    release, [(1, row.kinds.joined(separator: "|"), CallInterface(row.result, row.name, arguments))])
            }
            let plain = text(row.arguments)
            result[Self.directory + "syscalls.master"] =
                (self[Self.directory + "syscalls.master"] ?? "")
                + (row.padded.map { "#ifdef PAD64_REQUIRED\n\(text($0))#else\n\(plain)#endif\n" } ?? plain)
        }
        for path in Set(plan.hunks.map(\.path)) {
            let edits = plan.hunks.filter { $0.path == path }.map(\.edit)
            let text = try #require(TextEdit.apply(edits, to: Array((self[path.string] ?? "").utf8)))
            result[path.string] = String(decoding: text, as: UTF8.self)
        }
        let generator = plan.hunks.contains { $0.path.string.hasSuffix(".lua") } ? nil : release.generator
        let tables = try TreeTables.load(result.tree.view, as: generator)
        result.tree = result.tree.with(try tables.regeneration())
        return result
    }
}
