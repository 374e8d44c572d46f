/// A row that a module brings, as its source writes it.
struct SysentValue: Sendable {
    /// `sy_narg`
    var words: Int?
    /// `sy_narg` as it is written.
    var wordsText: String?
    /// The function that `sy_call` names.
    var handler: String?
    /// `sy_auevent`
    var audit: String?
    /// `sy_flags` as it is written.
    var flags: String?
    /// The structure of arguments whose size makes the number of words.
    var structure: String?
    /// Where it is written.
    var place: CodeToken?
    /// The number that the row is meant for, where the macro says it.
    var number: [CodeToken] = []
    /// Whether it is for 32-bit programs.
    var isNarrow = false

    /// Reads one of the macros of sys/sysent.h and sys/compat/freebsd32/freebsd32_util.h.
    init?(macro name: CodeToken, _ arguments: [Code], _ base: CodeBase) {
        let isNarrow = name.text.contains("32")
        let isCompat = name.text.contains("COMPAT")
        guard let call = arguments.first?.last, call.kind == .word else { return nil }
        guard name.text.contains("SYSENT") || name.text.contains("INIT_HELPER") || name.text.hasSuffix("MODULE_HELPER")
        else { return nil }
        handler = isCompat ? (isNarrow ? "sys_" + call.text : call.text) : (isNarrow ? call.text : "sys_" + call.text)
        structure = call.text + "_args"
        words = base.words(ofStructure: call.text + "_args")
        wordsText = "sizeof(struct \(call.text)_args)"
        audit = "SYS_AUE_" + call.text
        if arguments.count > 1, name.text.hasSuffix("_F") { flags = arguments[1].spelled }
        place = call
        var number = call
        number.text = (isNarrow ? "FREEBSD32_SYS_" : "SYS_") + call.text
        self.number = [number]
        self.isNarrow = isNarrow
    }

    /// Reads what a `struct sysent` starts with.
    init?(_ value: Initializer, _ base: CodeBase) {
        switch value {
        case .expression(let code):
            guard let name = code.first, code.count > 1, code[code.startIndex + 1].isSymbol("(") else { return nil }
            self.init(macro: name, code.arguments(at: code.startIndex + 1).arguments, base)
        case .list(let entries):
            self.init()
            place = value.first
            for entry in entries {
                guard let code = entry.value.code else { continue }
                set(entry.field ?? Self.kind(of: code, base), code, base)
            }
        }
    }

    init() {}

    /// Takes the value of a field.
    mutating func set(_ field: String?, _ code: Code, _ base: CodeBase) {
        switch field {
        case "sy_narg":
            words = base.value(code)
            wordsText = code.spelled
            if let key = code.firstIndex(where: { $0.isWord("struct") }), key + 1 < code.endIndex {
                structure = code[key + 1].text
            }
        case "sy_call":
            handler = CodeBase.stripped(code).last { $0.kind == .word }?.text
            place = place ?? code.last
        case "sy_auevent": audit = code.spelled
        case "sy_flags": flags = code.spelled
        default: break
        }
    }

    /// Which field a value without a name is for: the order of them changed over the releases, what they look like did not.
    private static func kind(of code: Code, _ base: CodeBase) -> String? {
        let inner = CodeBase.stripped(code)
        if code.contains(where: { $0.isWord("sizeof") }) { return "sy_narg" }
        if code.first?.text.hasPrefix("AUE_") == true || code.first?.text.hasPrefix("SYS_AUE_") == true {
            return "sy_auevent"
        }
        if code.contains(where: { $0.text == "sy_call_t" }) { return "sy_call" }
        if inner.first?.isSymbol("&") == true
            || inner.count == 1 && inner.first.map({ base.functions[$0.text] != nil }) == true
        {
            return "sy_call"
        }
        if inner.count == 1, inner.first?.kind == .number { return "sy_narg" }
        return nil
    }
}
