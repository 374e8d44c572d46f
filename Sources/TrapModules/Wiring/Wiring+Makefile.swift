extension Wiring {
    /// The Makefile of the loadable module.
    var makefile: String {
        var text = banner("\(manifest.summary): the module.", open: "#", line: "#", close: "#")
        text += "\nKMOD=\t\(module)\n"
        text += "SRCS=\t" + (["\(module).c"] + manifest.sources).joined(separator: " ") + "\n"
        if isNarrow {
            text += """

                # Outside a kernel's own build nobody says whether it runs 32-bit programs.
                .if !defined(KERNBUILDDIR) && ${MACHINE_CPUARCH} == "amd64"
                CFLAGS+= -DCOMPAT_FREEBSD32
                .endif

                """
        }
        return text + "\n.include <bsd.kmod.mk>\n"
    }

    /// The lines for `sys/conf/files` that build the module in.
    func configuration(_ builtIn: TrapManifest.BuiltIn) -> String {
        var text = banner("\(manifest.summary): lines for sys/conf/files.", open: "#", line: "#", close: "#")
        for source in ["\(module).c"] + manifest.sources {
            text += "\(builtIn.directory)/\(source)\toptional \(builtIn.option)\n"
        }
        return text
    }
}
