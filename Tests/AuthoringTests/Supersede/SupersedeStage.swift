import Authoring
import Edits
import Findings
import SourceTree
import TestSupport

/// The sample tree with what a change of an interface touches besides.
struct SupersedeStage {
    var files: [String: String] = [
        "sys/sys/param.h": "#undef __FreeBSD_version\n#define __FreeBSD_version 1500068\t/* Step by step. */\n",
        "sys/conf/newvers.sh": "TYPE=\"FreeBSD\"\nREVISION=\"15.0\"\nBRANCH=\"CURRENT\"\n",
        "sys/conf/options": "COMPAT_FREEBSD13\topt_global.h\nCOMPAT_FREEBSD14\topt_global.h\nCOMPAT_LINUX\topt_l.h\n",
        "sys/conf/NOTES": "# Enable FreeBSD14 compatibility syscalls\noptions \tCOMPAT_FREEBSD14\n\n# The rest\n",
        "sys/amd64/conf/GENERIC": "options \tCOMPAT_FREEBSD14\t# Compatible with FreeBSD14\noptions \tSYSVSHM\n",
        "sys/amd64/conf/TINY": "options \tSYSVSHM\n",
        "sys/kern/kern_mib.c":
            "#ifdef COMPAT_FREEBSD14\nFEATURE(compat_freebsd14, \"Compatible with FreeBSD 14\");\n#endif\n\nint mib;\n",
    ]
    private let sample: any TreeView

    init() throws(Refusal) {
        sample = try AddStage().view
    }

    /// The tree.
    var view: any TreeView {
        get throws(Refusal) {
            var changes: [FileChange] = []
            for (path, text) in files {
                let path = TreePath(path)
                changes.append(
                    FileChange(
                        path: path, expected: try sample.state(of: path), result: .file(Array(text.utf8), .regular),
                        reasons: []))
            }
            return OverlayView(sample, edit: TreeEdit(steps: [EditStep(title: "", changes: changes)]))
        }
    }

    /// A new interface of lseek, with everything decided.
    static func supersession(
        _ prototype: String = "off_t lseek(int fd, off_t offset, int whence, u_int flags)",
        of old: String = "lseek",
        _ change: (inout Supersession) -> Void = { _ in }
    ) throws(Refusal) -> Supersession {
        var addition = Addition(try .parse(Array(prototype.utf8), path: "prototype"))
        addition.header = .file("unistd.h")
        addition.rights = addition.prototype.text.contains("int fd") ? ["fd": ["CAP_SEEK"]] : [:]
        addition.kernelFunction = "kern_\(old)_flags"
        var supersession = Supersession(old, by: addition)
        change(&supersession)
        return supersession
    }

    func plan(
        _ prototype: String = "off_t lseek(int fd, off_t offset, int whence, u_int flags)",
        of old: String = "lseek",
        _ change: (inout Supersession) -> Void = { _ in }
    ) throws(Refusal) -> Plan {
        try Plan.supersede(TreeTables.load(view), Self.supersession(prototype, of: old, change))
    }

    /// What is refused, as lines.
    func refusal(
        _ prototype: String = "off_t lseek(int fd, off_t offset, int whence, u_int flags)",
        of old: String = "lseek",
        _ change: (inout Supersession) -> Void = { _ in }
    ) -> [String] {
        do throws(Refusal) {
            return ["no refusal but \(try plan(prototype, of: old, change).summary)"]
        } catch {
            return error.findings.lines
        }
    }

    /// The lines that `plan` takes out of a file (`-`) and puts in (`+`).
    func changed(_ plan: Plan, _ path: String) -> [String] {
        guard let change = plan.edit.changes.first(where: { $0.path == TreePath(path) }) else { return [] }
        let text = String(decoding: UnifiedDiff(change).bytes, as: UTF8.self)
        return text.split(separator: "\n").filter {
            ($0.hasPrefix("+") || $0.hasPrefix("-")) && !$0.hasPrefix("+++") && !$0.hasPrefix("---")
        }.map(String.init)
    }
}
