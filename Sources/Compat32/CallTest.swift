extension CompatPlan {
    /// The source of a program that makes the call as the ABI that it is compiled for, native or 32-bit, and says what it
    /// expects.
    ///
    /// - Parameters:
    ///   - number: the number of the call.
    ///   - header: the header that declares it, as a program includes it; `nil` to call it by number alone.
    public func testProgram(number: Int, header: String?) -> String { "" }
}
