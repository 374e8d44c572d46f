import ArgumentParser
import Decisions
import Edits
import Findings
import Reports
import SourceTree
import TrapModules

/// `sysent decide`
struct Decide: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        _superCommandName: Sysent.name,
        abstract: "Say how the calls of some modules best get their numbers, by what a tree and their manifests show.",
        discussion: """
            Works out every way that is known: the slots that are there, more slots behind the last call or as a labelled \
            band, one call for all (a multiplexor), a table of the module's own, slots in the place of RESERVED rows, a \
            separate table. Each change is really planned, each registration tried on a model of the kernel that the changed \
            tree makes. Nothing is written.

            The first of these in which two ways differ decides: each call has a number; a number of its own; no entry code \
            is changed by hand; no call moves; no row of the tree changes; the next release (--next) leaves the numbers free; \
            fewer files; fewer lines. Beside it stand the figures of the plan of June 2026 for Mach traps, where they differ.

            --rollout adds the steps, kernel first, each with the commands that prove it, and the text of a ticket.

            Exit status: 0 a way was found, 1 none gives each call a number, 2 could not decide.

            EXAMPLES
              sysent decide --sample --manifest Examples/mach/mach_traps.yml
              sysent decide /usr/src --manifest mach_traps.yml --next src@releng/15.1
              sysent decide /usr/src --manifest mach_traps.yml --rollout --multiplexor mach_trap_mux \\
                  --marker TASK-SPECIAL-PORT-OK --link 'nextbsd#168' --format markdown > ticket.md
            """
    )

    @Argument(help: ArgumentHelp("The tree: a directory, or REPO@REV (default: that of --tree).", valueName: "tree"))
    var place: String?

    @OptionGroup var options: TreeOptions

    @Option(help: ArgumentHelp("The manifest of a module; may be repeated, in load order.", valueName: "file"))
    var manifest: [String] = []

    @Option(help: ArgumentHelp("The tree of the next release: a directory, or REPO@REV.", valueName: "tree"))
    var next: String?

    @Option(
        help: ArgumentHelp("How many slots a band is to have (default: as many as are missing).", valueName: "count"))
    var slots: Int?

    @Option(help: ArgumentHelp("Where the labelled band is to begin.", valueName: "number"))
    var at = 600

    @Flag(help: "Add the steps of the rollout, with the commands that prove them, and a ticket.")
    var rollout = false

    @Option(help: ArgumentHelp("The directory of the patch series, for the rollout.", valueName: "dir"))
    var patches = "patches"

    @Option(help: ArgumentHelp("The call that is a multiplexor now, for the rollout.", valueName: "name"))
    var multiplexor: String?

    @Option(help: ArgumentHelp("A line that the console must show; may be repeated.", valueName: "text"))
    var marker: [String] = []

    @Option(help: ArgumentHelp("What the ticket refers to; may be repeated.", valueName: "link"))
    var link: [String] = []

    @Option(help: "The form of the result: text, json, markdown, or html, a page of one file.")
    var format = DecisionFormat.text

    enum DecisionFormat: String, ExpressibleByArgument, CaseIterable {
        case text, json, markdown, html
    }

    func validate() throws {
        if manifest.isEmpty { throw ValidationError("Name the manifest of a module by --manifest.") }
        if place != nil, options.tree != nil || options.sample || options.onto != nil || options.edition != nil {
            throw ValidationError("Name the tree either as an argument, or by --tree, --sample, --onto and --edition.")
        }
        if let slots, slots < 1 { throw ValidationError("--slots takes a number from 1 up.") }
        if at < 0 { throw ValidationError("--at takes a number from 0 up.") }
        if rollout, options.sample {
            throw ValidationError("--rollout names commands for a tree of yours; the sample cannot be changed.")
        }
        if !rollout, multiplexor != nil || !marker.isEmpty || !link.isEmpty {
            throw ValidationError("--multiplexor, --marker and --link go with --rollout.")
        }
    }

    /// What `name` means to verbs that take a directory and a revision.
    private static func tree(_ name: String) throws(Refusal) -> Rollout.Tree {
        if try DiskView(root: name).kind(of: .root) != .directory, let at = name.lastIndex(of: "@") {
            return Rollout.Tree(String(name[..<at]), revision: String(name[name.index(after: at)...]))
        }
        return Rollout.Tree(name)
    }

    func run() throws {
        let manifests = try manifest.map { try TrapManifest.read(try UserFile($0).read(), path: $0) }
        let side = try place.map { try MapSide($0, []) } ?? MapSide(options, [])
        let nextTables = try next.map { try TreeSide($0).tables }
        let decision = try Decision(
            Decision.Question(
                tables: side.tables, manifests: manifests, next: nextTables, slots: slots, bandStart: at,
                kernel: { tables throws(Refusal) in try TreeKernel(tables).kernel }))
        let tree =
            try place.map(Self.tree)
            ?? Rollout.Tree(
                options.sample ? "the sample" : options.directory(), revision: options.onto)
        var particulars = Rollout.Particulars(tree: tree, manifests: manifest)
        particulars.next = try next.map(Self.tree)
        particulars.patches = patches
        particulars.multiplexor = multiplexor
        particulars.markers = marker
        particulars.links = link
        let prose = DecisionProse(
            decision: decision, rollout: rollout ? Rollout(decision, particulars) : nil, tree: side.name, next: next)
        let console = options.console
        switch format {
        case .text: console.print(Array(prose.prose.text.utf8))
        case .markdown: console.print(Array(prose.prose.markdown.utf8))
        case .json: console.print(try JSONDocument.encode(DecisionRecord(prose)))
        case .html:
            let page = HTMLPage(
                title: "How \(manifests.map(\.module).joined(separator: ", ")) gets its numbers",
                generator: "sysent \(Sysent.configuration.version)", body: prose.prose.html, style: Prose.style)
            console.print(page.bytes)
        }
        if decision.adopted == nil { throw ExitCode.findings }
    }
}
