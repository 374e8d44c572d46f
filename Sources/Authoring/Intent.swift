/// What a user wants of a table. A patch records it, so that it can be done again on another base.
public enum Intent: Sendable, Hashable {
    /// More slots for loadable calls.
    case widen(Widening)
    /// A band of slots taken back.
    case narrow(ClosedRange<Int>)
    /// A new call, in all of its places.
    case add(Addition)
    /// A new interface in the place of an old one, which stays for old programs.
    case supersede(Supersession)
    /// Numbers kept for calls to come.
    case reserve(Reservation)
    /// Stubs of calls that are to be merged.
    case stub(Stubs)
    /// The companions of all tables made anew.
    case generate

    /// The value of the trailer `Sysent-Intent`.
    public var trailer: String {
        switch self {
        case .widen(let widening): "widen " + widening.trailer
        case .narrow(let numbers): "narrow band=\(numbers.hyphenated)"
        case .add(let addition): "add " + addition.trailer
        case .supersede(let supersession): "supersede " + supersession.trailer
        case .reserve(let reservation): "reserve " + reservation.trailer
        case .stub(let stubs): "stub " + stubs.trailer
        case .generate: "generate"
        }
    }
}

/// A band of slots to be added.
public struct Widening: Sendable, Hashable {
    /// How many slots.
    public let slots: Int
    /// Where they begin.
    public let place: Place
    /// What the band is for, such as `Mach traps`; it heads the comment.
    public let label: String?

    /// Where a band begins.
    public enum Place: Sendable, Hashable, CustomStringConvertible {
        /// Behind the last call.
        case tail
        /// At a number of its own; what lies between the last call and it is reserved.
        case number(Int)

        /// `tail`, or the number.
        public var description: String {
            switch self {
            case .tail: "tail"
            case .number(let number): String(number)
            }
        }
    }

    /// Wants `slots` slots at `place`.
    public init(slots: Int, at place: Place = .tail, label: String? = nil) {
        self.slots = slots
        self.place = place
        self.label = label
    }
}
