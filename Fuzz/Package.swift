// swift-tools-version: 6.2
import PackageDescription

// A package of its own: libFuzzer brings its own `main`, so that nothing here builds without --sanitize=fuzzer.
let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "sysent", path: "..")],
    targets: [
        .executableTarget(
            name: "FuzzTables",
            dependencies: [.product(name: "Sysent", package: "sysent")],
            swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-parse-as-library"])]
        )
    ]
)
