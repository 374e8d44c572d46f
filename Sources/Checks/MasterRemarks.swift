import Findings
import SyscallSyntax
import SyscallTable

/// The comments `; sysent: WORD …` of a master that say what the row below them is for.
package struct MasterRemarks {
    /// Such a comment.
    package struct Remark: Sendable {
        /// What the row is.
        package let kind: Kind
        /// The call that it is about.
        package let call: String
        /// What follows the name of the call.
        package let text: String
        /// The index of the comment in the nodes of the master.
        package let node: Int
        /// The index of the row directly below; `nil` when there is none.
        package let row: Int?
        package let location: Location
    }

    /// What a row is for.
    package enum Kind: String, Sendable {
        /// `; sysent: reserved lamp OWNER: reason`: the number is kept.
        case reserved
        /// `; sysent: stub lamp …`: the call answers ENOSYS until it is merged.
        case stub
    }

    /// The comments, in file order.
    package let remarks: [Remark]

    /// Reads the comments of `master`.
    package init(_ master: Master) {
        let rows = Dictionary(master.rows.enumerated().map { ($1.node, $0) }, uniquingKeysWith: { first, _ in first })
        let nodes = master.syntax.nodes
        var remarks: [Remark] = []
        for (index, node) in nodes.enumerated() {
            guard case .comment = node.kind, master.syntax.bytes.holds("; sysent:", from: node.range.lowerBound) else {
                continue
            }
            let words = master.syntax.bytes.words(in: node.range).map { master.syntax.bytes.text($0) }
            guard words.count >= 4, words[0] == ";", words[1] == "sysent:", let kind = Kind(rawValue: words[2]) else {
                continue
            }
            var below = index + 1
            while below < nodes.count, case .comment = nodes[below].kind { below += 1 }
            remarks.append(
                Remark(
                    kind: kind, call: words[3], text: words[4...].joined(separator: " "), node: index, row: rows[below],
                    location: master.syntax.location(node.range.lowerBound)))
        }
        self.remarks = remarks
    }

    /// The comment of `kind` about the row at `row`.
    package func remark(_ kind: Kind, aboveRow row: Int) -> Remark? {
        remarks.first { $0.kind == kind && $0.row == row }
    }
}
