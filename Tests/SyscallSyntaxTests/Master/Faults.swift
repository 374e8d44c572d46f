import Edits
import Findings
import SyscallSyntax

extension MasterSyntax {
    /// What of the promises of a syntax tree does not hold of this one, made of `source`; empty when all do.
    func faults(source: [UInt8]) -> [String] {
        var faults: [String] = []
        if printed() != source { faults.append("printing does not give the source back") }
        var position = 0
        for node in nodes {
            if node.range.lowerBound != position { faults.append("a node begins at \(node.range.lowerBound)") }
            if node.range.isEmpty, !source.isEmpty { faults.append("an empty node at \(position)") }
            if case .entry(let entry) = node.kind { faults += entry.ranges.compactMap { fault($0, in: node.range) } }
            position = node.range.upperBound
        }
        if position != source.count { faults.append("the nodes end at \(position) of \(source.count)") }
        let places = problems.map { ($0.location?.line ?? 0, $0.location?.column ?? 0) }
        for (place, next) in zip(places, places.dropFirst()) where place > next {
            faults.append("a problem at \(next) behind one at \(place)")
        }
        for place in places where place.0 < 1 || place.0 > lines.starts.count || place.1 < 1 {
            faults.append("a problem at \(place)")
        }
        return faults
    }

    private func fault(_ range: Range<Int>, in node: Range<Int>) -> String? {
        range.lowerBound >= node.lowerBound && range.upperBound <= node.upperBound
            ? nil : "\(range) is not within its entry, \(node)"
    }
}

extension EntrySyntax {
    fileprivate var ranges: [Range<Int>] {
        let declared = prototype.map { [$0.result, $0.name] + $0.arguments } ?? []
        return header + alternatives + declared
    }
}
