/// All rules: the one list of them.
public enum RuleRegistry {
    /// The rules that are run, in the order in which they are.
    public static let rules: [any Rule] = [
        // the tables
        HeaderNumber(), StaleCompanion(), ShortTable(), StaticSlot(), MissingAuditEvent(), ReservedNumber(),
        StaleReservation(), StaleCapability(), UnsortedCapability(), CapabilityMismatch(), StaleException(),
        // arguments
        UnsignedInt(), ArgumentWords(), PointerAnnotation(), ContainsAnnotation(),
        // the call's other places
        MissingHandler(), MissingSymbol(), DuplicateSymbol(), PrivateSymbol(), MissingPrivateSymbol(), StaleSymbol(),
        SymbolVersion(), SymbolNamespace(), MissingDeclaration(), MissingManual(), ManualLink(), MissingTruss(),
        StaleTruss(),
        TrussArguments(), UnlistedAuditEvent(), MissingAuditRecord(), MissingSyzkaller(),
        // what only a change can violate
        NumberReused(), CallRenumbered(), CallRemoved(), SignatureChanged(), CapabilityWithdrawn(), SlotRemoved(),
        MissingVersionStep(), CompanionLeftOut(),
    ]

    /// Whether the rule called `name` looks at a change, so that it needs a base.
    public static func needsBase(_ name: String) -> Bool { rules.contains { $0.name == name && $0 is any ChangeRule } }

    /// The documentation of every rule that any part of the program reports, by name.
    public static let documentation: [RuleDocumentation] = {
        let own = rules.map(\.documentation)
        let others =
            RunDocumentation.all + TableDocumentation.all + FormDocumentation.all + TreeDocumentation.all
            + ChangeDocumentation.all + CompatDocumentation.all + AdditionDocumentation.all
            + SupersessionDocumentation.all + PatchDocumentation.all
            + TrapDocumentation.all + AuditDocumentation.all
            + BootDocumentation.all
        return (own + others).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }()

    /// The documentation of the rule called `name`.
    public static func documentation(of name: String) -> RuleDocumentation? {
        documentation.first { $0.name == name }
    }
}
