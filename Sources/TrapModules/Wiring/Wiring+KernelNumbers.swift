// The numbers of the calls, as sysctl(8) shows them.
extension Wiring {
    var publishing: String {
        var text = """
            /* Gives a program the number that the call has in the program's own table. */
            static int
            \(module)_sysctl(SYSCTL_HANDLER_ARGS)
            {
            	const struct \(module)_entry *entry = arg1;
            	int number;

            	number = entry->native.number;
            #ifdef __LP64__
            	if (SV_CURPROC_FLAG(SV_ILP32))

            """
        text +=
            isNarrow
            ? "#ifdef \(macro)_FREEBSD32\n\t\tnumber = entry->narrow.number;\n#else\n\t\tnumber = NO_SYSCALL;\n#endif\n"
            : "\t\tnumber = NO_SYSCALL;\n"
        text += """
            #endif
            	return (sysctl_handle_int(oidp, &number, arg2, req));
            }


            """
        text += nodes + "\n"
        let root = "_" + manifest.sysctl.components.joined(separator: "_")
        text += CText.macro([
            "#define\t\(macro)_SYSCTL(call, access, descr)",
            "\tSYSCTL_PROC(\(root), OID_AUTO, call,",
            "\t    CTLTYPE_INT | CTLFLAG_RD | CTLFLAG_MPSAFE | (access),",
            "\t    &\(module)_table[\(macro)_##call], 0,",
            "\t    \(module)_sysctl, \"I\", descr)",
        ])
        text += "\n"
        for trap in traps {
            text += CText.list(
                "\(macro)_SYSCTL(",
                [
                    trap.name, trap.isCapabilityEnabled ? "CTLFLAG_CAPRD" : "0",
                    CText.literal("System call number of \(trap.name), -1 for none"),
                ], ");")
        }
        return text
    }

    private var nodes: String {
        let root = manifest.sysctl
        var text = ""
        for index in root.components.indices {
            let name = root.components[index]
            let path = root.components[..<index].map { "_" + $0 }.joined()
            if index == root.existing - 1 { text += "SYSCTL_DECL(\(path)_\(name));\n" }
            guard index >= root.existing else { continue }
            let summary = CText.literal(
                index == root.components.count - 1 ? "Numbers of system calls: \(manifest.summary)" : manifest.summary)
            text +=
                index == 0
                ? CText.list(
                    "static SYSCTL_ROOT_NODE(", ["OID_AUTO", name, "CTLFLAG_RD | CTLFLAG_MPSAFE", "NULL", summary], ");"
                )
                : CText.list(
                    "static SYSCTL_NODE(",
                    [path, "OID_AUTO", name, "CTLFLAG_RD | CTLFLAG_MPSAFE", "NULL", summary], ");")
        }
        return text
    }
}
