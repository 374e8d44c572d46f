/// Lines of C in the form of style(9): tabs of eight columns, four blanks ahead of what continues a line, 80 columns.
enum StyleText {
    /// `head`, the items with commas between them, and `tail`, on as many lines as they need.
    ///
    /// - Parameter continuation: what begins each line but the first.
    static func list(_ head: String, _ items: [String], _ tail: String, continuation: String) -> [String] {
        var lines = [head]
        for (index, item) in items.enumerated() {
            let piece = item + (index == items.count - 1 ? tail : ",")
            // A line that holds nothing of its own yet takes the item, however long it is.
            let isFresh = lines[lines.count - 1] == continuation || index == 0
            let joined = lines[lines.count - 1] + (isFresh ? "" : " ") + piece
            if isFresh || width(joined) <= 80 {
                lines[lines.count - 1] = joined
            } else {
                lines.append(continuation + piece)
            }
        }
        if items.isEmpty { lines[0] += tail }
        return lines
    }

    /// The column behind `text`.
    static func width(_ text: String) -> Int {
        text.utf8.reduce(0) { $1 == 0x09 ? ($0 / 8 + 1) * 8 : $0 + 1 }
    }

    /// A comment of whole sentences.
    static func comment(_ text: String) -> [String] {
        var lines = [" *"]
        for word in text.split(separator: " ") {
            if width(lines[lines.count - 1] + " " + word) <= 78 {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(" * " + word)
            }
        }
        return ["/*"] + lines + [" */"]
    }
}

/// The names in use in a function.
struct NameScope {
    private var taken: Set<String>

    init(_ taken: Set<String>) { self.taken = taken }

    /// A name that is not in use, like `wanted`; it is in use from now on.
    mutating func claim(_ wanted: String) -> String {
        var name = wanted
        var number = 1
        while !taken.insert(name).inserted {
            number += 1
            name = "\(wanted)_\(number)"
        }
        return name
    }
}

/// The variables of a function.
struct LocalVariables {
    private var groups: [(base: String, declarators: [String])] = []

    /// Adds a variable: `base` is a type without stars, `declarator` the name with stars and dimensions.
    mutating func declare(_ base: String, _ declarator: String) {
        if let index = groups.firstIndex(where: { $0.base == base }) {
            groups[index].declarators.append(declarator)
        } else {
            groups.append((base, [declarator]))
        }
    }

    /// The declarations: structures first, `int` last, a type a line.
    var lines: [String] {
        let ranked = groups.enumerated().sorted {
            (rank($0.element.base), $0.offset) < (rank($1.element.base), $1.offset)
        }
        return ranked.flatMap { _, group in
            StyleText.list("\t\(group.base) ", group.declarators, ";", continuation: "\t    ")
        }
    }

    private func rank(_ base: String) -> Int {
        base.contains("struct ") ? 0 : base == "int" ? 2 : 1
    }
}
