import Findings

/// One difference between two tables.
public struct Change: Sendable, Hashable {
    /// What happened.
    public let kind: Kind
    /// The numbers that it is about: those of the older table, of the newer one where the older has none. More than one
    /// only for placeholders and slots, which have no names of their own.
    public let numbers: ClosedRange<Int>
    /// The call's number in the newer table where it is another.
    public let newNumber: Int?
    /// The name of the call, without the prefix of its ABI; empty for rows without a name.
    public let name: String
    /// What it was; `nil` where there was nothing.
    public let old: String?
    /// What it is; `nil` where there is nothing any more.
    public let new: String?
    /// What the change does to those who use the table.
    public let impact: Impact
    /// Why it has that impact, a sentence without a full stop.
    public let reason: String
    /// Whether the tables alone say so. Of a type whose width, or of structures whose layouts are not known here, the
    /// impact is what it most likely is.
    public internal(set) var isCertain = true
    /// The row of the older table.
    public let oldLocation: Location?
    /// The row of the newer table.
    public let newLocation: Location?
}

extension Change {
    /// What happened. The raw values are part of the interface.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A call at a number that the older table does not have.
        case added
        /// A call whose number the newer table does not have.
        case removed
        /// A call at a number that was a placeholder or a slot.
        case implemented
        /// A call whose number is a placeholder or a slot now.
        case unimplemented
        /// A call of the same name has another number.
        case renumbered
        /// A call of another name has the number and the same interface.
        case renamed
        /// Another call has the number.
        case reused
        /// The present interface became that of a past release, and the name has a new number.
        case superseded
        /// The reverse of ``superseded``.
        case restored
        /// The present interface became that of a past release, and none follows it under the name.
        case madeCompat = "made-compat"
        /// The interface of a past release is the present one.
        case madeCurrent = "made-current"
        /// The interface is that of another past release than it was said to be.
        case compatLevel = "compat-level"
        /// A call became `OBSOL`.
        case obsoleted
        /// A call that was `OBSOL` is back.
        case revived
        /// Slots for loadable calls where there was no call.
        case slotsAdded = "slots-added"
        /// Slots for loadable calls went.
        case slotsRemoved = "slots-removed"
        /// A number without a call is another sort of placeholder.
        case placeholder
        /// The result type.
        case result
        /// A row states a prototype and the other none.
        case prototype
        /// An argument more.
        case argumentAdded = "argument-added"
        /// An argument less.
        case argumentRemoved = "argument-removed"
        /// The type of an argument, and perhaps its name.
        case argumentType = "argument-type"
        /// The name of an argument.
        case argumentName = "argument-name"
        /// What annotations say of the arguments.
        case annotations
        /// The kinds, other than those that have a change of their own.
        case flags
        /// The audit event.
        case audit
        /// Allowed in capability mode.
        case capabilityGranted = "capability-granted"
        /// Refused in capability mode.
        case capabilityWithdrawn = "capability-withdrawn"
        /// Whether this ABI has a handler of its own for the call.
        case wrapper
        /// Whether the row stands in a preprocessor conditional.
        case condition
        /// `MAXSYSCALL`.
        case maximum
        /// The newer tree has a table more.
        case tableAdded = "table-added"
        /// The newer tree lacks a table.
        case tableRemoved = "table-removed"

        /// What the change is when the two sides are exchanged.
        public var opposite: Kind {
            switch self {
            case .added: .removed
            case .removed: .added
            case .implemented: .unimplemented
            case .unimplemented: .implemented
            case .superseded: .restored
            case .restored: .superseded
            case .madeCompat: .madeCurrent
            case .madeCurrent: .madeCompat
            case .obsoleted: .revived
            case .revived: .obsoleted
            case .slotsAdded: .slotsRemoved
            case .slotsRemoved: .slotsAdded
            case .argumentAdded: .argumentRemoved
            case .argumentRemoved: .argumentAdded
            case .capabilityGranted: .capabilityWithdrawn
            case .capabilityWithdrawn: .capabilityGranted
            case .tableAdded: .tableRemoved
            case .tableRemoved: .tableAdded
            case .renumbered, .renamed, .reused, .compatLevel, .placeholder, .result, .prototype, .argumentType,
                .argumentName, .annotations, .flags, .audit, .wrapper, .condition, .maximum:
                self
            }
        }
    }
}
