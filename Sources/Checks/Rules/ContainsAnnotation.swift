import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// Pointers say which of what they point to differs between ABIs.
struct ContainsAnnotation: Rule {
    let documentation = RuleDocumentation(
        "contains-annotation",
        .warning,
        editions: [.lua, .modular],
        checks: """
            The _Contains_ annotation of a pointer names what the type that it points to contains: 'long', 'ptr', \
            'timet', no less and no more. The types are read from the headers of the tree (sys/sys and the like). \
            Where a table of the tree treats the argument rightly all the same, by another word or by its type alone, \
            it is a note.
            """,
        matters: """
            The generator of the 32-bit table does not know what a structure holds; it believes the annotation. Where \
            one is missing, the 32-bit table takes the native handler, which copies a structure of another size to and \
            from a program that knows nothing of it.
            """,
        example: """
            '_In_ struct timespec *ts' should read '_In_ _Contains_long_timet_ struct timespec *ts': the structure has \
            a time_t and a long. --fix writes the annotation where that changes no companion.
            """,
        exceptions: """
            Types that other headers define than those that are read, or that a macro makes; a structure with a member \
            that only one machine has. Sets of bits are taken to be the same everywhere. Nothing is said about memory \
            that is handed over as such (void *, char *), and about calls that syscall_no_abi_change names.
            """
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        // The annotations came with the projection of the 32-bit table from the native master.
        guard tree.tables.generator.particulars.projection == .full, let native = tree.native else { return [] }
        let arguments = PointedArgument.all(of: native.table.master)
        let types = try CTypes.types(for: Set(arguments.filter { !$0.isArray }.map(\.pointee)), in: tree)
        let tables = tree.tables.tables.filter { $0.site.master == native.site.master }
        let effects = Effects(tables)
        return arguments.flatMap { findings(of: $0, $0.contents(types), native.table.master, tree, effects) }
    }

    private func findings(
        of pointer: PointedArgument,
        _ known: KnownContents,
        _ master: Master,
        _ tree: CheckedTree,
        _ effects: Effects
    ) -> [Finding] {
        let (argument, row) = (pointer.argument, pointer.row)
        let place = master.syntax.location(argument.offset)
        let subject = "argument '\(argument.name)' of \(row.name)"
        var findings = pointer.unknownWords.map {
            finding(at: place, "\(subject): '\($0)' is no word of a _Contains_ annotation; those are long, ptr, timet")
        }
        // The generator recognises some types by themselves.
        let recognised = TypeContents.all.filter { content in
            tree.tables.generator.abiFlags.contains { flag in
                flag.name == content.flag && flag.patterns.contains { $0.matches(argument.text) }
            }
        }.reduce(into: TypeContents()) { $0.insert($1.contents) }
        let missing = known.contents.subtracting(pointer.declared).subtracting(recognised)
        if !missing.isEmpty, !effects.isExempted(row) {
            let decides = effects.isLost(missing, row, argument)
            findings.append(
                Finding(
                    decides ? documentation.severity : .note, name, at: place,
                    "\(subject) points to \(missing.prose), and does not say so: _Contains_\(missing.words) is missing",
                    fixIt: decides || !known.isComplete ? nil : fixIt(pointer, known.contents, master)
                )
            )
        }
        let superfluous = pointer.declared.subtracting(known.contents)
        if known.isComplete, !superfluous.isEmpty {
            let decides = effects.isDecided(by: superfluous, row, argument)
            findings.append(
                Finding(
                    decides ? documentation.severity : .note, name, at: place,
                    "\(subject) says that it points to \(superfluous.prose); its type contains \(known.contents.prose)",
                    fixIt: decides ? nil : fixIt(pointer, known.contents, master)
                )
            )
        }
        return findings
    }

    /// Writes the annotation that the type wants, in the place of the one that is there, or ahead of the type.
    private func fixIt(_ pointer: PointedArgument, _ contents: TypeContents, _ master: Master) -> FixIt? {
        let argument = pointer.argument
        let bytes = master.syntax.bytes
        let range = argument.offset..<min(bytes.count, argument.offset + argument.text.count)
        // Only where the declaration stands in the file as it was read, on one line and with its type in one piece.
        guard bytes[range].elementsEqual(argument.text),
            let type = bytes[range].indices.first(where: { bytes[$0..<range.upperBound].starts(with: argument.type) })
        else { return nil }
        let annotation = contents.isEmpty ? "" : PointedArgument.beginning + contents.words + " "
        var replaced = type..<type
        if let old = bytes.firstIndex(of: "_Contains_", in: range.lowerBound..<type) {
            guard let blank = bytes[old..<type].firstIndex(of: 0x20) else { return nil }
            replaced = old..<blank + 1
        }
        let message = annotation.isEmpty ? "take the annotation out" : "write \(annotation.dropLast())"
        return FixIt(message, edits: [TextEdit(range: replaced, replacement: Array(annotation.utf8))])
    }
}

/// What the tables that are made of one master do with an argument.
private struct Effects {
    private let tables: [TreeTables.Table]
    /// The calls of each table by the places of their rows.
    private let calls: [[Location: Syscall]]

    init(_ tables: [TreeTables.Table]) {
        self.tables = tables.filter { !$0.table.configuration.abiFlags.isEmpty }
        calls = self.tables.map { table in
            Dictionary(table.table.calls.map { (table.row($0).location, $0) }) { first, _ in first }
        }
    }

    /// Whether every table that differs says that the call needs nothing.
    func isExempted(_ row: Row) -> Bool {
        !tables.isEmpty && tables.allSatisfy { $0.table.configuration.noAbiChange.contains(row.name) }
    }

    /// Whether a table in which `contents` differ takes the argument for one that does not.
    func isLost(_ contents: TypeContents, _ row: Row, _ argument: DeclaredArgument) -> Bool {
        concerned(contents, row).contains { call, _ in call.flags(of: argument).isEmpty && !call.abi.needsWrapper }
    }

    /// Whether a table takes the argument for one that differs for no other reason than that it says `contents`.
    func isDecided(by contents: TypeContents, _ row: Row, _ argument: DeclaredArgument) -> Bool {
        concerned(contents, row).contains { call, flags in call.flags(of: argument).isSubset(of: flags) }
    }

    /// The calls that `row` is in tables in which `contents` differ, and the flags by which they do.
    private func concerned(_ contents: TypeContents, _ row: Row) -> [(call: Syscall, flags: Set<String>)] {
        let flags = Set(TypeContents.all.filter { contents.contains($0.contents) }.map(\.flag))
        return zip(tables, calls).compactMap { table, calls in
            let configuration = table.table.configuration
            guard let call = calls[row.location], call.kinds.level != .none, call.kinds.level != .obsolete else {
                return nil
            }
            let active = flags.intersection(configuration.abiFlags)
            return active.isEmpty || configuration.noAbiChange.contains(row.name) ? nil : (call, active)
        }
    }
}

extension Syscall {
    /// The ABI flags for which `argument` differs.
    fileprivate func flags(of argument: DeclaredArgument) -> Set<String> {
        Set(
            abi.reasons.compactMap { reason in
                if case .argument(argument.name, let flag, _) = reason { flag } else { nil }
            })
    }
}
