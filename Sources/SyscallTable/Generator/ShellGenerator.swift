import Findings
import SyscallSyntax

extension Generator {
    /// The data and particulars of a `makesyscalls.sh`, read from its text. Nothing of it is run.
    ///
    /// The script was changed a few lines at a time between FreeBSD 9 and 12 and differs on stable branches; which of the
    /// changes a tree has shows in the statements that its script contains. A script that is none of the known ones is
    /// reported.
    public static func reading(script: [UInt8], path: String) -> (generator: Generator, findings: [Finding]) {
        let text = ShellScript(script)
        var generator = Generator.shell
        for (name, value) in text.assignments where generator.defaults[name] != nil { generator.defaults[name] = value }
        generator.compatSets = ["native": text.compatLevels]
        var edition = generator.particulars
        let joins = text.contains("done_joining")
        edition.master.form = .continued(joinsPrototypes: joins)
        edition.master.annotations = text.contains("_In[^ ]*[_)]") ? .sal : .none
        edition.master.pointerResults = text.contains("ret_inc")
        edition.master.ranges = text.contains("syscall_range")
        if !text.contains("capabilities.conf") {
            edition.configuration.capabilities = .none
        } else if !text.contains("capabilities_conf=") {
            edition.configuration.capabilities = .configurationOverFile
        } else {
            edition.configuration.capabilities =
                text.contains("if [ -n \"$capenabled\" ]") ? .configurationElseFile : .fileOverConfiguration
        }
        text.read(into: &edition.format)
        generator.particulars = edition
        guard !GeneratorSource.knownScripts.contains(text.fingerprint) else { return (generator, []) }
        let code = String(text.fingerprint, radix: 16)
        let message = "the generator's code is not that of a known edition (\(code)); its output may differ"
        return (
            generator,
            [Finding(.warning, "unknown-generator", at: Location(path: path, line: 1, column: 1), message)]
        )
    }
}

/// The lines of a shell script, comments left out.
private struct ShellScript {
    let lines: [String]

    init(_ bytes: [UInt8]) {
        lines = bytes.split(separator: 0x0A).map { line in
            let text = Array(line)
            return text.text(text.trimmed(0..<text.count))
        }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }

    func contains(_ text: String) -> Bool {
        lines.contains { $0.contains(text) }
    }

    /// `name=value` at the start of a line, without quotes.
    var assignments: [(name: String, value: String)] {
        lines.compactMap { line in
            guard let equals = line.firstIndex(of: "="), line[..<equals].utf8.allSatisfy(isIdentifier) else {
                return nil
            }
            let value = line[line.index(after: equals)...]
            if value.hasPrefix("\""), value.hasSuffix("\""), value.count >= 2 {
                return (String(line[..<equals]), String(value.dropFirst().dropLast()))
            }
            return (String(line[..<equals]), String(value))
        }
    }

    /// `compat=COMPAT_43`, `compat11=COMPAT_FREEBSD11`
    var compatLevels: [CompatOption] {
        assignments.compactMap { name, value in
            guard name.hasPrefix("compat"), value.hasPrefix("COMPAT_") else { return nil }
            if name == "compat" {
                return CompatOption(definition: value, level: 3, flag: "COMPAT", prefix: "o", description: "old")
            }
            return Int(name.dropFirst("compat".count)).map {
                CompatOption(
                    definition: value, level: $0, flag: "COMPAT\($0)", prefix: "freebsd\($0)_",
                    description: "freebsd\($0)"
                )
            }
        }
    }

    /// What shows in the statements that write companions.
    func read(into format: inout CompanionFormat) {
        format.tag = contains("\"@\" \"generated\"") ? "@generated" : "generated"
        format.createdFrom = contains("created from%s")
        format.includesCompatOptions = contains("opt_compat.h")
        format.flagsOfNoStandard = contains("lkmressys, AUE_NULL, NULL, 0, 0, %s, SY_THR_ABSENT")
        for line in lines {
            if line.hasSuffix(" > sysmk"), let title = line.between("printf \"# ", ".\\n\""), title.hasPrefix("FreeBSD")
            {
                format.makefileTitle = title + "."
            }
        }
        // <bsm/audit_kevents.h> stands in a paragraph of its own, in all releases.
        format.prototypeIncludes = lines.filter { $0.hasSuffix("> sysarg") }
            .compactMap { $0.between("printf \"#include <", ">") }
            .filter { !$0.hasPrefix("bsm/") }
        format.plainPrefixes = contains("sys_%s") ? plainPrefixes : nil
        if let condition = lines.indices.first(where: { lines[$0].contains("/* %d is ") && isCompatComment($0) }),
            let line = lines[..<condition].last(where: { $0.hasPrefix("if (flag(") })
        {
            format.historicLevels = Set(compatLevels.filter { line.contains("\"\($0.flag)\"") }.map(\.level))
        }
        format.trace.describer =
            contains("systrace_entry_setargdesc") ? "systrace_entry_setargdesc" : "systrace_setargdesc"
        format.trace.results = contains("systrace_return_setargdesc")
        format.trace.stripsRestrict = contains("__restrict$")
        format.trace.userland = contains("userland %s")
        format.trace.semun = contains("l_semun")
        format.trace.directives = lines.contains("print > systrace")
    }

    private func isCompatComment(_ index: Int) -> Bool {
        lines[index].contains("is old %s") || lines[index].contains("is %s %s")
    }

    /// `funcname ~ /^linux/`
    private var plainPrefixes: [String] {
        var prefixes: [String] = []
        for line in lines {
            for part in line.split(separator: "~").dropFirst() {
                guard let prefix = String(part).between("/^", "/"), prefix.utf8.allSatisfy(isIdentifier),
                    line.contains("funcname ~"), !prefixes.contains(prefix)
                else { continue }
                prefixes.append(prefix)
            }
        }
        return prefixes
    }

    /// A digest of the code; FNV-1a, as for Lua.
    var fingerprint: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for line in lines {
            for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0x0A) &* 0x100_0000_01B3
        }
        return hash
    }
}

extension String {
    /// The text between the first `head` and the next `tail`.
    fileprivate func between(_ head: String, _ tail: String) -> String? {
        let bytes = Array(utf8)
        guard let start = bytes.index(after: Array(head.utf8), from: 0),
            let end = bytes.index(after: Array(tail.utf8), from: start)
        else { return nil }
        return bytes.text(start..<end - tail.utf8.count)
    }

    /// Whether `text` stands in the string; by bytes, so that no locale matters.
    fileprivate func contains(_ text: String) -> Bool {
        Array(utf8).index(after: Array(text.utf8), from: 0) != nil
    }
}

extension [UInt8] {
    /// The place behind the first `text` at or after `start`.
    fileprivate func index(after text: [UInt8], from start: Int) -> Int? {
        guard let first = text.first else { return start }
        var position = start
        while position + text.count <= count {
            if self[position] == first, self[position..<position + text.count].elementsEqual(text) {
                return position + text.count
            }
            position += 1
        }
        return nil
    }
}
