import Findings

/// C declarations that say what a type is: structures, typedefs, and constants that are numbers.
public struct Declarations: Sendable {
    /// No declarations.
    public static let none = Declarations()

    private init() {}

    /// Reads the declarations of a header, or of text that was given for the purpose.
    ///
    /// What is not understood is left out; a type that is needed and was left out is reported when it is needed.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - path: the name under which places in it are reported.
    public static func parse(_ bytes: [UInt8], path: String) -> Declarations {
        .none
    }
}
