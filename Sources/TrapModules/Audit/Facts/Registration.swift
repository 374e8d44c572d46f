import Findings

/// A call that a module registers, as its sources say.
public struct Registration: Sendable, Hashable {
    /// What it is called: its name in sysctl(8), else what messages call it, else its handler without `sys_`.
    public var name: String
    /// The table.
    public let table: SlotTable
    /// How it is registered.
    public let style: Style
    /// Which number it asks for.
    public let number: Number
    /// `sy_narg`; `nil` when the sources do not say it.
    public let words: Int?
    /// The function that its row calls.
    public let handler: String?
    /// The structure of its arguments.
    public var structure: String?
    /// `sy_auevent` as it is written.
    public let audit: String?
    /// Whether it is allowed in capability mode.
    public let isCapabilityEnabled: Bool
    /// The variable that holds its number.
    public let offset: String?
    /// The variable that holds its row.
    public let row: String?
    /// The variable that keeps what stood in its slot before.
    public let saved: String?
    /// Where its number is published.
    public var published: Published?
    /// The condition of the preprocessor that it hangs on.
    public let condition: String?
    /// Where it is registered.
    public let location: Location
    /// Where its row is written.
    public let rowLocation: Location?
    /// The function that begins what registers it, or the array or module that lists it.
    public let origin: String
    /// Whether the answer of the kernel is thrown away.
    public let isUnchecked: Bool

    /// How a call is registered.
    public enum Style: String, Sendable, Hashable, CaseIterable {
        /// By a call of the kernel's function.
        case call
        /// By an array of `struct syscall_helper_data`.
        case array
        /// By `SYSCALL_MODULE`.
        case module
    }

    /// Which number a call asks for.
    public enum Number: Sendable, Hashable {
        /// The first that is free.
        case dynamic
        /// This one, by its name or as a number.
        case fixed(String, Int?)
        /// The sources do not say it.
        case unknown

        /// Whether it is the first that is free.
        public var isDynamic: Bool { self == .dynamic }
    }

    /// A node of sysctl(8) that holds a number.
    public struct Published: Sendable, Hashable {
        /// Its name, such as `mach.syscall.mach_reply_port`.
        public let name: String
        /// Where it is defined.
        public let location: Location

        /// The last component of its name.
        public var leaf: String { String(name.split(separator: ".").last ?? "") }
        /// What stands before it.
        public var prefix: String { name.split(separator: ".").dropLast().joined(separator: ".") }
    }
}

/// A call that a module takes back.
public struct Deregistration: Sendable, Hashable {
    /// The variable that holds its number.
    public let offset: String
    /// The table.
    public let table: SlotTable
    /// Where.
    public let location: Location
    /// The function that begins what takes it back.
    public let origin: String
}

/// An array of `struct syscall_helper_data`.
public struct HelperArray: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// How many entries it has, without the one that ends it.
    public let count: Int
    /// Which entry ends it for the kernel; `nil` when the sources do not say the number of each.
    public let firstEnd: Int?
    /// Whether an entry without a number ends it.
    public let isEnded: Bool
    /// Where it is written.
    public let location: Location
    /// Where the entry stands that ends it.
    public let endLocation: Location?
    /// Whether something registers it.
    public let isRegistered: Bool
}
