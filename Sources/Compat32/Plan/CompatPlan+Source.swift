// The C of a plan, in style(9). Every text ends with a line feed.
extension CompatPlan {
    /// The declaration of `kern_NAME` for `sys/sys/syscallsubr.h`.
    public var kernPrototype: String { "" }

    /// `kern_NAME` with `body`, and `sys_NAME` that calls it.
    ///
    /// - Parameter body: the lines between the braces of `kern_NAME`; `nil` for one that says it is not implemented.
    public func kernelSource(body: String? = nil) -> String { "" }

    /// `freebsd32_NAME` for `sys/compat/freebsd32/freebsd32_misc.c`; `nil` where both ABIs share `sys_NAME`.
    public var wrapper: String? { nil }

    /// The 32-bit layouts that the tree does not have yet, each as a definition, for `sys/compat/freebsd32/freebsd32.h`.
    public var layoutDefinitions: [String] { [] }

    /// The headers that ``kernelSource(body:)`` needs, such as `sys/malloc.h`, in the order in which they are included.
    public var kernelHeaders: [String] { [] }

    /// The headers that ``wrapper`` and ``layoutDefinitions`` need.
    public var wrapperHeaders: [String] { [] }
}
