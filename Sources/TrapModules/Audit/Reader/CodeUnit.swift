/// A file of C, as far as an audit looks at it.
struct CodeUnit: Sendable {
    var functions: [Function] = []
    var structures: [Structure] = []
    var variables: [Variable] = []
    var uses: [Use] = []
    var types: [Alias] = []
    /// `enum` members and macros without parameters: what each name stands for.
    var constants: [(name: String, body: [CodeToken])] = []
    /// The conditions that tokens name by their indices.
    var conditions: [String] = [""]

    /// A function with its body.
    struct Function: Sendable {
        let name: CodeToken
        let result: [CodeToken]
        let parameters: [Parameter]
        let body: [CodeToken]
        let isStatic: Bool
    }

    /// A parameter of a function, or a field of a structure.
    struct Parameter: Sendable, Hashable {
        /// Its name; empty when it has none.
        let name: String
        /// Its type as C writes it.
        let type: String
    }

    /// A structure or union with its fields.
    struct Structure: Sendable {
        let name: CodeToken
        let fields: [Parameter]
    }

    /// A variable outside of functions.
    struct Variable: Sendable {
        let name: CodeToken
        let type: [CodeToken]
        let isArray: Bool
        let initializer: [CodeToken]?
    }

    /// A macro that is used where declarations stand.
    struct Use: Sendable {
        let name: CodeToken
        let arguments: [[CodeToken]]
    }

    /// A `typedef` of a type that is none of a function or an array.
    struct Alias: Sendable {
        let name: String
        let type: [CodeToken]
    }
}
