import Findings
import SourceTree
import TestSupport
import Testing

@testable import Checks

@Suite("The annotation of what a pointer's type contains") struct ContainsAnnotationTests {
    /// The findings about one argument of the call `bell`, with their severities, in a tree that defines `struct echo`.
    private func findings(_ argument: String, flags: String = "long_size|time_t_size") throws -> [String] {
        let header = "struct echo { time_t when; long delay; };\nstruct tone { int pitch; };\ntypedef int64_t deep_t;\n"
        let tree = CleanTree.with("sys/kern/syscalls.master", "_Out_ _Contains_long_ struct echo *echo", argument)
            .with("sys/sys/echo.h", header)
            .with(
                "sys/compat/freebsd32/syscalls.conf",
                CleanTree.narrow.replacing("\"long_size|pair_64bit\"", with: "\"\(flags)\""))
        return try check(CleanTree.regenerated(tree), wanted: ["contains-annotation"]).results.map {
            "\($0.finding.severity)\($0.finding.fixIt.map { ": \($0.message)" } ?? "")"
        }
    }

    @Test(
        "is right when it says what the type contains",
        arguments: [
            "_Out_ _Contains_long_timet_ struct echo *a", "_Out_ struct tone *a", "_In_ const deep_t *a",
            "_In_ struct elsewhere *a", "_In_ _Contains_ptr_ struct elsewhere *a", "_In_ void *a", "_In_ long *a",
            "_In_ size_t *a", "_In_ _Contains_long_ void *a", "_In_ struct tone **a", "struct echo a",
            "_In_ _Contains_long_ptr_ struct tone * const *a",
        ]
    )
    func right(argument: String) throws {
        #expect(try findings(argument) == [])
    }

    @Test("that is missing is a warning where a table takes the native handler for it")
    func missing() throws {
        #expect(try findings("_Out_ struct echo *a") == ["warning"])
        #expect(try findings("_Out_ struct echo *a", flags: "pair_64bit") == ["note: write _Contains_long_timet_"])
    }

    @Test("that is incomplete is a note where the table treats the argument rightly")
    func incomplete() throws {
        #expect(try findings("_Out_ _Contains_long_ struct echo *a") == ["note: write _Contains_long_timet_"])
        #expect(try findings("_Out_ _Contains_long_ struct echo *a", flags: "time_t_size") == ["warning"])
    }

    @Test("that says too much is a warning where it alone makes the table want a wrapper")
    func superfluous() throws {
        #expect(try findings("_Out_ _Contains_long_ struct tone *a") == ["warning"])
        #expect(try findings("_Out_ _Contains_ptr_ struct tone *a") == ["note: take the annotation out"])
        #expect(
            try findings("_Out_ _Contains_long_ptr_timet_ struct echo *a") == ["note: write _Contains_long_timet_"])
    }

    @Test("has no other words than the three")
    func unknown() throws {
        #expect(try findings("_In_ _Contains_lnog_ struct elsewhere *a") == ["warning"])
    }
}
