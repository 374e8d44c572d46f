extension Intent {
    /// Reads the value of a trailer `Sysent-Intent`; `nil` when it is none that this program writes.
    public init?(trailer: String) {
        let words = trailer.split(separator: " ", maxSplits: 1)
        guard let verb = words.first else { return nil }
        let rest = words.count == 2 ? String(words[1]) : ""
        switch verb {
        case "widen":
            guard let widening = Widening(trailer: rest) else { return nil }
            self = .widen(widening)
        case "narrow":
            let ends = rest.hasPrefix("band=") ? rest.dropFirst(5).split(separator: "-").compactMap { Int($0) } : []
            guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last else { return nil }
            self = .narrow(first...last)
        case "add":
            guard let addition = try? Addition(trailer: trailer) else { return nil }
            self = .add(addition)
        case "supersede":
            guard let supersession = try? Supersession(trailer: trailer) else { return nil }
            self = .supersede(supersession)
        case "reserve":
            guard let reservation = try? Reservation(trailer: trailer) else { return nil }
            self = .reserve(reservation)
        case "generate": self = .generate
        default: return nil
        }
    }

    /// Whether the intent says all that its patch holds. A call that was added has the work of its author besides.
    public var determinesPatch: Bool {
        switch self {
        case .widen, .narrow: true
        case .add, .supersede, .generate, .reserve, .stub: false
        }
    }
}

extension Widening {
    /// Reads `slots=48 at=tail`, and what a label adds to it.
    fileprivate init?(trailer: String) {
        var rest = trailer
        var label: String?
        if let range = rest.firstRange(of: " label=") {
            label = String(rest[range.upperBound...])
            rest = String(rest[..<range.lowerBound])
        }
        let words = rest.split(separator: " ")
        guard words.count == 2, words[0].hasPrefix("slots="), let slots = Int(words[0].dropFirst(6)), slots > 0,
            words[1].hasPrefix("at=")
        else { return nil }
        let place = words[1].dropFirst(3)
        if place == "tail" {
            self.init(slots: slots, label: label)
        } else if let number = Int(place), number >= 0 {
            self.init(slots: slots, at: .number(number), label: label)
        } else {
            return nil
        }
    }

    /// The value that ``init(trailer:)`` reads.
    var trailer: String {
        "slots=\(slots) at=\(place)" + (label.map { " label=\($0)" } ?? "")
    }
}
