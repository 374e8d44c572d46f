import Findings

/// Something that must hold of the sources of a module: one file each. Their documentation is where that of all rules is,
/// and `sysent explain NAME` prints it.
protocol AuditRule: Sendable {
    /// The places at which it does not hold.
    func findings(in audit: TrapAudit) -> [Finding]
}

/// All rules of an audit.
enum AuditRules {
    static let all: [any AuditRule] = [
        ArityDiffers(), TooManyWords(), HelperArrayEnds(), SharedVariable(), UncheckedRegistration(), UnregisterOrder(),
        UnregisterSet(),
        UnpublishedNumber(), ResolvedNotRegistered(), RegisteredUnused(), StubReportsSuccess(), MultiplexorFound(),
    ]
}

extension TrapAudit {
    /// Everything that is wrong, doubtful or worth knowing, by file and line.
    public var findings: [Finding] {
        AuditRules.all.flatMap { $0.findings(in: self) }.sortedByPlace
    }
}

extension [Finding] {
    /// The findings by file, line and column; those of one place in the order in which they were found.
    var sortedByPlace: [Finding] {
        enumerated().sorted { left, right in
            let key = { (finding: Finding) in
                (finding.location?.path ?? "", finding.location?.line ?? 0, finding.location?.column ?? 0)
            }
            let (first, second) = (key(left.element), key(right.element))
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }
}
