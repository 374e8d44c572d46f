extension TableMap.Kind {
    /// What stands for the kind where there is no colour: a small letter for what can be called, a capital for what cannot.
    public var letter: Character {
        switch self {
        case .present: "s"
        case .own: "p"
        case .compat: "c"
        case .module: "m"
        case .claimed: "T"
        case .free: "F"
        case .obsolete: "O"
        case .reserved: "R"
        case .unimplemented: "U"
        case .missing: "-"
        }
    }

    /// The kind in a few words.
    public var title: String {
        switch self {
        case .present: "static"
        case .own: "private"
        case .compat: "compat"
        case .module: "by module"
        case .claimed: "slot, taken"
        case .free: "slot, free"
        case .obsolete: "obsolete"
        case .reserved: "reserved"
        case .unimplemented: "unimplemented"
        case .missing: "no row"
        }
    }

    /// The kind in a sentence.
    public var explanation: String {
        switch self {
        case .present: "a call that is compiled in"
        case .own: "a call that is compiled in, and that the tree this one comes from lacks"
        case .compat: "a call as a past release had it"
        case .module: "a number that a certain module takes (NOSTD)"
        case .claimed: "a slot for loadable calls, claimed by a module"
        case .free: "a slot for loadable calls, free (lkmnosys)"
        case .obsolete: "a call that is gone; its name is kept"
        case .reserved: "kept for local use (RESERVED)"
        case .unimplemented: "a placeholder (UNIMPL)"
        case .missing: "a number without a row"
        }
    }
}
