import Findings

/// What a boot must show, and how long it may take.
public struct BootPlan: Sendable, Hashable {
    /// What the plan is for.
    public var name: String
    /// How long all of it may take.
    public var deadline: Duration
    /// How long the console may be silent; `nil` for as long as the deadlines allow.
    public var silence: Duration?
    /// How long to watch on when everything was seen: for what goes wrong afterwards.
    public var settle: Duration
    /// When the boot is over.
    public var end: End
    /// How often the machine may be reset.
    public var resets: Int
    /// What is waited for, one stage after the other.
    public var stages: [Stage]

    /// When a boot is over that shows what it must.
    public enum End: String, Sendable, Hashable, CaseIterable {
        /// With the last required marker, and the time to settle.
        case markers
        /// When the machine switches itself off after the last required marker.
        case powerOff = "power-off"
    }

    /// Makes a plan.
    public init(
        name: String,
        deadline: Duration = .seconds(120),
        silence: Duration? = .seconds(60),
        settle: Duration = .zero,
        end: End = .markers,
        resets: Int = 0,
        stages: [Stage]
    ) {
        self.name = name
        self.deadline = deadline
        self.silence = silence
        self.settle = settle
        self.end = end
        self.resets = resets
        self.stages = stages
    }

    /// A part of a boot. It begins when all that the stages before it require was seen.
    public struct Stage: Sendable, Hashable {
        /// What a message calls it.
        public var name: String
        /// How long it may take; `nil` for as long as the plan allows.
        public var deadline: Duration?
        /// Whether its required markers must come in the order in which they are written.
        public var isOrdered: Bool
        /// What is looked for. What comes in another stage counts as well.
        public var markers: [Marker]
        /// What is said to the guest, one exchange after the other.
        public var conversation: [Exchange]

        /// Makes a stage.
        public init(
            name: String,
            deadline: Duration? = nil,
            isOrdered: Bool = false,
            markers: [Marker],
            conversation: [Exchange] = []
        ) {
            self.name = name
            self.deadline = deadline
            self.isOrdered = isOrdered
            self.markers = markers
            self.conversation = conversation
        }
    }

    /// A text on the console that means something.
    public struct Marker: Sendable, Hashable {
        /// What a message calls it.
        public var name: String
        /// How a line with it is known.
        public var text: Text
        /// What it means.
        public var kind: Kind
        /// The state in which it must come; `nil` for any.
        public var before: String?
        /// The state that it leads to; `nil` when nothing changes.
        public var after: String?

        /// How a line with the marker is known.
        public enum Text: Sendable, Hashable {
            /// The whole line, but for spaces at its end.
            case line(String)
            /// Something on it.
            case pattern(LinePattern)
        }

        /// What a marker means.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// The boot has failed without it.
            case required
            /// It is reported, and decides nothing.
            case informational
            /// The boot has failed with it.
            case forbidden
        }

        /// Makes a marker.
        public init(
            _ text: Text, name: String? = nil, kind: Kind = .required, before: String? = nil, after: String? = nil
        ) {
            self.text = text
            self.kind = kind
            self.before = before
            self.after = after
            switch text {
            case .line(let line): self.name = name ?? line
            case .pattern(let pattern): self.name = name ?? pattern.text
            }
        }
    }

    /// Something that is sent when the guest asks for it.
    public struct Exchange: Sendable, Hashable {
        /// The prompt: on a line, or on one that has not ended.
        public var wait: LinePattern
        /// What is sent.
        public var send: [UInt8]
        /// The time between two bytes: firmware and loaders lose what comes faster.
        public var pace: Duration

        /// Makes an exchange.
        public init(wait: LinePattern, send: [UInt8], pace: Duration = .zero) {
            self.wait = wait
            self.send = send
            self.pace = pace
        }
    }

    /// The state that every boot begins in.
    public static let firstState = "start"

    /// A plan without a file: the kernel must come up as far as its first process.
    public static let kernel = BootPlan(
        name: "kernel",
        silence: .seconds(30),
        stages: [
            Stage(
                name: "kernel",
                markers: [
                    Marker(.line("---<<BOOT>>---"), name: "kernel's first line", kind: .informational),
                    Marker(
                        .pattern(LinePattern(literally: "Trying to mount root from")), name: "kernel mounts its root"),
                ])
        ]
    )

    /// A plan without a file for a disk: it must come to ask for a user.
    public static let login = BootPlan(
        name: "login",
        deadline: .seconds(480),
        stages: [Stage(name: "login", markers: [Marker(.pattern(LinePattern(literally: "login: ")), name: "login")])]
    )

    /// The markers of the probe.
    static let probeStart = "the probe's first line"
    static let probeEnd = "the probe's last line"

    /// The part of a boot in which the probe works.
    public static let probe = Stage(
        name: "probe",
        markers: [
            Marker(.pattern(LinePattern(literally: "@sysent 0 start #")), name: probeStart),
            Marker(.pattern(LinePattern.probeEnd), name: probeEnd),
        ])

    /// The lines of NextBSD's own test programs that tell whether ports and the bootstrap port work, and their opposites.
    public static func machAcceptance(isRequired: Bool) -> Stage {
        let names = ["TASK-SPECIAL-PORT", "HOST-BOOTSTRAP", "BOOTSTRAP-REMOTE"]
        return Stage(
            name: "acceptance",
            markers: names.flatMap { name in
                [
                    Marker(.line(name + "-OK"), kind: isRequired ? .required : .informational),
                    Marker(
                        .pattern(LinePattern(atStart: name + "-FAIL")), name: name + "-FAIL",
                        kind: .forbidden),
                ]
            })
    }
}

extension BootPlan {
    /// Adds what a stage looks for and the plan does not yet, before its last stage: an image is often through with its tests
    /// when it asks for a login.
    public mutating func add(_ stage: Stage?) {
        guard var stage else { return }
        let names = Set(stages.flatMap(\.markers).map(\.name))
        stage.markers.removeAll { names.contains($0.name) }
        if !stage.markers.isEmpty { stages.insert(stage, at: max(stages.count - 1, 0)) }
    }
}
