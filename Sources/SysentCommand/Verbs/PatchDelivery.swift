import Authoring
import Edits
import Findings
import GitStore
import PatchSeries
import SourceTree
import SyscallTable
import SystemPackage

/// Makes a verified patch of a plan: on the base with the series applied, checked by what its file does to a clean base,
/// and published only when nothing is left to regenerate.
struct PatchDelivery {
    let options: TreeOptions
    let delivery: DeliveryOptions
    let directory: String

    func run(_ makePlan: (TreeTables) throws -> Plan) throws -> (plan: Plan, patch: PatchRecord) {
        let base = try openBase()
        let inputs = RecordingView(base.view)
        let plan = try makePlan(options.tables(of: inputs))
        try refuseOtherInputs(inputs.pathsRead, base)
        let draft = try PatchSeries.create(edit: plan.edit, onto: base, request: try request(plan))
        let verified = try PatchSeries.verify(draft)
        let verification = try checkDrift(verified, plan)
        let paths = try PatchSeries.publish(verified)
        let path = paths.first?.string ?? directory
        return (plan, PatchRecord(path: path, verification: verification))
    }

    private func openBase() throws(Refusal) -> SeriesBase {
        let series = FilePath(directory)
        if options.sample { return try SeriesBase.open(files: SampleTree.view, seriesDirectory: series) }
        let root = try options.directory()
        return try SeriesBase.open(
            tree: FilePath(root),
            revision: options.onto ?? delivery.base,
            seriesDirectory: series,
            files: DiskView(root: root)
        )
    }

    /// A file that the plan was made from and that is checked out in another state: the user sees one tree, and the patch
    /// would be made for another.
    private func refuseOtherInputs(_ paths: [TreePath], _ base: SeriesBase) throws(Refusal) {
        guard base.isRevision, options.onto == nil else { return }
        let files = DiskView(root: try options.directory())
        guard try files.kind(of: TreePath("sys/kern")) == .directory else { return }
        var findings: [Finding] = []
        for path in paths {
            let state = try files.state(of: path).bytes
            if try state == base.view.state(of: path).bytes { continue }
            if try state == base.unpatched.state(of: path).bytes { continue }
            let place = Location(path: files.label(path))
            findings.append(Finding(.error, "modified-input", at: place, "the file differs from the base of the patch"))
        }
        guard !findings.isEmpty else { return }
        let notes = [
            Note("commit or undo the change, or name by --onto the revision to work on, whatever is checked out")
        ]
        let last = Finding(.error, "modified-input", at: nil, "no patch was made", notes: notes)
        throw Refusal(findings + [last])
    }

    private func request(_ plan: Plan) throws(Refusal) -> PatchRequest {
        let messages = plan.commits.map { commit in
            PatchMessage(
                subject: commit.subject,
                paragraphs: commit.paragraphs,
                trailers: .recording(commit.intent, isUnpublished: delivery.unpublished)
            )
        }
        var author: GitIdentity?
        if let text = delivery.author { author = try GitIdentity(parsing: text) }
        var date: GitDate?
        if let text = delivery.date { date = try GitDate(parsing: text) }
        return PatchRequest(messages: messages, author: author, date: date)
    }

    /// Regenerates the tree that the patches make: nothing may be left to do.
    private func checkDrift(_ verified: VerifiedPatches, _ plan: Plan) throws(Refusal) -> String {
        let tables = try options.tables(of: verified.view)
        let concerned = tables.tables.filter { table in plan.sizes.contains { $0.table == table.site.directory } }
        guard plan.sizes.map(\.after) == concerned.map(\.table.size) else {
            throw Refusal("patch-differs", "the patched tree has tables of other sizes than were planned")
        }
        if delivery.masterOnly { return "applies to a clean base; the companions are left to the build" }
        let drift = try tables.regeneration(of: concerned).changes
        guard drift.isEmpty else {
            throw Refusal(drift.map { $0.staleness(verified.view) })
        }
        let companions = concerned.reduce(0) { $0 + $1.outputs.count }
        return "applies to a clean base, and all \(companions) companions regenerate without drift"
    }
}
