import ArgumentParser
import Authoring
import Findings
import Reports
import SourceTree

/// Prints the places of a call that is there, and ends with 1 when one of them is missing.
struct ReviewOutput {
    let options: TreeOptions
    let format: OutputFormat

    func run(_ name: String, syzkaller: String?) throws {
        let tables = try options.tables()
        let review = try CallReview.make(name, in: tables, syzkaller: syzkaller.map { DiskView(root: $0) })
        let console = options.console
        switch format {
        case .json: console.print(try JSONDocument.encode(ReviewRecord(review)))
        case .text:
            console.printFindings(review.findings)
            for item in review.items { console.print(text(item)) }
        }
        if !review.findings.isEmpty { throw ExitCode.findings }
    }

    private func text(_ item: CallReview.Item) -> String {
        let place = item.place.padded(to: 16)
        return switch item.state {
        case .complete(let reason): "  \(place)\(reason)"
        case .missing(let findings): "  \(place)MISSING: \(findings.map(\.message).joined(separator: "; "))"
        case .absent(let reason): "  \(place)not looked at: \(reason)"
        }
    }
}

/// A review in the form of the JSON documents.
private struct ReviewRecord: Encodable {
    let call: String
    let number: Int
    let places: [Place]

    struct Place: Encodable {
        let place: String
        let state: String
        let reason: String?
        let findings: [FindingRecord]
    }

    init(_ review: CallReview) {
        call = review.name
        number = review.number
        places = review.items.map { item in
            switch item.state {
            case .complete(let reason): Place(place: item.place, state: "complete", reason: reason, findings: [])
            case .absent(let reason): Place(place: item.place, state: "absent", reason: reason, findings: [])
            case .missing(let findings):
                Place(place: item.place, state: "missing", reason: nil, findings: findings.map(FindingRecord.init))
            }
        }
    }
}
