import Edits
import Findings
import SyscallSyntax
import SyscallTable

/// What the masters and configurations of a tree without a generator say about the edition that they are written for.
///
/// The native master decides, since the others may lag behind: a freebsd32 master of FreeBSD 13 is still in the form of 12.
struct EditionEvidence {
    /// The built-in data of the edition.
    let generator: Generator
    /// Which sign decided.
    let reason: String

    init(view: any TreeView, sites: [TableSite]) throws(Refusal) {
        let none = "the tree carries no generator; "
        for site in sites {
            guard let path = site.configuration else { continue }
            let configuration = ConfigurationSyntax.parse(try view.read(path), path: view.label(path))
            if let setting = configuration["libsys_h"] ?? configuration["libsysmap"] {
                let place = "\(setting.location.path):\(setting.location.line ?? 1)"
                self.init(
                    .modular, none + "\(place) sets '\(setting.key)', so the built-in data of FreeBSD 15.1 are used")
                return
            }
        }
        guard let site = sites.first, try view.kind(of: site.master) != nil else {
            self.init(.modular, none + "the built-in data of FreeBSD 15.1 are used")
            return
        }
        let signs = MasterSigns(try view.read(site.master))
        let label = view.label(site.master)
        if let line = signs.oneLineEntry {
            self.init(
                .shell, none + "\(label):\(line) is an entry on one line, so the built-in data of FreeBSD 12 are used")
        } else if let line = signs.modularKind {
            self.init(
                .modular, none + "\(label):\(line) has a kind of FreeBSD 15, so its built-in data are used")
        } else if let line = signs.abiHeaders, signs.identification != nil {
            self.init(
                .lua14,
                none + "\(label):\(line) takes the headers of an ABI and the file has a $FreeBSD$ line,"
                    + " so the built-in data of FreeBSD 14 are used")
        } else if let line = signs.identification {
            self.init(
                .lua13,
                none + "\(label):\(line) is a $FreeBSD$ line and entries are blocks,"
                    + " so the built-in data of FreeBSD 13 are used")
        } else {
            self.init(.modular, none + "entries are blocks, so the built-in data of FreeBSD 15.1 are used")
        }
    }

    private init(_ generator: Generator, _ reason: String) {
        self.generator = generator
        self.reason = reason
    }
}

/// The lines of a master that tell one edition from another, each the first of its sort.
private struct MasterSigns {
    private(set) var identification: Int?
    private(set) var abiHeaders: Int?
    private(set) var modularKind: Int?
    private(set) var oneLineEntry: Int?

    init(_ bytes: [UInt8]) {
        let lines = LineMap(bytes)
        for number in 1...lines.starts.count {
            let line = bytes.trimmed(lines.range(ofLine: number))
            guard let first = line.first else { continue }
            if identification == nil, bytes.firstIndex(of: "$FreeBSD", in: line) != nil { identification = number }
            if abiHeaders == nil, bytes.firstIndex(of: "%ABI_HEADERS%", in: line) != nil { abiHeaders = number }
            guard isDigit(bytes[first]) else { continue }
            let words = bytes.words(in: line)
            guard words.count >= 3 else { continue }
            if modularKind == nil {
                let kinds = bytes[words[2]].split(separator: 0x7C)
                if kinds.contains(where: { $0.elementsEqual("NOLIB".utf8) || $0.elementsEqual("NORETURN".utf8) }) {
                    modularKind = number
                }
            }
            let last = bytes[line.upperBound - 1]
            let isWhole = bytes[line].contains(0x7B) && bytes[line].contains(0x7D)
            if oneLineEntry == nil, last == 0x5C || isWhole { oneLineEntry = number }
        }
    }
}
