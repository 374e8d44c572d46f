import Checks
import Edits
import Findings
import SourceTree
import SyscallTable

/// An existing call, looked at place by place: the list of `sysent add` as a checklist.
public struct CallReview: Sendable {
    /// The name of the call.
    public let name: String
    /// Its number.
    public let number: Int
    /// The places, in the order in which `add` writes them.
    public let items: [Item]

    /// A place and what there is to say about it.
    public struct Item: Sendable {
        /// The place's name, such as `symbol-map`.
        public let place: String
        /// How it stands.
        public let state: State
    }

    /// How a place stands.
    public enum State: Sendable {
        /// The call is there, or need not be; the text says why.
        case complete(String)
        /// Something is missing.
        case missing([Finding])
        /// The tree does not have the place.
        case absent(String)
    }

    /// What is missing, place by place.
    public var findings: [Finding] {
        items.flatMap { item in
            if case .missing(let findings) = item.state { findings } else { [Finding]() }
        }
    }
}

extension CallReview {
    /// Looks at the call `name`.
    ///
    /// What `sysent check` has a rule for is asked of that rule, so that both agree.
    ///
    /// - Parameters:
    ///   - name: the name of a present call.
    ///   - tables: the tree.
    ///   - syzkaller: a checkout of syzkaller, where one was named.
    /// - Throws: a `Refusal` when there is no such call, or a file cannot be read.
    public static func make(_ name: String, in tables: TreeTables, syzkaller: (any TreeView)? = nil) throws(Refusal)
        -> CallReview
    {
        let call = try ReviewedCall(name, in: tables, syzkaller: syzkaller)
        var items: [Item] = []
        for place in Places.all {
            if let state = try place.review(call) { items.append(Item(place: place.name, state: state)) }
        }
        if syzkaller != nil {
            items.append(
                Item(place: "syzkaller", state: call.state(of: ["missing-syzkaller"], "syzkaller describes it")))
        }
        return CallReview(name: name, number: call.row.numbers.lowerBound, items: items)
    }
}

/// A call that is there, with what the checks say about it.
struct ReviewedCall {
    let name: String
    let tables: TreeTables
    /// Its row in the native master.
    let row: Row
    private let results: [CheckResult]

    var view: any TreeView { tables.view }

    init(_ name: String, in tables: TreeTables, syzkaller: (any TreeView)?) throws(Refusal) {
        guard let native = tables.tables.first(where: { $0.site.directory == TreePath("sys/kern") }) else {
            throw Refusal("no-native-table", "this tree has no table in sys/kern")
        }
        let rows = native.table.master.rows.filter { $0.name == name || $0.alternatives.name == name }
        guard let row = rows.first(where: { $0.kinds.level == .native }) else {
            let other = rows.first
            let message =
                other == nil ? "there is no call '\(name)'" : "'\(name)' is no present call; only those have all places"
            throw Refusal("unknown-call", at: other?.location, message)
        }
        self.name = name
        self.tables = tables
        self.row = row
        let places = Dictionary(
            tables.tables.filter { $0.site == native.site || $0.isNarrow }.flatMap { table in
                table.table.master.rows.filter { $0.name == name || $0.name == "freebsd32_" + name }.map {
                    ($0.location, true)
                }
            }, uniquingKeysWith: { first, _ in first })
        let companions = Set(
            tables.tables.filter { $0.site == native.site || $0.isNarrow }.flatMap(\.outputs).map(\.path.string))
        let report = CheckRun(wanted: Set(Self.rules)).report(on: CheckedTree(tables, syzkaller: syzkaller))
        results = report.results.filter { result in
            if let place = result.finding.location, places[place] != nil { return true }
            return result.finding.rule == "stale-companion" && companions.contains(result.path ?? "")
        }
    }

    private static let rules = [
        "stale-companion", "missing-handler", "capability-mismatch", "unknown-audit-event", "unlisted-audit-event",
        "missing-audit-record", "missing-declaration", "missing-symbol", "missing-manual", "missing-truss",
        "missing-syzkaller", "argument-words",
    ]

    /// What the checks of `rules` found: missing, or complete for the reason `otherwise`, or for that of an allowance.
    func state(of rules: Set<String>, _ otherwise: String, besides findings: [Finding] = []) -> CallReview.State {
        let found = results.filter { rules.contains($0.finding.rule) }
        let open = found.filter { $0.suppression == nil }.map(\.finding) + findings
        guard open.isEmpty else { return .missing(open) }
        for result in found {
            if case .reviewed(let reason)? = result.suppression { return .complete(reason) }
            if case .inline(let reason)? = result.suppression { return .complete(reason) }
        }
        return .complete(otherwise)
    }

    /// A finding at the call's row.
    func finding(_ rule: String, _ message: String) -> Finding {
        Finding(.warning, rule, at: row.location, message)
    }

    /// The text of a file; `nil` when it is not there.
    func text(_ path: TreePath) throws(Refusal) -> SourceText? { try Draft(view).text(path) }
}
