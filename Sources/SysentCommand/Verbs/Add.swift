import ArgumentParser
import Authoring
import Edits
import Findings
import SourceTree
import SystemPackage

/// `sysent add`
struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a system call, in every place that the tree has for it.",
        discussion: """
            Takes the prototype as syscalls.master declares it, with its annotations: as an argument, from a file, or from \
            standard input ('-'). Prints the plan, each file and each piece with its reason, and the differences; nothing is \
            written without --in-place or --patches. What a tree cannot answer is asked for by the name of the option.

            With --review the same list of places is gone through for a call that is there, and what is missing is reported; \
            the status is 1 when something is.

            EXAMPLES
              sysent add 'int lamp(int fd)' --sample --audit AUE_NULL \\
                  --no-capenabled --no-header --page calls.2
              sysent add 'int lamp(int fd, _In_z_ const char *path)' \\
                  --audit AUE_LAMP --audit-class fr --capenabled \\
                  --capenabled-reason 'the path is below fd' \\
                  --rights fd=CAP_LOOKUP --header sys/lamp.h \\
                  --description 'light a lamp' --tree /usr/src --patches p
              sysent add --review lseek --sample
            """
    )

    @Argument(help: ArgumentHelp("The declaration; '-' reads it from standard input.", valueName: "prototype"))
    var prototype: String?

    @Option(help: ArgumentHelp("Read the declaration from this file.", valueName: "file"))
    var prototypeFile: String?

    @Option(help: ArgumentHelp("Report which places of a call that is there are missing.", valueName: "call"))
    var review: String?

    @Option(help: ArgumentHelp("With --review: a checkout of syzkaller, to be looked at as well.", valueName: "dir"))
    var syzkaller: String?

    @OptionGroup(title: "The row") var row: RowOptions
    @OptionGroup(title: "The call's other places") var places: PlaceOptions

    @Flag(help: "Put the regenerated files into a commit of their own.")
    var split = false

    @OptionGroup var options: TreeOptions
    @OptionGroup var delivery: DeliveryOptions

    func validate() throws {
        if review != nil {
            guard prototype == nil, prototypeFile == nil, !delivery.inPlace, delivery.patches == nil, !delivery.check
            else {
                throw ValidationError("--review changes nothing; it goes with --tree, --format and --syzkaller alone.")
            }
            return
        }
        if syzkaller != nil { throw ValidationError("--syzkaller goes with --review.") }
        guard (prototype == nil) != (prototypeFile == nil) else {
            throw ValidationError("Give the declaration of the call, as an argument or by --prototype-file.")
        }
    }

    func run() throws {
        if let review {
            try ReviewOutput(options: options, format: delivery.format).run(review, syzkaller: syzkaller)
            return
        }
        let addition = try addition()
        let scope: Scope = delivery.masterOnly ? .masterOnly : .complete
        try Delivery(options: options, delivery: delivery).run { tables in
            try Plan.add(tables, addition, scope: scope, splits: split)
        }
    }

    private func addition() throws(Refusal) -> Addition {
        var addition = Addition(try CallPrototype.read(prototype, file: prototypeFile))
        try row.apply(to: &addition)
        try places.apply(to: &addition)
        return addition
    }
}

extension CallPrototype {
    /// The declaration that was given as an argument, on standard input (`-`), or in a file.
    static func read(_ prototype: String?, file: String?) throws(Refusal) -> CallPrototype {
        switch (prototype, file) {
        case ("-", _): try .parse(try InputText.standardInput(), path: "standard input")
        case (let text?, _): try .parse(Array(text.utf8), path: "prototype")
        case (nil, let path?): try .parse(try InputText.file(path), path: path)
        case (nil, nil): throw Refusal("malformed-prototype", "there is no declaration")
        }
    }
}

/// What the row of a new call says.
struct RowOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The number of the call (default: the next free one).", valueName: "number"))
    var number: Int?

    @Option(help: ArgumentHelp("The kinds of the row, such as 'STD|NORETURN'.", valueName: "kinds"))
    var kind = "STD"

    @Option(help: ArgumentHelp("The audit event; AUE_NULL for no auditing.", valueName: "event"))
    var audit: String?

    @Option(help: ArgumentHelp("The classes of an audit event that is new, such as 'fr,fw'.", valueName: "classes"))
    var auditClass: String?

    @Flag(inversion: .prefixedNo, help: "Whether capability mode allows the call.")
    var capenabled: Bool?

    @Option(
        help: ArgumentHelp(
            "Why capability mode may allow it although an argument names something global.", valueName: "text"))
    var capenabledReason: String?

    @Option(
        help: ArgumentHelp(
            "The capability rights of a descriptor, such as 'fd=CAP_READ,CAP_SEEK', or 'fd=none'. May be repeated.",
            valueName: "argument=rights"))
    var rights: [String] = []

    func validate() throws {
        if capenabledReason != nil, capenabled != true {
            throw ValidationError("--capenabled-reason goes with --capenabled.")
        }
    }

    func apply(to addition: inout Addition) throws(Refusal) {
        for text in rights {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[1].isEmpty else {
                throw Refusal("malformed-option", "--rights \(text): expected ARGUMENT=CAP_A,CAP_B, or ARGUMENT=none")
            }
            guard addition.rights[parts[0]] == nil else {
                throw Refusal("malformed-option", "--rights \(text): '\(parts[0])' was given its rights already")
            }
            addition.rights[parts[0]] = parts[1] == "none" ? [] : parts[1].split(separator: ",").map(String.init)
        }
        addition.number = number
        addition.kinds = kind.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        addition.audit = audit
        addition.auditClasses = auditClass?.split(separator: ",").map(String.init) ?? []
        addition.capability = capenabled.map { $0 ? .enabled(reason: capenabledReason) : .disabled }
    }
}

/// Where a new call goes besides.
struct PlaceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The header that declares the call, as a program includes it.", valueName: "header"))
    var header: String?

    @Flag(help: "No header declares the call.")
    var noHeader = false

    @Option(
        help: ArgumentHelp(
            "The condition of the declaration, or 'none' (default: __BSD_VISIBLE where the header distinguishes).",
            valueName: "condition"))
    var visibility: String?

    @Option(
        help: ArgumentHelp(
            "The version of the symbol (default: the newest; in a tree that is not FreeBSD's, the private one).",
            valueName: "version"))
    var namespace: String?

    @Flag(help: "The call is FreeBSD's: its symbol enters the newest version.")
    var upstream = false

    @Flag(help: "The call is a downstream's own: its symbol enters the private version.")
    var downstream = false

    @Flag(help: "Put a function of the library in front of the stub.")
    var wrapper = false

    @Flag(help: "Let the threads library put its own function in the place of that one.")
    var interposable = false

    @Option(
        help: ArgumentHelp("What the call does, for the manual, such as 'read the oil level'.", valueName: "text"))
    var description: String?

    @Option(help: ArgumentHelp("The page of the manual that documents the call already.", valueName: "page"))
    var page: String?

    @Option(
        help: ArgumentHelp(
            "The C file below sys/ for the call's functions (default: one of its own).", valueName: "path"))
    var source: String?

    @Option(
        help: ArgumentHelp(
            "The kernel's function that does the work for both ABIs (default: kern_ and the name).",
            valueName: "function"))
    var kernelFunction: String?

    @Option(help: ArgumentHelp("Declarations of structures that the tree's headers do not have.", valueName: "file"))
    var structures: String?

    @Option(
        help: ArgumentHelp(
            "The largest number of elements of an array that is copied, such as 'list=64'. May be repeated.",
            valueName: "argument=number"))
    var limit: [String] = []

    @Option(help: ArgumentHelp("Put a test program of the call there in the tree.", valueName: "path"))
    var test: String?

    @Option(
        help: ArgumentHelp(
            "Put a description of the call for syzkaller there in the tree (--format json prints it).",
            valueName: "path"))
    var syzlang: String?

    @Option(help: ArgumentHelp("Leave a place out. May be repeated.", valueName: "place"))
    var skip: [String] = []

    func validate() throws {
        if [namespace != nil, upstream, downstream].filter({ $0 }).count > 1 {
            throw ValidationError("--namespace, --upstream and --downstream exclude one another.")
        }
        if header != nil, noHeader { throw ValidationError("--header and --no-header exclude one another.") }
        if interposable, !wrapper { throw ValidationError("--interposable goes with --wrapper.") }
        if let description, description.isEmpty || description.contains(where: \.isNewline) {
            throw ValidationError("--description takes one line of text.")
        }
    }

    /// A path in the tree.
    private static func path(_ text: String, _ option: String) throws(Refusal) -> TreePath {
        guard let path = TreePath.root.resolving(text), path != .root else {
            throw Refusal("malformed-option", "\(option) \(text): expected a path below the tree")
        }
        return path
    }

    func apply(to addition: inout Addition) throws(Refusal) {
        addition.namespace =
            namespace.map { .named($0) } ?? (upstream ? .upstream : downstream ? .downstream : .newest)
        addition.header = header.map { .file($0) } ?? (noHeader ? .hidden : nil)
        addition.visibility = visibility
        addition.wrapper = wrapper ? (interposable ? .interposable : .plain) : nil
        addition.description = description
        addition.page = page
        addition.kernelFunction = kernelFunction
        addition.source = try source.map { path throws(Refusal) in try Self.path(path, "--source") }
        addition.testProgram = try test.map { path throws(Refusal) in try Self.path(path, "--test") }
        addition.syzlang = try syzlang.map { path throws(Refusal) in try Self.path(path, "--syzlang") }
        if let structures {
            addition.structures = String(decoding: try InputText.file(structures), as: UTF8.self)
        }
        for text in limit {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[1].isEmpty, addition.limits[parts[0]] == nil else {
                throw Refusal("malformed-option", "--limit \(text): expected ARGUMENT=NUMBER, each argument once")
            }
            addition.limits[parts[0]] = parts[1]
        }
        addition.skipped = Set(skip)
    }
}
