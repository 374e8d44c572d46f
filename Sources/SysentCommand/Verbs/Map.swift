import ArgumentParser
import Checks
import Findings
import Reports
import SlotModel
import SourceTree
import SystemPackage
import TableDiff
import TableMap
import TrapModules

/// `sysent map`
struct Map: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        _superCommandName: Sysent.name,
        abstract:
            "Show a table as a picture: what each number is, the bands of loadable slots, what differs between two trees.",
        discussion: """
            A letter stands for each number, and a colour where there is any: static, private, compat, by module, slot taken, \
            slot free, obsolete, reserved, unimplemented. Bands of slots stand in brackets. Of two trees the older comes \
            first; each is a directory, or REPO@REV.

            --manifest loads modules in the order given and shows the slots that they take. --upstream names the tree from \
            which this one, the newer of two, comes: calls that it lacks are private.

            svg and html are files of their own that load nothing. The page of html has a search, filters and what is known \
            of each number, can be used by the keyboard alone, and has native and 32-bit tables unless --table chooses.

            EXAMPLES
              sysent map --sample
              sysent map /usr/src --manifest Examples/mach/mach_traps.yml
              sysent map /usr/src --format html > map.html
              sysent map src@releng/14.3 src@releng/15.0 --format svg > map.svg
              sysent map --tree /usr/src --table freebsd32 --columns 32 --color always
            """
    )

    @Argument(
        help: ArgumentHelp("The tree, or the older and the newer of two (default: that of --tree).", valueName: "tree"))
    var trees: [String] = []

    @OptionGroup var options: TreeOptions

    @Option(help: ArgumentHelp("The table: its directory or the end of it; may be repeated.", valueName: "name"))
    var table: [String] = []

    @Option(
        help: ArgumentHelp(
            "Show the slots that the module of this manifest takes; may be repeated, in load order.", valueName: "file")
    )
    var manifest: [String] = []

    @Option(
        help: ArgumentHelp("The tree that this one comes from; calls that it lacks are private.", valueName: "tree"))
    var upstream: String?

    @Option(help: ArgumentHelp("How many numbers a row of text, or of svg, has.", valueName: "count"))
    var columns = GridText.defaultColumns

    @Option(help: "The form of the result: text, json, svg, or html, a page of one file.")
    var format = MapFormat.text

    enum MapFormat: String, ExpressibleByArgument, CaseIterable {
        case text, json, svg, html
    }

    func validate() throws {
        if trees.count > 2 { throw ValidationError("Name one tree, or the older and the newer of two.") }
        if !trees.isEmpty, options.tree != nil || options.sample || options.onto != nil || options.edition != nil {
            throw ValidationError("Name the tree either as an argument, or by --tree, --sample, --onto and --edition.")
        }
        if !(1...256).contains(columns) { throw ValidationError("--columns takes a number from 1 to 256.") }
        if format == .svg, table.count > 1 { throw ValidationError("A drawing has one table; name one by --table.") }
    }

    func run() throws {
        let manifests = try manifest.map { try TrapManifest.read(try UserFile($0).read(), path: $0) }
        let sides = try trees.isEmpty ? [MapSide(options, manifests)] : trees.map { try MapSide($0, manifests) }
        let shown = try MapTables(sides, only: table, all: format == .html, upstream: upstream.map { try TreeSide($0) })
        let console = options.console
        switch format {
        case .text:
            let texts = shown.comparisons.map {
                GridText($0, columns: columns, isColoured: console.colours(.standardOutput)).text
            }
            console.print(Array(texts.joined(separator: "\n").utf8))
        case .svg: console.print(MapDrawing(shown.comparisons[0], columns: columns).bytes)
        case .html:
            let page = MapPage(shown.comparisons, generator: "sysent \(Sysent.configuration.version)").page
            console.print(page.bytes)
        case .json: console.print(try JSONDocument.encode(MapRecord(shown.comparisons)))
        }
        let findings = sides.flatMap(\.findings)
        console.report(findings)
        if findings.hasErrors { throw ExitCode.findings }
    }
}
