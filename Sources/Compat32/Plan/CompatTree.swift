import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// What the reasoning about 32-bit programs looks at in a tree: its tables, the types that its headers declare, and the
/// texts in which the rules stand.
struct CompatTree: Sendable {
    /// The tables.
    let tables: TreeTables
    /// The table of `sys/kern`.
    let native: TreeTables.Table
    /// The table of 32-bit programs of the same system; `nil` where the tree has none.
    let narrow: TreeTables.Table?
    /// What the user and the tree's headers declare.
    let declarations: Declarations
    /// The text in which rules stand, as far as they are there.
    private let texts: [RuleText: Text]

    /// A file as it was read.
    struct Text: Sendable {
        let path: TreePath
        let label: String
        let bytes: [UInt8]
    }

    /// A file in which a rule stands.
    enum RuleText: Sendable, Hashable, CaseIterable {
        /// The ABI flags of the generator.
        case generatorFlags
        /// The 64-bit types of the generator.
        case generatorTypes
        /// The configuration of the 32-bit table.
        case configuration
        /// `PAIR32TO64` and `RETVAL_LO`.
        case pairs
        /// The structures of 32-bit programs.
        case structures
        /// `time32_t`
        case abiTypes
        /// The macros that convert objects.
        case macros
        /// `PADL_`, `PAD64_REQUIRED`.
        case prototypes
        /// Where the kernel fetches the words of a 32-bit call.
        case fetch
        /// The rules at the head of the native master.
        case master
    }

    /// Reads what the types of `call` need.
    ///
    /// - Throws: a `Refusal` when the tree has no native table, or a file cannot be read.
    init(_ tables: TreeTables, for call: CallInterface, _ declarations: Declarations = .none) throws(Refusal) {
        guard let native = tables.tables.first(where: { $0.site.directory == TreePath("sys/kern") }) else {
            throw Refusal("no-native-table", "this tree has no table in sys/kern")
        }
        self.tables = tables
        self.native = native
        let narrow = tables.tables.first {
            $0.site.directory != native.site.directory
                && ($0.table.configuration["abi_func_prefix"] == "freebsd32_"
                    || $0.table.configuration["syscallprefix"] == "FREEBSD32_SYS_")
        }
        self.narrow = narrow
        var texts: [RuleText: Text] = [:]
        for text in RuleText.allCases {
            for path in Self.paths(of: text, native, narrow) where try tables.view.exists(path) {
                texts[text] = Text(path: path, label: tables.view.label(path), bytes: try tables.view.read(path))
                break
            }
        }
        self.texts = texts
        var headers = HeaderSearch(view: tables.view, declarations: declarations)
        try headers.read(TreePath("sys/sys/_types.h"))
        try headers.read(TreePath("sys/sys/types.h"))
        if let narrow { try headers.read(below: narrow.site.directory) }
        try headers.read(TreePath("sys/sys/abi_types.h"))
        try headers.search(for: call)
        self.declarations = headers.declarations
    }

    private static func paths(of text: RuleText, _ native: TreeTables.Table, _ narrow: TreeTables.Table?) -> [TreePath]
    {
        let makesyscalls = TreePath("sys/tools/makesyscalls.lua")
        let own = { (name: String) in narrow.map { [$0.site.directory.appending(name)] } ?? [] }
        switch text {
        case .generatorFlags: return [TreePath("sys/tools/syscalls/config.lua"), makesyscalls]
        case .generatorTypes: return [TreePath("sys/tools/syscalls/tools/util.lua"), makesyscalls]
        case .configuration: return narrow?.site.configuration.map { [$0] } ?? []
        case .pairs: return own("freebsd32_misc.h")
        case .structures: return own("freebsd32.h")
        case .abiTypes: return [TreePath("sys/sys/abi_types.h")] + own("freebsd32.h")
        case .macros: return [TreePath("sys/sys/abi_compat.h")] + own("freebsd32.h")
        case .prototypes: return own("freebsd32_proto.h")
        case .fetch:
            return ["sys/amd64/ia32/ia32_syscall.c", "sys/arch/amd64/ia32/ia32_syscall.c"].map { TreePath($0) }
        case .master: return [native.site.master]
        }
    }

    /// Where `needle` stands in `text`; `nil` when it does not, or the tree has no such file.
    func place(of needle: String, in text: RuleText) -> Location? {
        guard let text = texts[text], let offset = text.bytes.offset(of: needle) else { return nil }
        return Location(path: text.label, offset: offset, in: LineMap(text.bytes))
    }

    /// A file in which a rule stands; `nil` when the tree does not have it.
    func text(_ text: RuleText) -> Text? { texts[text] }

    /// The place of a pattern of an ABI flag.
    func place(ofPattern pattern: String) -> Location? { place(of: "\"\(pattern)\"", in: .generatorFlags) }
}

extension CompatTree {
    /// Whether the 32-bit table is projected from the native master.
    var projects: Bool {
        guard let narrow else { return false }
        return tables.generator.particulars.projection == .full && narrow.site.master == native.site.master
    }

    /// The macros that the tree has to convert objects.
    var macros: Set<String> {
        Set(
            ["CP", "PTRIN", "PTRIN_CP", "PTROUT_CP", "TS_CP", "TV_CP", "FU64_CP"].filter { name in
                ["define\t\(name)(", "define \(name)("].contains { place(of: $0, in: .macros) != nil }
            })
    }

    /// Where the generator lists `type` among the 64-bit types.
    func place(ofType type: String) -> Location? { place(of: "\"^\(type)[ ]*$\"", in: .generatorTypes) }

    /// Whether the generator recognises by its patterns that the argument differs.
    func isRecognised(_ argument: CallInterface.Argument) -> Bool {
        guard let narrow else { return false }
        let text = Array(argument.text.utf8)
        return tables.generator.abiFlags.contains { flag in
            narrow.table.configuration.abiFlags.contains(flag.name) && flag.patterns.contains { $0.matches(text) }
        }
    }
}

extension [UInt8] {
    /// Where `text` begins; `nil` when it does not stand there.
    func offset(of text: String, from start: Int = 0) -> Int? {
        let pattern = Array(text.utf8)
        guard let first = pattern.first, count >= start + pattern.count else { return nil }
        return (start...count - pattern.count).first { self[$0] == first && self[$0...].starts(with: pattern) }
    }
}
