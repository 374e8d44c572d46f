import SyscallSyntax

/// What the generators of different releases do differently: the whole of it, as data. The values of each edition
/// stand in `Editions.swift`.
public struct Particulars: Sendable, Hashable {
    /// How a master is read.
    public var master: MasterRules
    /// How a configuration is read.
    public var configuration: ConfigurationRules
    /// What becomes of a row in an ABI other than the native one.
    public var projection: Projecting
    /// How companions look.
    public var format: CompanionFormat

    /// How a master is read.
    public struct MasterRules: Sendable, Hashable {
        /// How lines make entries.
        public var form: MasterForm
        /// Which annotations of arguments are taken off.
        public var annotations: AnnotationRules
        /// Whether the stars of a prototype's result are understood.
        public var pointerResults: Bool
        /// Whether the first kind of a row alone decides what it is.
        public var firstKindDecides: Bool
        /// Whether a row may take a range of numbers.
        public var ranges: Bool
        /// A placeholder's comment is all of its words while the row has fewer fields than this, else the first word;
        /// `nil` when a placeholder has a name and no comment.
        public var commentFields: Int?
        /// Whether the generator itself stops at a number that is not the next one.
        public var countsNumbers: Bool
        /// Whether preprocessor lines ahead of the first row appear, and those ahead of a range once.
        public var copiesDirectives: Bool
        /// Whether name, structure and return type of a row come all three or not at all.
        public var fixedAlternatives: Bool
        /// Whether `%%ABI_HEADERS%%` is known.
        public var abiHeaders: Bool
    }

    /// The annotations that are no part of an argument's type.
    public enum AnnotationRules: Sendable, Hashable {
        /// None: they would be copied into the companions.
        case none
        /// `_In_…`, `_Out_…`
        case sal
        /// `_Contains_…` as well.
        case contains
    }

    /// How a configuration is read.
    public struct ConfigurationRules: Sendable, Hashable {
        /// What a line means.
        public var dialect: ConfigurationSyntax.Dialect
        /// Whether `compat_set` chooses the compat levels; the set `native` holds otherwise.
        public var compatSets: Bool
        /// Whether an ABI flag that the generator does not know stops it.
        public var refusesUnknownFlags: Bool
        /// Where the calls of capability mode come from.
        public var capabilities: Capabilities
    }

    /// Where the calls of capability mode come from, besides `CAPENABLED`.
    public enum Capabilities: Sendable, Hashable {
        /// Nowhere.
        case none
        /// `capabilities.conf` of the directory; a `capenabled` of the configuration comes in its place.
        case configurationOverFile
        /// The file that `capabilities_conf` names, if there is one; a `capenabled` of the configuration is lost.
        case fileOverConfiguration
        /// `capenabled` of the configuration, else the file that `capabilities_conf` names.
        case configurationElseFile
    }

    /// What becomes of a row in an ABI other than the native one.
    public enum Projecting: Sendable, Hashable {
        /// Nothing: such an ABI has a master of its own.
        case none
        /// Structures and unions of scalar arguments get `abi_type_suffix`; pointers choose another structure.
        case suffix
        /// Types are converted, and rows get wrappers where the ABI differs.
        case full
    }
}

/// How the companions of a generator look where releases differ.
public struct CompanionFormat: Sendable, Hashable {
    /// Whether the modular generator wrote them: another head, no alignment of comments.
    public var isModular: Bool
    /// Whether the rows of the switch table name the fields that they fill.
    public var namesFields: Bool
    /// What marks a generated file.
    public var tag: String
    /// Whether the head holds `$FreeBSD$`.
    public var identification: Bool
    /// Whether the head names the master's version, "created from …".
    public var createdFrom: Bool
    /// Whether a table with compat rows includes `opt_compat.h`.
    public var includesCompatOptions: Bool
    /// The first line of `syscall.mk`.
    public var makefileTitle: String
    /// The headers that `sysproto.h` includes.
    public var prototypeIncludes: [String]
    /// The word of a system call's argument.
    public var word: String
    /// How the names of handlers begin that get no `sys_`, besides `nosys`, `lkmnosys` and `sysarch`; `nil` when none
    /// gets it.
    public var plainPrefixes: [String]?
    /// Whether a `NOSTD` row shows the flags of its call.
    public var flagsOfNoStandard: Bool
    /// The compat levels whose calls have no number any more.
    public var historicLevels: Set<Int>
    /// `systrace_args.c`.
    public var trace: TraceFormat
}

/// How `systrace_args.c` looks where releases differ.
public struct TraceFormat: Sendable, Hashable {
    /// The function that describes arguments.
    public var describer: String
    /// Whether results are described as well.
    public var results: Bool
    /// Whether `__restrict` at the end of a type is left out.
    public var stripsRestrict: Bool
    /// Whether pointers are said to lead to user memory.
    public var userland: Bool
    /// Whether `union l_semun` is passed as its pointer.
    public var semun: Bool
    /// Whether preprocessor lines appear.
    public var directives: Bool
    /// Whether arguments are numbered as they come, so that padding may drop out.
    public var countsArguments: Bool
}
