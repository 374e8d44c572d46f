// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users of Sysent do not fetch what measures it.
let package = Package(
    name: "benchmarks",
    dependencies: [
        .package(name: "sysent", path: ".."),
        // Without its traits it needs no interposers, and counts no allocations.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "Tables",
            dependencies: [
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "Sysent", package: "sysent"),
            ],
            // The plugin takes the targets whose folder lies in one called Benchmarks.
            path: "Tables",
            swiftSettings: [.swiftLanguageMode(.v6)],
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        )
    ]
)
