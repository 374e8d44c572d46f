// Objects on the stack of the kernel, and large ones in memory of their own.
extension EntryPoint {
    /// An object, or a few of them, on the kernel's stack; a large one in memory of its own.
    mutating func addObject(_ parameter: Parameter, _ copy: Copy, count: String?) -> String {
        let isLarge = count == nil && copy.element.isLarge()
        let object = scope.claim(parameter.name)
        let dimension = count.map { "[\($0)]" } ?? ""
        let narrow = copy.narrowType.map { _ in scope.claim(parameter.name + "32") }
        let (base, stars) = copy.element.type.declarator
        locals.declare(base, (isLarge ? "*" : "") + stars + object + dimension)
        if let narrow, let type = copy.narrowType { locals.declare(type, (isLarge ? "*" : "") + narrow + dimension) }
        objects[parameter.name] = isLarge ? "*" + object : object
        for variable in [object, narrow].compactMap({ $0 }) where isLarge {
            before.append("\t\(variable) = malloc(sizeof(*\(variable)), M_TEMP, M_WAITOK | M_ZERO);")
            begin.append("\t\(variable) = NULL;")
            end.append("\tfree(\(variable), M_TEMP);")
        }
        let place = Place(
            object: isLarge ? "*" + object : object, narrow: narrow.map { isLarge ? "*" + $0 : $0 },
            size: "sizeof(\(isLarge ? "*" : "")\(narrow ?? object))", isArray: count != nil)
        let pointer = copy.direction.isOptional ? scope.claim(object + "p") : nil
        if let pointer { locals.declare(base, "*" + stars + pointer) }
        let reference = isLarge || count != nil ? object : "&" + object
        addCopies(copy, place, condition: pointer, reference: reference)
        return pointer ?? reference
    }

    /// Where a copy lies.
    struct Place {
        /// The kernel's object, and the one of a 32-bit program where that differs.
        let object: String
        let narrow: String?
        /// How many bytes the program has.
        let size: String
        /// Whether these are several.
        let isArray: Bool
    }

    mutating func addCopies(_ copy: Copy, _ place: Place, condition: String?, reference: String) {
        let indent = condition == nil ? 1 : 2
        let tabs = String(repeating: "\t", count: indent)
        let program = place.narrow ?? place.object
        let buffer = program.hasPrefix("*") ? String(program.dropFirst()) : place.isArray ? program : "&" + program
        var inward: [String] = []
        if copy.direction.reads {
            inward.append("\(tabs)error = copyin(\(copy.field), \(buffer), \(place.size));")
            inward += failure(indent)
            if let narrow = place.narrow {
                if copy.element.hasGaps, !place.object.hasPrefix("*") {
                    inward.append(clear(place.object, isArray: place.isArray, tabs))
                }
                inward += convert(copy, place, from: narrow, to: place.object, isInward: true, indent)
            }
        } else if !place.object.hasPrefix("*") {
            let isPlain = !copy.element.isStructure && !place.isArray
            let nothing = copy.element.type.stars.isEmpty ? "0" : "NULL"
            inward.append(
                isPlain ? "\(tabs)\(place.object) = \(nothing);" : clear(place.object, isArray: place.isArray, tabs))
        }
        if let condition {
            begin.append("\t\(condition) = NULL;")
            inward.append("\(tabs)\(condition) = \(reference);")
            before += ["\tif (\(copy.field) != NULL) {"] + inward + ["\t}"]
        } else {
            before += inward
        }
        guard copy.direction.writes else { return }
        var outward: [String] = []
        if let narrow = place.narrow {
            if copy.needsClearing { outward.append(clear(narrow, isArray: place.isArray, tabs)) }
            outward += convert(copy, place, from: place.object, to: narrow, isInward: false, indent)
        }
        outward.append("\(tabs)error = copyout(\(buffer), \(copy.field), \(place.size));")
        after.append(condition.map { block("\tif (\($0) != NULL)", outward) } ?? outward)
    }

    func clear(_ object: String, isArray: Bool, _ tabs: String) -> String {
        if object.hasPrefix("*") { return "\(tabs)memset(\(object.dropFirst()), 0, sizeof(\(object)));" }
        return "\(tabs)memset(\(isArray ? "" : "&")\(object), 0, sizeof(\(object)));"
    }

    mutating func convert(
        _ copy: Copy, _ place: Place, from source: String, to target: String, isInward: Bool, _ indent: Int
    ) -> [String] {
        let conversion = place.isArray ? Conversion.each(copy.element.conversion) : copy.element.conversion
        return text(for: conversion, isInward: isInward).statements(
            conversion, from: source, to: target, indent: indent)
    }

    mutating func text(for conversion: Conversion, isInward: Bool) -> ConversionText {
        while counters.count < conversion.depth {
            let counter = scope.claim(["i", "j", "k", "l"][min(counters.count, 3)])
            locals.declare("size_t", counter)
            counters.append(counter)
        }
        return ConversionText(macros: plan.macros, isInward: isInward, counters: counters)
    }
}

/// A copy of what an argument points to, in one ABI.
struct Copy {
    let element: Element
    let direction: Passing.Direction
    /// The member of the argument structure.
    let field: String
    /// The type of the program's object; `nil` when it is the kernel's.
    let narrowType: String?

    init(_ element: Element, _ direction: Passing.Direction, _ field: String, isNarrow: Bool) {
        self.element = isNarrow || element.narrowType == nil ? element : element.unconverted
        self.direction = direction
        self.field = field
        narrowType = isNarrow ? element.narrowType : nil
    }

    /// Whether bytes between members would go to the program as they happen to be.
    var needsClearing: Bool { narrowType != nil && element.isStructure }
}

extension Element {
    /// The object of the native ABI.
    fileprivate var unconverted: Element {
        Element(type: type, narrowType: nil, conversion: .integer, size: size, isStructure: isStructure)
    }
}

extension DeclaredType {
    /// The type without stars, and the stars: the pieces of a declaration of several variables.
    var declarator: (base: String, stars: String) {
        ((isConst ? "const " : "") + base, stars.map { $0 ? "*const " : "*" }.joined())
    }
}
