import Findings
import TrapModules

/// Small sources, written for the tests.
enum Sources {
    /// Audits files by their names.
    static func audit(_ files: [String: String]) -> TrapAudit {
        TrapAudit(Self.files(files))
    }

    /// Audits one file of a module.
    static func audit(_ text: String) -> TrapAudit { audit(["lamp.c": text]) }

    /// Files in the order of their names.
    static func files(_ files: [String: String]) -> [SourceFile] {
        files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
    }

    /// A row, its number and what stood there before, as modules write them.
    static func row(_ name: String, words: Int) -> String {
        """
        static struct sysent \(name)_row = { .sy_narg = \(words), .sy_call = (sy_call_t *)sys_\(name), .sy_auevent = AUE_NULL };
        static int \(name)_offset = NO_SYSCALL;
        static struct sysent \(name)_old;
        SYSCTL_INT(_hw_lamp, OID_AUTO, \(name), CTLFLAG_RD, &\(name)_offset, 0, "");

        """
    }

    /// A module that registers each of `names` by hand, and takes it back in the mirror of the order.
    static func module(_ names: [(name: String, words: Int)]) -> String {
        var text = "SYSCTL_NODE(_hw, OID_AUTO, lamp, CTLFLAG_RD, 0, \"\");\n"
        for (name, words) in names { text += row(name, words: words) }
        text += "static void load(void *arg)\n{\n\tint error;\n"
        for (name, _) in names {
            text += "\terror = kern_syscall_register(sysent, &\(name)_offset, &\(name)_row, &\(name)_old, 0);\n"
        }
        text += "}\nstatic void unload(void *arg)\n{\n\tint error;\n"
        for (name, _) in names.reversed() {
            text += "\terror = kern_syscall_deregister(sysent, \(name)_offset, &\(name)_old);\n"
        }
        text +=
            "}\nSYSINIT(lamp, SI_SUB_KLD, SI_ORDER_ANY, load, NULL);\nSYSUNINIT(lamp, SI_SUB_KLD, SI_ORDER_ANY, unload, NULL);\n"
        return text
    }

    /// A library that looks numbers up by their names.
    static func library(_ functions: String) -> String {
        """
        static int resolve(const char *name)
        {
        	char oid[64];
        	int num;
        	size_t len = sizeof(num);
        	snprintf(oid, sizeof(oid), "hw.lamp.%s", name);
        	if (sysctlbyname(oid, &num, &len, NULL, 0) != 0)
        		return (-1);
        	return (num);
        }
        \(functions)
        """
    }

    /// A function of the library.
    static func function(_ name: String, looksUp call: String, _ arguments: String) -> String {
        """
        int \(name)(void)
        {
        	static int num = -1;
        	if (num == -1) {
        		num = resolve("\(call)");
        		if (num == -1)
        			return (ENOSYS);
        	}
        	return ((int)syscall(num\(arguments)));
        }

        """
    }
}
