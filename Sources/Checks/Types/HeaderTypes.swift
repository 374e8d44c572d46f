import Edits
import Findings
import SourceTree

extension CTypes {
    /// Where the types of system calls are defined, the likely places first.
    private static let directories = ["sys/sys", "sys/bsm", "sys/netinet"]

    /// The types of the headers of `tree` in which the types `wanted` are defined, as far as they are.
    static func types(for wanted: Set<[UInt8]>, in tree: CheckedTree) throws(Refusal) -> CTypes {
        var types = CTypes()
        for directory in directories.map({ TreePath($0) }) {
            // Two headers of one directory may define a structure in two ways, so all of a directory are read.
            for path in try tree.view.files(in: directory, where: { $0.hasSuffix(".h") }) {
                types.read(try tree.shared.read(path))
            }
            if wanted.allSatisfy(types.defines) { break }
        }
        return types
    }
}
