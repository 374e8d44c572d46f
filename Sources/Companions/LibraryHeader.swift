import SyscallTable

/// `_libsys.h`: types and prototypes of the stubs (scripts/libsys_h.lua).
func renderLibraryHeader(_ text: TableText) -> CodeWriter {
    let table = text.table
    var out = CodeWriter(capacity: 200 * text.calls.count)
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
    let calls = text.calls.filter {
        $0.isNative && $0.flags.isDisjoint(with: [.noDefinition, .noLibrary, .multiplexer])
    }
    for call in calls {
        out.write("typedef \(call.result) (__sys_\(call.name)_t)(")
        out.writeList(call.arguments) { out, argument in out.write("\(argument.type)") }
    }
    out.write("\n")
    for call in calls {
        if call.has(.noReturn) { out.write("_Noreturn ") }
        out.write("\(call.result) __sys_\(call.name)(")
        out.writeList(call.arguments) { out, argument in out.write("\(argument.type) \(argument.name)")
        }
    }
    out.write("__END_DECLS\n\n#endif /* __LIBSYS_H_ */\n")
    return out
}

extension CodeWriter {
    /// What stands between the parentheses of a prototype, and its end.
    fileprivate mutating func writeList(
        _ arguments: UnsafeBufferPointer<ArgumentText>,
        _ write: (inout CodeWriter, ArgumentText) -> Void
    ) {
        if arguments.isEmpty { self.write("void") }
        for (index, argument) in arguments.enumerated() {
            if index > 0 { self.write(", ") }
            write(&self, argument)
        }
        self.write(");\n")
    }
}
