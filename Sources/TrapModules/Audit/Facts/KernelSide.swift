import Findings

/// What the kernel's side of the sources does: the calls in the order in which they are registered, and taken back.
struct KernelSide {
    private(set) var registrations: [Registration] = []
    private(set) var deregistrations: [Deregistration] = []
    private(set) var arrays: [HelperArray] = []
    private let base: CodeBase
    private var rows: [String: SysentValue] = [:]
    private let nodes: SysctlNodes

    init(_ base: CodeBase) {
        self.base = base
        let events = EventWalk(base).events
        nodes = SysctlNodes(base, events)
        readRows()
        let seenArrays = readEvents(events)
        readModules()
        readModuleData()
        readUnregisteredArrays(seenArrays)
    }

    // MARK: Rows

    /// Rows that a macro makes, and fields that are set when the module runs.
    private mutating func readRows() {
        for unit in base.units.values {
            for use in unit.uses
            where use.name.text.hasPrefix("MAKE_SYSENT") || use.name.text.hasSuffix("MODULE_HELPER") {
                guard let name = use.arguments.first?.last?.text else { continue }
                rows[name + "_sysent"] = SysentValue(macro: use.name, use.arguments.map { $0[...] }, base)
            }
            for function in unit.functions {
                let body = function.body
                for index in body.indices.dropLast(3) where body[index].isSymbol(".") || body[index].isSymbol("->") {
                    guard ["sy_narg", "sy_call", "sy_auevent", "sy_flags"].contains(body[index + 1].text),
                        body[index + 2].isSymbol("="), index > 0, body[index - 1].kind == .word
                    else { continue }
                    let end = body[index...].firstIndex { $0.isSymbol(";") } ?? body.endIndex
                    rows[body[index - 1].text, default: SysentValue()].set(
                        body[index + 1].text, body[(index + 3)..<end], base)
                }
            }
        }
    }

    private func row(_ object: CodeObject) -> SysentValue? {
        let value = base.initializer(of: object).flatMap { SysentValue($0, base) }
        guard let set = rows[object.text] else { return value }
        guard var value else { return set }
        value.words = set.words ?? value.words
        value.handler = set.handler ?? value.handler
        value.flags = set.flags ?? value.flags
        return value
    }

    // MARK: Events

    private mutating func readEvents(_ events: [CodeEvent]) -> Set<String> {
        var arrays: Set<String> = []
        // Functions that register, so that what they take back is their own beginning undone.
        let loaders = Set(
            events.filter { $0.kind == .register || $0.kind == .registerArray }.flatMap { event in
                event.phase == nil ? event.chain : Array(event.chain.dropFirst())
            })
        for event in events {
            switch event.kind {
            case .register: register(event)
            case .registerArray:
                if let object = object(event, .array) {
                    arrays.insert(object.text)
                    registerArray(object, event)
                }
            case .deregister, .deregisterArray:
                let isUndone =
                    event.phase == .load || event.phase == nil && event.chain.contains { loaders.contains($0) }
                    || event.chain.dropFirst().contains { loaders.contains($0) }
                guard !isUndone,
                    let object = object(event, event.kind == .deregister ? .offset : .array) ?? number(event)
                else { continue }
                deregistrations.append(
                    Deregistration(
                        offset: object.text, table: event.table, location: base.location(event.place),
                        origin: event.root))
            case .publish: break
            }
        }
        return arrays
    }

    private func object(_ event: CodeEvent, _ role: CodeEvent.Role) -> CodeObject? {
        guard let code = event.arguments[role], !code.isEmpty else { return nil }
        return base.target(of: code, event.bindings)
    }

    /// The variable whose value is handed over.
    private func number(_ event: CodeEvent) -> CodeObject? {
        event.arguments[.number].flatMap { base.object($0, event.bindings) }
    }

    private mutating func register(_ event: CodeEvent) {
        guard let new = object(event, .new) else { return }
        let value = row(new)
        let offset = object(event, .offset)
        // A function that is handed its row by something that the sources do not show.
        if value == nil, base.variable(new.name, in: new.file) == nil { return }
        let number = number(of: offset, event)
        let published = offset.flatMap { nodes.published[$0.text]?.first }
        registrations.append(
            make(
                name: published?.leaf ?? event.label, value, table: event.table, style: .call, number: number,
                place: event.place,
                offset: offset?.text, row: new.text, saved: object(event, .old)?.text, published: published,
                origin: event.root,
                isUnchecked: event.isUnchecked,
                condition: base.condition(event.place) ?? value?.place.flatMap { base.condition($0) }))
    }

    private func number(of offset: CodeObject?, _ event: CodeEvent) -> Registration.Number {
        guard let offset else { return .unknown }
        if let set = event.assigned[offset.text], !set.isEmpty { return number(set[...]) }
        guard let variable = base.variable(offset.name, in: offset.file) else { return .unknown }
        if let value = base.initializer(of: offset)?.code { return number(value) }
        // Without a value it starts as 0, `nosys`' own row.
        return variable.initializer == nil && offset.path.isEmpty ? .fixed("0", 0) : .unknown
    }

    private func number(_ code: Code) -> Registration.Number {
        let value = base.value(code)
        if value == -1 { return .dynamic }
        return value == nil && code.isEmpty ? .unknown : .fixed(CodeBase.stripped(code).spelled, value)
    }

    private func make(
        name: String?, _ value: SysentValue?, table: SlotTable, style: Registration.Style, number: Registration.Number,
        place: CodeToken,
        offset: String?, row: String?, saved: String?, published: Registration.Published?, origin: String,
        isUnchecked: Bool = false, condition: String?
    ) -> Registration {
        let handler = value?.handler
        let function = handler.flatMap { base.function($0, in: value?.place?.file ?? place.file) }
        let structure = value?.structure ?? function.flatMap { Self.structure(of: $0) }
        return Registration(
            name: name ?? handler.map(Self.plain) ?? row ?? "?", table: table, style: style, number: number,
            words: value?.words, handler: handler, structure: structure, audit: value?.audit,
            isCapabilityEnabled: value?.flags?.contains("SYF_CAPENABLED") ?? false, offset: offset, row: row,
            saved: saved,
            published: published, condition: condition, location: base.location(place),
            rowLocation: value?.place.map { base.location($0) }, origin: origin, isUnchecked: isUnchecked)
    }

    /// The structure that a handler's second parameter points to.
    static func structure(of function: CodeUnit.Function) -> String? {
        guard function.parameters.count == 2 else { return nil }
        let words = function.parameters[1].type.split { " *".contains($0) }.map(String.init)
        guard let index = words.firstIndex(of: "struct"), index + 1 < words.count else { return nil }
        return words[index + 1]
    }

    private static func plain(_ handler: String) -> String {
        handler.hasPrefix("sys_") ? String(handler.dropFirst(4)) : handler
    }

    // MARK: Arrays

    private struct Entry {
        let value: SysentValue
        let number: Registration.Number
        let place: CodeToken
        let isLast: Bool
    }

    private func entries(of object: CodeObject) -> [Entry]? {
        guard let variable = base.variable(object.name, in: object.file), let code = variable.initializer else {
            return nil
        }
        return Initializer(code[...]).elements(base).compactMap { element -> Entry? in
            guard let element, let place = element.first else { return nil }
            switch element {
            case .expression(let code):
                if place.text == "SYSCALL_INIT_LAST" {
                    return Entry(value: SysentValue(), number: .dynamic, place: place, isLast: true)
                }
                guard let value = SysentValue(element, base) else { return nil }
                _ = code
                return Entry(value: value, number: number(value.number[...]), place: place, isLast: false)
            case .list(let list):
                let row = list.first { $0.field == "new_sysent" || $0.field == nil && $0.value.code == nil }?.value
                let number = list.first { $0.field == "syscall_no" }?.value.code.map { self.number($0) } ?? .unknown
                let value = row.flatMap { SysentValue($0, base) } ?? SysentValue()
                return Entry(
                    value: value, number: number, place: place, isLast: value.handler == nil && number.isDynamic)
            }
        }
    }

    private mutating func registerArray(_ object: CodeObject, _ event: CodeEvent) {
        guard let entries = entries(of: object) else { return }
        note(object, entries, isRegistered: true)
        for entry in entries {
            // What the kernel takes for the end.
            if entry.number.isDynamic { break }
            registrations.append(
                make(
                    name: nil, entry.value, table: event.table, style: .array, number: entry.number, place: entry.place,
                    offset: object.text,
                    row: object.text, saved: nil, published: nil, origin: event.root, isUnchecked: event.isUnchecked,
                    condition: base.condition(entry.place)))
        }
    }

    private mutating func note(_ object: CodeObject, _ entries: [Entry], isRegistered: Bool) {
        guard !arrays.contains(where: { $0.name == object.text }) else { return }
        let end = entries.firstIndex { $0.number.isDynamic }
        arrays.append(
            HelperArray(
                name: object.text, count: entries.count { !$0.isLast }, firstEnd: end, isEnded: end != nil,
                location: base.location(base.variable(object.name, in: object.file)?.name ?? object.token),
                endLocation: end.map { base.location(entries[$0].place) },
                isRegistered: isRegistered))
    }

    private mutating func readUnregisteredArrays(_ seen: Set<String>) {
        for (_, unit) in base.units.sorted(by: { $0.key < $1.key }) {
            for variable in unit.variables
            where variable.isArray && variable.initializer != nil
                && variable.type.contains(where: { $0.text == "syscall_helper_data" })
            {
                guard !seen.contains(variable.name.text) else { continue }
                let object = CodeObject(name: variable.name.text, file: variable.name.file, token: variable.name)
                if let entries = entries(of: object) { note(object, entries, isRegistered: false) }
            }
        }
    }

    // MARK: Modules

    private mutating func readModules() {
        for (_, unit) in base.units.sorted(by: { $0.key < $1.key }) {
            for use in unit.uses
            where use.name.text.hasPrefix("SYSCALL_MODULE") || use.name.text.hasPrefix("SYSCALL32_MODULE") {
                guard let name = use.arguments.first?.last?.text else { continue }
                let table: SlotTable = use.name.text.contains("32") ? .freebsd32 : .native
                if use.name.text.hasSuffix("HELPER") {
                    guard let value = SysentValue(macro: use.name, use.arguments.map { $0[...] }, base) else {
                        continue
                    }
                    registrations.append(
                        make(
                            name: name, value, table: table, style: .module, number: number(value.number[...]),
                            place: use.name, offset: name + "_syscall",
                            row: name + "_sysent", saved: nil, published: modulePublished(name, use.name), origin: name,
                            condition: base.condition(use.name)))
                } else if use.arguments.count > 2 {
                    let offset = base.target(of: use.arguments[1][...])
                    let row = base.target(of: use.arguments[2][...])
                    let number = offset.flatMap { base.initializer(of: $0)?.code }.map { self.number($0) } ?? .unknown
                    registrations.append(
                        make(
                            name: name, row.flatMap { self.row($0) }, table: table, style: .module, number: number,
                            place: use.name, offset: offset?.text, row: row?.text,
                            saved: nil,
                            published: offset.flatMap { nodes.published[$0.text]?.first }
                                ?? modulePublished(name, use.name), origin: name, condition: base.condition(use.name)))
                }
            }
        }
    }

    /// Modules that are written out: `struct syscall_module_data x = { handler, argument, &offset, &row, … };`
    private mutating func readModuleData() {
        for (_, unit) in base.units.sorted(by: { $0.key < $1.key }) {
            for variable in unit.variables where variable.type.contains(where: { $0.text == "syscall_module_data" }) {
                guard let code = variable.initializer else { continue }
                let fields = ["chainevh", "chainarg", "offset", "new_sysent", "old_sysent", "flags"]
                let value = Initializer(code[...])
                guard let offset = value.field("offset", of: fields)?.code.flatMap({ base.target(of: $0) }),
                    let row = value.field("new_sysent", of: fields)?.code.flatMap({ base.target(of: $0) })
                else { continue }
                let module = moduleName(variable.name, unit)
                registrations.append(
                    make(
                        name: nil, self.row(row), table: .native, style: .module,
                        number: base.initializer(of: offset)?.code.map { number($0) } ?? .unknown,
                        place: variable.name, offset: offset.text, row: row.text, saved: nil,
                        published: module.map {
                            Registration.Published(name: $0, location: base.location(variable.name))
                        }, origin: variable.name.text,
                        condition: base.condition(variable.name)))
            }
        }
    }

    /// What the `moduledata_t` is called that hands over `data`.
    private func moduleName(_ data: CodeToken, _ unit: CodeUnit) -> String? {
        for variable in unit.variables
        where variable.type.contains(where: { $0.text == "moduledata_t" || $0.text == "moduledata" }) {
            guard let code = variable.initializer, code.contains(where: { $0.text == data.text }),
                let first = Initializer(code[...]).elements(base).first??.code?.first
            else { continue }
            if let literal = first.literal { return literal }
            return base.constants[first.text]?.first?.body.first?.literal
        }
        return nil
    }

    /// `SYSCALL_MODULE` names its module `sys/NAME`, and modstat(2) tells the number.
    private func modulePublished(_ name: String, _ place: CodeToken) -> Registration.Published {
        Registration.Published(name: "sys/" + name, location: base.location(place))
    }
}
