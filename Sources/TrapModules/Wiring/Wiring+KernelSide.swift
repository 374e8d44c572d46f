extension Wiring {
    /// The kernel side: it registers the calls, publishes their numbers, and takes them back.
    var kernelSide: String {
        """
        \(banner("\(manifest.summary): the kernel side."))
        #include <sys/param.h>
        #include <sys/systm.h>
        #include <sys/kernel.h>
        #include <sys/module.h>
        #include <sys/proc.h>
        #include <sys/sysctl.h>
        #include <sys/sysent.h>

        #include <bsm/audit_kevents.h>

        \(isNarrow ? narrowIncludes : "")#include "\(module).h"

        \(assertions)
        \(entries)
        \(table)
        \(claiming)
        \(registering)
        \(publishing)
        \(moduleDeclaration)
        """
    }

    /// What is compiled for 32-bit programs stands between these lines.
    func narrow(_ text: String) -> String { isNarrow ? "#ifdef \(macro)_FREEBSD32\n\(text)#endif\n" : "" }

    private var narrowIncludes: String {
        """
        /* 32-bit programs have a table of their own. */
        #if defined(COMPAT_FREEBSD32) && defined(__amd64__)
        #include <sys/syscall.h>

        #include <compat/freebsd32/freebsd32_syscall.h>
        #include <compat/freebsd32/freebsd32_util.h>

        #define	\(macro)_FREEBSD32
        /* A search for a slot goes to the end of the native table in either. */
        _Static_assert(SYS_MAXSYSCALL == FREEBSD32_SYS_MAXSYSCALL,
            "the 32-bit table was not generated anew with the native one");
        #endif


        """
    }
}
