import ArgumentParser
import Authoring
import Edits
import Findings
import SourceTree

/// `sysent supersede`
struct Supersede: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supersede",
        abstract: "Give a system call a new interface, and keep the old one for old programs.",
        discussion: """
            The old call keeps its number, as COMPATnn: its functions are compiled with the option COMPAT_FREEBSDnn, and its \
            symbol keeps its version (__sym_compat). The new one gets a number of its own, and everything that 'sysent add' \
            gives a call. nn is the last major release that shipped the old interface, which the tree tells by \
            __FreeBSD_version; where the tree lacks COMPAT_FREEBSDnn, the generator, config(8) and the kernels get it. \
            __FreeBSD_version takes a step, and UPDATING an entry. What nobody decides about the new call (audit event, \
            capability mode, page of the manual) is as it is for the old one.

            With --forward-compat a function of the library calls the new interface where the kernel has it, and else the \
            old one, as far as that can do what is asked for.

            EXAMPLES
              sysent supersede lseek --sample --compat-level 14 \\
                  --header unistd.h --rights fd=CAP_SEEK \\
                  --kernel-function kern_lseek_flags \\
                  'off_t lseek(int fd, off_t offset, int whence, int flags)'
              sysent supersede lamp 'int lamp(int fd, int flags)' \\
                  --header sys/lamp.h --forward-compat --tree /usr/src
            """
    )

    @Argument(help: ArgumentHelp("The call whose interface changes.", valueName: "call"))
    var old: String

    @Argument(help: ArgumentHelp("The new declaration; '-' reads it from standard input.", valueName: "prototype"))
    var prototype: String?

    @Option(help: ArgumentHelp("Read the new declaration from this file.", valueName: "file"))
    var prototypeFile: String?

    @Option(
        help: ArgumentHelp(
            "The last major release that shipped the old interface (default: what __FreeBSD_version says).",
            valueName: "release"))
    var compatLevel: Int?

    @Flag(help: "Let the library fall back on the old interface on older kernels.")
    var forwardCompat = false

    @OptionGroup(title: "The row") var row: RowOptions
    @OptionGroup(title: "The call's other places") var places: PlaceOptions

    @Flag(help: "Put the regenerated files into a commit of their own.")
    var split = false

    @OptionGroup var options: TreeOptions
    @OptionGroup var delivery: DeliveryOptions

    func validate() throws {
        guard (prototype == nil) != (prototypeFile == nil) else {
            throw ValidationError("Give the new declaration of the call, as an argument or by --prototype-file.")
        }
        if forwardCompat, places.wrapper {
            throw ValidationError("--forward-compat is a function in front of the stub itself; leave --wrapper out.")
        }
    }

    func run() throws {
        var addition = Addition(try CallPrototype.read(prototype, file: prototypeFile))
        try row.apply(to: &addition)
        try places.apply(to: &addition)
        let supersession = Supersession(
            old, by: addition, level: compatLevel, isForwardCompatible: forwardCompat)
        let scope: Scope = delivery.masterOnly ? .masterOnly : .complete
        try Delivery(options: options, delivery: delivery).run { tables in
            try Plan.supersede(tables, supersession, scope: scope, splits: split)
        }
    }
}
