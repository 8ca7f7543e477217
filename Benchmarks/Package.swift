// swift-tools-version: 6.2
import PackageDescription

let ledger = Target.Dependency.product(name: "PenstockLedger", package: "penstock")
let model = Target.Dependency.product(name: "PenstockModel", package: "penstock")
let laboratory = Target.Dependency.product(name: "PenstockLaboratory", package: "penstock")

let package = Package(
  name: "penstock-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "penstock", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .target(name: "SweepKernel", dependencies: [ledger]),
    .target(name: "Sweeps", dependencies: ["SweepKernel", ledger]),
    .executableTarget(name: "population-table", dependencies: ["Sweeps"]),
    .executableTarget(name: "household-month", dependencies: ["SweepKernel", ledger, model, laboratory]),
    .executableTarget(name: "options-table", dependencies: [ledger, model]),
    .target(name: "FrankeWesterhoffLoop", dependencies: [ledger]),
    .executableTarget(name: "franke-westerhoff", dependencies: ["FrankeWesterhoffLoop", ledger, laboratory]),
    .executableTarget(name: "market-table", dependencies: [ledger, model, laboratory]),
    .executableTarget(name: "trend-table", dependencies: [ledger, laboratory, model], exclude: ["peers.py"]),
    .executableTarget(name: "inference-table", dependencies: [ledger, laboratory], exclude: ["peers.py"]),
    .executableTarget(
      name: "Population",
      dependencies: ["Sweeps", .product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/Population",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)
