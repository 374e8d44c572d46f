import Edits
import Findings

/// A `syscalls.master` as written: every byte of it belongs to exactly one node, in order.
///
/// Parsing never fails. What does not have the form of an entry is kept as it stands and reported in ``problems``.
public struct MasterSyntax: Sendable {
    /// The name under which problems are reported.
    public let path: String
    /// The whole file.
    public let bytes: [UInt8]
    /// How lines make entries.
    public let form: MasterForm
    /// The lines of the file.
    public let lines: LineMap
    /// The pieces of the file, which tile it.
    public let nodes: [MasterNode]
    /// What is wrong with the form, in file order.
    public let problems: [Finding]

    /// The place of the byte at `offset`.
    public func location(_ offset: Int) -> Location {
        Location(path: path, offset: offset, in: lines)
    }

    /// The bytes of `range` as text, joined to one line when they stand on several.
    public func text(_ range: Range<Int>) -> String {
        isBroken(range) ? String(decoding: joined(range), as: UTF8.self) : bytes.text(range)
    }

    /// The bytes of `range`, joined to one line when they stand on several.
    public func line(_ range: Range<Int>) -> ArraySlice<UInt8> {
        isBroken(range) ? joined(range)[...] : bytes[range]
    }

    /// Where the bytes of `range` stand as one line: in the file, or in a text of their own when they stand on several.
    public func unbroken(_ range: Range<Int>) -> (bytes: [UInt8], range: Range<Int>) {
        guard isBroken(range) else { return (bytes, range) }
        let line = joined(range)
        return (line, 0..<line.count)
    }

    /// Whether `range` stands on several lines.
    private func isBroken(_ range: Range<Int>) -> Bool {
        form != .block && bytes.firstIndex(of: 0x0A, in: range) != nil
    }

    private func joined(_ range: Range<Int>) -> [UInt8] {
        form.logicalLine(bytes, range).bytes
    }

    /// Whether a comment ahead of the entries explains the kind `RESERVED`. Masters up to FreeBSD 12 know no such kind, and
    /// fill numbers that nobody has with `UNIMPL`.
    public var documentsReserved: Bool {
        for node in nodes {
            if node.isEntry { return false }
            if case .comment = node.kind, bytes.firstIndex(of: "RESERVED", in: node.range) != nil { return true }
        }
        return false
    }

    /// The bytes of `range` cut as makesyscalls.sh does: at blanks, and `{ } ( ) * ,` each for itself.
    public func fields(_ range: Range<Int>) -> [[UInt8]] {
        let line = form.logicalLine(bytes, range)
        return line.fields().map { Array(line.bytes[$0]) }
    }

    /// The bytes of `range` for a message: as text, and not endless.
    public func excerpt(_ range: Range<Int>) -> String {
        bytes.excerpt(range)
    }

    /// The file again, node by node.
    public func printed() -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for node in nodes {
            result += bytes[node.range]
        }
        return result
    }
}

/// A piece of a `syscalls.master`: one line, or the lines of one entry.
public struct MasterNode: Sendable {
    /// What stands there.
    public let kind: Kind
    /// The bytes, with the line feed that ends them.
    public let range: Range<Int>

    /// What a piece can be.
    public enum Kind: Sendable {
        /// A line without any byte.
        case blank
        /// A line whose first byte other than white space is `;`, or another that the generator ignores: the
        /// identification with its `$FreeBSD$`.
        case comment
        /// `#include …`, collected for the head of the switch table.
        case include
        /// A line with `%%ABI_HEADERS%%`, which stands for the configuration's `abi_headers`.
        case abiHeaders
        /// Any other line that begins with `#`.
        case directive(Directive)
        /// A system call, or a row or range without one.
        case entry(EntrySyntax)
        /// A line that belongs to nothing; there is a problem for it.
        case stray
    }

    /// What a preprocessor line does to the rows around it.
    public enum Directive: Sendable, Hashable {
        /// `#if`, `#ifdef`, `#ifndef`
        case opens
        /// `#elif` and its relatives
        case elseIf
        /// `#else`
        case otherwise
        /// `#endif`
        case closes
        /// `#define`, `#undef`, `#error`, …
        case other
    }
}

/// An entry: its header words and, where it has one, its prototype. Ranges are bytes of the file.
public struct EntrySyntax: Sendable {
    /// The words of the header up to and without a `{`: number, audit event, kinds, name, alternatives.
    public let header: [Range<Int>]
    /// The words that follow the `{` on the header's line, or the `}` in the editions that put them there:
    /// alternative name, argument structure, return type.
    public let alternatives: [Range<Int>]
    /// The prototype between the braces; `nil` for a one-line row, and for one that could not be read.
    public let prototype: PrototypeSyntax?
    /// Whether the entry has braces whose content could not be read; there is a problem for it.
    public let isDamaged: Bool

    /// The word at `index` of the header; `nil` when the header is shorter.
    public func word(_ index: Int) -> Range<Int>? {
        index < header.count ? header[index] : nil
    }
}

/// The function declaration of an entry.
public struct PrototypeSyntax: Sendable {
    /// The words of the result type, without the stars that stick to the name.
    public let result: Range<Int>
    /// The stars between result type and name.
    public let stars: Int
    /// The function's name.
    public let name: Range<Int>
    /// One range an argument, without the comma and the white space around it.
    public let arguments: [Range<Int>]
}
