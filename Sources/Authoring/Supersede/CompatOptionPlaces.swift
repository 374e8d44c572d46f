import Checks
import Edits
import Findings
import SourceTree
import SyscallTable

/// The kernel option `COMPAT_FREEBSDnn`, everywhere that a tree names those of earlier releases.
struct CompatOptionPlaces {
    let old: OldCall
    /// The newest level below the one that is wanted.
    private let previous: Int
    /// Whether the generator knows the level.
    private let isKnown: Bool

    init(_ old: OldCall) throws(Refusal) {
        self.old = old
        let levels = old.tables.generator.compatSets.values.flatMap { $0.map(\.level) }
        isKnown = levels.contains(old.level.number)
        guard let previous = levels.filter({ $0 < old.level.number }).max() else {
            throw Refusal("unsupported-level", "the generator of this tree knows no level below \(old.level.number)")
        }
        self.previous = previous
    }

    private var before: String { "COMPAT_FREEBSD\(previous)" }

    /// Adds the option where it is missing.
    ///
    /// - Throws: a `Refusal` for a generator whose levels are code and not data.
    func add(to draft: inout Draft) throws(Refusal) {
        try addLevel(&draft)
        try addOption(&draft)
        try addConfigurations(&draft)
        try addNotes(&draft)
        try addFeature(&draft)
        guard !isKnown else { return }
        for banded in try CallMasters(old.tables).all { try addRemark(banded.path, &draft) }
        draft.remark("The kernel option \(old.option) is new; kernels without it lose the old \(old.name).")
    }

    private func addLevel(_ draft: inout Draft) throws(Refusal) {
        guard !isKnown else { return }
        let paths = ["sys/tools/syscalls/config.lua", "sys/tools/makesyscalls.lua"].map { TreePath($0) }
        for path in paths {
            guard let text = try draft.text(path) else { continue }
            let line = "{ stdcompat = \"FREEBSD\(previous)\" },"
            // A set of another name is another table's business.
            guard let index = text.allLines.firstIndex(where: { $0.hasSuffix(line) }) else { break }
            let indent = text.allLines[index].prefix { $0 == "\t" || $0 == " " }
            try draft.insert(
                "\(indent){ stdcompat = \"FREEBSD\(old.level.number)\" },\n", beforeLine: index + 2, of: text,
                because: "the generator learns the level COMPAT\(old.level.number)")
            return
        }
        throw Refusal(
            "unsupported-level",
            "the generator of this tree has no level COMPAT\(old.level.number), and none can be added to it",
            notes: [Note("it knows COMPAT\(previous); --compat-level \(previous) takes the older one")])
    }

    private func addOption(_ draft: inout Draft) throws(Refusal) {
        guard let text = try draft.text(TreePath("sys/conf/options")), let index = line(of: before, in: text),
            line(of: old.option, in: text) == nil
        else { return }
        let tail = text.allLines[index].dropFirst(before.count)
        try draft.insert(
            old.option + tail + "\n", beforeLine: index + 2, of: text, because: "config(8) learns the option")
    }

    /// The first line that has `option` for its first word.
    private func line(of option: String, in text: SourceText) -> Int? {
        text.allLines.firstIndex { $0.split(whereSeparator: { $0 == "\t" || $0 == " " }).first == option[...] }
    }

    /// Kernels that run programs of the release before run those of this one.
    private func addConfigurations(_ draft: inout Draft) throws(Refusal) {
        for directory in try Self.configurations(draft.view) {
            for path in try draft.view.files(in: directory, where: { $0 != "NOTES" && !$0.hasPrefix("files") }) {
                guard let text = try draft.text(path), text.bytes.count < 1 << 20 else { continue }
                let lines = text.allLines
                guard let index = lines.firstIndex(where: { Self.option(of: $0) == before }),
                    !lines.contains(where: { Self.option(of: $0) == old.option })
                else { continue }
                let line = lines[index].replacing(
                    "FREEBSD\(previous)", with: "FREEBSD\(old.level.number)"
                ).replacing("FreeBSD\(previous)", with: "FreeBSD\(old.level.number)")
                try draft.insert(
                    line + "\n", beforeLine: index + 2, of: text,
                    because: "this kernel runs programs of FreeBSD \(previous), and so those of \(old.level.number)")
            }
        }
    }

    /// `sys/ARCH/conf` and its kin; forks have them a level deeper.
    private static func configurations(_ view: any TreeView) throws(Refusal) -> [TreePath] {
        var found: [TreePath] = []
        for top in ["sys", "sys/arch"].map({ TreePath($0) }) where try view.kind(of: top) == .directory {
            for directory in try view.directories(in: top) {
                let path = directory.appending("conf")
                if try view.kind(of: path) == .directory { found.append(path) }
            }
        }
        return found
    }

    /// The option of a line `options NAME`; `nil` for any other line.
    private static func option(of line: String) -> String? {
        let words = line.split(whereSeparator: { $0 == "\t" || $0 == " " || $0 == "#" })
        return words.count >= 2 && words[0] == "options" ? String(words[1]) : nil
    }

    private func addNotes(_ draft: inout Draft) throws(Refusal) {
        guard let text = try draft.text(TreePath("sys/conf/NOTES")) else { return }
        let lines = text.allLines
        guard let index = lines.firstIndex(where: { Self.option(of: $0) == before }),
            !lines.contains(where: { Self.option(of: $0) == old.option })
        else { return }
        let block = [
            "", "# Enable FreeBSD\(old.level.number) compatibility syscalls",
            lines[index].replacing("FREEBSD\(previous)", with: "FREEBSD\(old.level.number)"),
        ]
        try draft.insert(
            block.map { $0 + "\n" }.joined(), beforeLine: index + 2, of: text, because: "LINT kernels have every option"
        )
    }

    /// The sysctl by which programs see that the kernel has the option.
    private func addFeature(_ draft: inout Draft) throws(Refusal) {
        guard let text = try draft.text(TreePath("sys/kern/kern_mib.c")) else { return }
        let lines = text.allLines
        guard let start = lines.firstIndex(of: "#ifdef " + before), !lines.contains("#ifdef " + old.option),
            let end = lines[start...].firstIndex(of: "#endif"), end - start <= 3
        else { return }
        let block = lines[start...end].map {
            $0.replacing("FREEBSD\(previous)", with: "FREEBSD\(old.level.number)")
                .replacing("freebsd\(previous)", with: "freebsd\(old.level.number)")
                .replacing("FreeBSD \(previous)", with: "FreeBSD \(old.level.number)")
        }
        try draft.insert(
            ([""] + block).map { $0 + "\n" }.joined(), beforeLine: end + 2, of: text,
            because: "kern.features says that the kernel has it")
    }

    /// The line of the list of kinds at the head of a master.
    private func addRemark(_ path: TreePath, _ draft: inout Draft) throws(Refusal) {
        guard let text = try draft.text(path) else { return }
        let lines = text.allLines
        guard let index = lines.firstIndex(where: { $0.hasPrefix(";") && $0.contains("included on \(before) #ifdef") })
        else { return }
        let line = lines[index].replacing("FREEBSD\(previous)", with: "FREEBSD\(old.level.number)")
            .replacing("COMPAT\(previous)", with: "COMPAT\(old.level.number)")
            .replacing("FreeBSD \(previous)", with: "FreeBSD \(old.level.number)")
        try draft.insert(line + "\n", beforeLine: index + 2, of: text, because: "the kind is told of")
    }
}
