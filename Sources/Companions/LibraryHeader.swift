import SyscallTable

/// `_libsys.h`: types and prototypes of the stubs (scripts/libsys_h.lua).
func renderLibraryHeader(_ table: SyscallTable) -> [UInt8] {
    var out = CodeWriter(capacity: 200 * table.calls.count)
    out.writePreamble(
        table,
        "Public system call stubs provided by libsys.",
        notes: ["", "Do not use directly, include <libsys.h> instead."]
    )
    out.write(
        """
        #ifndef __LIBSYS_H_
        #define __LIBSYS_H_

        #include <sys/_cpuset.h>
        #include <sys/_domainset.h>
        #include <sys/_ffcounter.h>
        #include <sys/_semaphore.h>
        #include <sys/_sigaltstack.h>
        #include <machine/ucontext.h>   /* for mcontext_t */
        #include <sys/_ucontext.h>
        #include <sys/wait.h>


        """
    )
    for name in table.structures { out.write("struct \(name);\n") }
    out.write("union semun;\n\n__BEGIN_DECLS\n")
    let calls = table.calls.filter {
        $0.isNative && $0.kinds.flags.isDisjoint(with: [.noDefinition, .noLibrary, .multiplexer])
    }
    for call in calls {
        let types = call.arguments.map(\.type).joined(separator: ", ")
        out.write("typedef \(call.result ?? "") (__sys_\(call.name)_t)(\(types.isEmpty ? "void" : types));\n")
    }
    out.write("\n")
    for call in calls {
        let arguments = call.arguments.map { "\($0.type) \($0.name)" }.joined(separator: ", ")
        out.write(
            "\(call.has(.noReturn) ? "_Noreturn " : "")\(call.result ?? "") __sys_\(call.name)(\(arguments.isEmpty ? "void" : arguments));\n"
        )
    }
    out.write("__END_DECLS\n\n#endif /* __LIBSYS_H_ */\n")
    return out.bytes
}
