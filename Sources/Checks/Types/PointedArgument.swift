import SourceTree
import SyscallSyntax
import SyscallTable

/// An argument that points to something of a type.
struct PointedArgument {
    let argument: DeclaredArgument
    let row: Row
    /// The type that it points to.
    let pointee: [UInt8]
    /// Whether it points to pointers.
    let isArray: Bool
    /// What its `_Contains_` annotation says that is there.
    private(set) var declared: TypeContents = []
    /// The words of the annotation that say nothing.
    private(set) var unknownWords: [String] = []

    /// All pointers of the calls of a master.
    static func all(of master: Master) -> [PointedArgument] {
        master.rows.flatMap { row -> [PointedArgument] in
            switch row.kinds.level {
            case .none, .obsolete: []
            case .native, .compat: (row.prototype?.arguments ?? []).compactMap { PointedArgument($0, of: row) }
            }
        }
    }

    /// `nil` for an argument that is no pointer.
    private init?(_ argument: DeclaredArgument, of row: Row) {
        guard let star = argument.type.firstIndex(of: 0x2A) else { return nil }
        self.argument = argument
        self.row = row
        pointee = Array(argument.type[..<star])
        isArray = argument.type[star...].count { $0 == 0x2A } > 1
        for annotation in argument.annotations.split(separator: " ") where annotation.hasPrefix(Self.beginning) {
            for word in annotation.dropFirst(Self.beginning.count).split(separator: "_") {
                if let known = TypeContents.all.first(where: { $0.word == word }) {
                    declared.insert(known.contents)
                } else {
                    unknownWords.append(String(word))
                }
            }
        }
    }

    /// How the annotations begin.
    static let beginning = "_Contains_"

    /// What is there, as far as `types` know. Of memory that is handed over as such nothing is: what lies in it depends on
    /// the call.
    func contents(_ types: CTypes) -> KnownContents {
        if isArray { return KnownContents(contents: .pointer, isComplete: false) }
        let words = pointee.words(in: 0..<pointee.count).map { pointee.text($0) }.filter { $0 != "const" }
        return words == ["void"] || words == ["char"] ? .unknown : types.contents(of: pointee)
    }
}
