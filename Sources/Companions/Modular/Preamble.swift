extension CodeWriter {
    /// The head of every companion (`generator:preamble` of tools/generator.lua).
    mutating func writePreamble(_ title: String..., comment: CommentStyle = .c) {
        write("\(comment.start)\n")
        for line in title {
            write(line.isEmpty ? "\(comment.middle)\n" : "\(comment.middle) \(line)\n")
        }
        write(
            """
            \(comment.middle)
            \(comment.middle) DO NOT EDIT-- this file is automatically @generated.
            \(comment.end)


            """
        )
    }

    /// Where 64-bit pairs need aligning (`generator:pad64`).
    mutating func writePadCondition() {
        write(
            """
            #if !defined(PAD64_REQUIRED) && !defined(__amd64__)
            #define PAD64_REQUIRED
            #endif

            """
        )
    }
}

/// How a companion's language writes comments.
enum CommentStyle {
    case c, make

    var start: String { self == .c ? "/*" : "#" }
    var middle: String { self == .c ? " *" : "#" }
    var end: String { self == .c ? " */" : "#" }
}
