// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the library: its sources lie in `Sources/NAME`, its tests in `Tests/NAMETests`.
func module(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of a module; `data` are directories of files that tests read in place.
func tests(_ name: String, uses dependencies: [Target.Dependency] = [], data: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
        exclude: data,
        swiftSettings: strict
    )
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
    name: "sysent",
    products: [
        .executable(name: "sysent", targets: ["sysent"]),
        .library(
            name: "Sysent",
            targets: [
                "Edits", "Findings", "SyscallSyntax", "SyscallTable", "Companions", "SlotModel", "TableDiff",
                "TableMerge", "SourceTree", "Checks", "Compat32", "Authoring",
            ]
        ),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // `swift package generate-documentation`
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    // The order is the flow: a module uses only modules that stand above it.
    targets: [
        module("Edits"),
        module("Findings", uses: ["Edits"]),
        module("Documents", uses: ["Edits", "Findings", yams]),
        module("ProjectFile", uses: ["Edits", "Findings", yams]),
        module("SyscallSyntax", uses: ["Edits", "Findings"]),
        module("SyscallTable", uses: ["Edits", "Findings", "SyscallSyntax"]),
        module("Companions", uses: ["SyscallSyntax", "SyscallTable"]),
        module("SlotModel", uses: ["Findings", "SyscallTable"]),
        module("TableDiff", uses: ["Findings", "SyscallTable"]),
        module("TableMerge", uses: ["Edits", "Findings", "SyscallSyntax", "SyscallTable"]),
        module("GitStore", uses: ["Edits", "Findings", system]),
        module(
            "SourceTree",
            uses: ["Edits", "Findings", "SyscallSyntax", "SyscallTable", "Companions", "GitStore", system]
        ),
        module(
            "Checks",
            uses: [
                "Edits", "Findings", "ProjectFile", "SyscallSyntax", "SyscallTable", "Companions", "TableDiff",
                "SourceTree",
            ]
        ),
        module("Compat32", uses: ["Edits", "Findings", "SyscallSyntax", "SyscallTable", "SourceTree"]),
        module(
            "Authoring",
            uses: [
                "Edits", "Findings", "SyscallSyntax", "SyscallTable", "Companions", "SourceTree", "Checks", "Compat32",
            ]
        ),
        module("TrapModules", uses: ["Edits", "Findings", "Documents", "SyscallSyntax", "SlotModel", yams]),
        module("ProbeLogic"),
        module("BootCheck", uses: ["Findings", "Documents", yams, system]),
        module(
            "Decisions",
            uses: [
                "Edits", "Findings", "SyscallSyntax", "SyscallTable", "SlotModel", "SourceTree", "Authoring",
                "TrapModules",
            ]
        ),
        module(
            "PatchSeries",
            uses: [
                "Edits", "Findings", "SyscallSyntax", "SyscallTable", "Companions", "TableMerge", "GitStore",
                "SourceTree",
                "Authoring",
                system,
            ]
        ),
        module("Reports", uses: ["Edits", "Findings"]),
        module("TableMap", uses: ["Findings", "SyscallTable", "TableDiff", "Reports"]),
        module(
            "SysentCommand",
            uses: [
                "Edits", "Findings", "ProjectFile", "SyscallSyntax", "SyscallTable", "Companions", "GitStore",
                "SourceTree", "Checks", "Authoring", "SlotModel", "TableDiff", "TableMerge", "TrapModules",
                "BootCheck", "Decisions", "PatchSeries", "Reports", "TableMap",
                argumentParser, system,
            ]
        ),
        .executableTarget(name: "sysent", dependencies: ["SysentCommand"], swiftSettings: strict),

        .target(
            name: "TestSupport",
            dependencies: ["Edits", "Findings", "SourceTree", system],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        tests("Edits"),
        tests("Findings", uses: ["Edits"]),
        tests("SyscallSyntax", uses: ["Edits", "Findings"]),
        tests("ProjectFile", uses: ["Findings"]),
        tests(
            "SyscallTable", uses: ["Edits", "Findings", "SyscallSyntax"], data: ["Errors/Corpus", "Errors/Editions"]),
        tests(
            "Companions",
            uses: ["Edits", "Findings", "SyscallSyntax", "SyscallTable", "SourceTree"],
            data: ["Corpus", "Editions"]
        ),
        tests("SlotModel", uses: ["Edits", "Findings", "SyscallSyntax", "SyscallTable", "SourceTree"]),
        tests("TableDiff", uses: ["Edits", "Findings", "SyscallSyntax", "SyscallTable", "SourceTree"]),
        tests("TableMerge", uses: ["Edits", "Findings", "SyscallSyntax", "SyscallTable"]),
        tests("GitStore", uses: ["Edits", "Findings", system]),
        tests(
            "SourceTree",
            uses: ["Edits", "Findings", "SyscallSyntax", "SyscallTable", "Companions", "GitStore", system]
        ),
        tests("Checks", uses: ["Edits", "Findings", "ProjectFile", "SyscallTable", "SourceTree"]),
        tests(
            "Compat32",
            uses: ["Edits", "Findings", "SyscallSyntax", "SyscallTable", "Companions", "SourceTree"],
            data: ["Stubs"]
        ),
        tests("Authoring", uses: ["Edits", "Findings", "SyscallSyntax", "SyscallTable", "SourceTree", "Checks"]),
        tests("TrapModules", uses: ["Edits", "Findings", "SlotModel"], data: ["Corpus", "Host", "Snapshots"]),
        tests(
            "Decisions",
            uses: ["Edits", "Findings", "SlotModel", "SyscallTable", "SourceTree", "Authoring", "TrapModules"]),
        tests(
            "PatchSeries",
            uses: ["Edits", "Findings", "SyscallTable", "GitStore", "SourceTree", "TableMerge", "Authoring", system]),
        tests("ProbeLogic"),
        tests("BootCheck", uses: ["Findings", system]),
        tests("Reports", uses: ["Edits", "Findings"]),
        tests(
            "TableMap",
            uses: ["Edits", "Findings", "SyscallSyntax", "SyscallTable", "SourceTree", "TableDiff", "Reports"],
            data: ["Snapshots"]),
        tests("SysentCommand", uses: ["Edits", "SourceTree", "sysent"]),
    ]
)
