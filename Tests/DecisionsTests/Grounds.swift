import Decisions
import Edits
import Findings
import SlotModel
import SourceTree
import SyscallTable
import TestSupport
import TrapModules

/// A tree with a native table, one of 32-bit programs, and the code that enters a call.
struct Grounds {
    var tree: TableTree

    static let slots = (1...2).map { "\($0)\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n" }.joined()
    /// Two slots, reserved numbers, a call, and what `tail` has behind it.
    static func master(_ tail: String = "") -> String {
        "; RESERVED is for local use.\n0\tAUE_NULL\tSTD {\n\t\tint lamp(\n\t\t    long oil\n\t\t);\n\t}\n" + slots
            + "3-6\tAUE_NULL\tRESERVED\n7\tAUE_NULL\tSTD {\n\t\tint door(void);\n\t}\n" + tail
    }

    /// A call with a number.
    static func call(_ number: Int, _ name: String) -> String {
        "\(number)\tAUE_NULL\tSTD {\n\t\tint \(name)(void);\n\t}\n"
    }

    init(_ master: String = Grounds.master()) throws {
        tree = TableTree([
            "Makefile.inc1": "_sysent_dirs=\tsys/kern\n_sysent_dirs+=\tsys/compat/freebsd32\n",
            "sys/conf/sysent.mk": "# rules\n",
            "sys/kern/Makefile": ".include \"../conf/sysent.mk\"\n",
            "sys/kern/syscalls.conf": "libsys_h=\"/dev/null\"\nlibsysmap=\"/dev/null\"\n",
            "sys/kern/syscalls.master": master,
            "sys/compat/freebsd32/Makefile":
                "SYSENT_FILE=\t${SYSDIR}/kern/syscalls.master\n\n.include \"../../conf/sysent.mk\"\n",
            "sys/compat/freebsd32/syscalls.conf": """
            sysnames="freebsd32_syscalls.c"
            syshdr="freebsd32_syscall.h"
            syssw="freebsd32_sysent.c"
            systrace="freebsd32_systrace_args.c"
            sysproto="freebsd32_proto.h"
            libsysmap="/dev/null"
            libsys_h="/dev/null"
            syscallprefix="FREEBSD32_SYS_"
            abi_flags="long_size"
            abi_func_prefix="freebsd32_"

            """,
            "sys/amd64/amd64/trap.c": "int\ncpu_fetch_syscall_args(struct thread *td)\n{\n\treturn (0);\n}\n",
            "sys/amd64/amd64/elf_machdep.c": "\t.sv_fetch_syscall_args = cpu_fetch_syscall_args,\n",
            "sys/amd64/ia32/ia32_syscall.c": "int\nia32_fetch_syscall_args(struct thread *td)\n{\n}\n",
        ])
        tree = tree.with(try TreeTables.load(tree.view).regeneration())
    }

    /// A manifest of calls with so many words each.
    static func manifest(_ words: [Int], _ defaults: String = "freebsd32: true", name: String = "m") throws
        -> TrapManifest
    {
        let calls = words.enumerated().map { index, count in
            let arguments = (0..<count).map { "      - { name: a\($0), type: int }\n" }.joined()
            return "  - name: \(name)\(index)\n" + (count == 0 ? "" : "    arguments:\n\(arguments)")
        }
        let text = "module: \(name)\ndefaults: { \(defaults) }\ntraps:\n\(calls.joined())"
        return try TrapManifest.read(Array(text.utf8), path: "\(name).yml")
    }

    func decide(
        _ manifests: TrapManifest..., next: Grounds? = nil, slots: Int? = nil, at start: Int = 600
    ) throws(Refusal) -> Decision {
        try Decision(
            Decision.Question(
                tables: try TreeTables.load(tree.view), manifests: manifests,
                next: try next.map { next throws(Refusal) in try TreeTables.load(next.tree.view) }, slots: slots,
                bandStart: start,
                kernel: { tables throws(Refusal) in
                    let parts = tables.tables.map { ($0.site.directory.name, $0.table) }
                    var narrow: SwitchTable?
                    if let table = parts.first(where: { $0.0 == "freebsd32" })?.1 { narrow = try SwitchTable(table) }
                    guard let native = parts.first(where: { $0.0 == "kern" })?.1 else {
                        throw Refusal("no-native-table", "none")
                    }
                    return SlotKernel(native: try SwitchTable(native), freebsd32: narrow)
                }))
    }
}

extension Decision {
    /// All ways and figures are always there.
    subscript(kind: Way.Kind) -> Way { ways.first { $0.kind == kind } ?? ways[0] }
    subscript(figure: String) -> PlanFigure { figures.first { $0.name == figure } ?? figures[0] }
}
