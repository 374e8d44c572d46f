import SyscallTable

/// The rows of a table as they are compared, in the order of their numbers.
struct EntryList {
    private(set) var entries: [Entry]

    init(_ table: SyscallTable, names: AbiNames) {
        var byNumber: [Int: [Entry]] = [:]
        for call in table.calls { byNumber[call.number, default: []].append(Entry(call, of: table, names: names)) }
        entries = []
        for number in byNumber.keys.sorted() { entries += Self.merged(byNumber[number] ?? []) }
    }

    /// The rows of one number, which stand in different arms of a conditional, each sort once.
    ///
    /// 32-bit masters repeat a call in two arms, with and without a word that aligns the next argument. It is one call. And
    /// where some kernels have a call and others a placeholder, the call is what counts.
    private static func merged(_ rows: [Entry]) -> [Entry] {
        guard rows.count > 1 else { return rows }
        let hasCall = rows.contains(where: \.isCall)
        var merged: [Entry] = []
        for row in rows where row.isCall || !hasCall {
            if let twin = merged.firstIndex(where: { $0.isTwin(of: row) }) {
                merged[twin].arguments = row.withoutPads.arguments
                merged[twin].isConditional = false
            } else {
                merged.append(row)
            }
        }
        return merged
    }
}

extension Entry {
    fileprivate init(_ call: Syscall, of table: SyscallTable, names: AbiNames) {
        let row = table.master.rows[call.row]
        let declared = row.prototype?.arguments ?? []
        var annotations: [String: String] = [:]
        for argument in declared where !argument.annotations.isEmpty {
            annotations[argument.name] = argument.annotations
        }
        let (name, hadPrefix) = names.plain(call.publicName)
        number = call.number
        state = State(call)
        // Of the row itself: a call that only its name says to be of a past release needs no option.
        kernelOption = state.kernelOption
        switch state {
        case .obsolete: self.name = Self.obsoleteName(name, call.comment)
        case .slot, .reserved, .unimplemented: self.name = ""
        case .call, .compat: self.name = name
        }
        if state == .call, let (level, bare) = Self.releaseName(name) {
            // Some releases carry an old interface as a row of its own, with the release in its name.
            state = .compat(level)
            self.name = bare
        }
        hasWrapper = hadPrefix
        result = call.result.map(Self.spelled)
        arguments = call.arguments.filter { !$0.isPad }.map {
            Argument(type: Self.spelled($0.type), name: $0.name, annotations: annotations[$0.name] ?? "")
        }
        flags = call.kinds.flags.intersection(Self.comparedFlags)
        audit = call.audit
        isCapabilityEnabled = call.has(.capabilityEnabled)
        isConditional = !row.arm.isUnconditional
        location = row.location
    }

    /// A type with one space ahead of its stars and none behind: white space is no difference.
    private static func spelled(_ type: String) -> String {
        var text = ""
        var rest = type[...]
        while let star = rest.firstIndex(of: "*") {
            text += rest[..<star].trimmedRight
            if text.last != "*" { text += " " }
            text += "*"
            rest = rest[rest.index(after: star)...].drop { $0 == " " || $0 == "\t" }
        }
        return text + rest
    }

    /// The name of an obsolete call, which older masters write as `old creat` and `4.2 sigreturn`.
    private static func obsoleteName(_ name: String, _ comment: String) -> String {
        let words = comment.split(separator: " ")
        guard words.count > 1, words[0] == name, name == "old" || name.contains(".") else { return name }
        return String(words[1])
    }

    /// The release and the rest of `freebsd13_swapoff`.
    private static func releaseName(_ name: String) -> (level: Int, name: String)? {
        guard name.hasPrefix("freebsd"), let underscore = name.firstIndex(of: "_"),
            let level = Int(name[..<underscore].dropFirst(7)), (4...31).contains(level)
        else { return nil }
        let bare = name[name.index(after: underscore)...]
        return bare.isEmpty ? nil : (level, String(bare))
    }

    private static let comparedFlags: Kinds.Flags = [
        .noDefinition, .noArguments, .noPrototype, .noStandard, .noLibrary, .noReturn, .notStatic, .multiplexer,
    ]

    /// The row without words that stand ahead of the halves of a 64-bit argument.
    fileprivate var withoutPads: Entry {
        var entry = self
        entry.arguments = arguments.filter { !($0.type == "int" && ($0.name == "pad" || $0.name == "_pad")) }
        return entry
    }

    /// Whether the two rows are one call but for such words.
    fileprivate func isTwin(of other: Entry) -> Bool {
        state == other.state && name == other.name && result == other.result
            && withoutPads.arguments == other.withoutPads.arguments
    }
}

extension Substring {
    /// The text without white space at its end.
    fileprivate var trimmedRight: Substring {
        var text = self
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}

extension Entry.State {
    fileprivate init(_ call: Syscall) {
        switch call.kinds.level {
        case .native: self = call.isLoadable ? .slot : .call
        case .compat(let level): self = .compat(level)
        case .obsolete: self = .obsolete
        case .none: self = call.has(.reserved) ? .reserved : .unimplemented
        }
    }
}
