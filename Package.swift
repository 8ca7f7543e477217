// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target and the one-way imports DESIGN §1 allows it.
func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: strict)
}

func tests(_ room: String, imports: [Target.Dependency] = []) -> Target {
  .testTarget(name: room + "Tests", dependencies: [.init(stringLiteral: room)] + imports, swiftSettings: strict)
}

let package = Package(
  name: "penstock",
  products: [
    .executable(name: "penstock", targets: ["penstock"]),
    .library(name: "PenstockLaboratory", targets: ["Statistics", "Laboratory"]),
    .library(name: "PenstockModel", targets: ["Simulation", "Markets", "Sectors"]),
    .library(name: "PenstockLedger", targets: ["Quantities", "Accounting", "CKernels"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    .target(name: "CKernels", linkerSettings: [.linkedLibrary("m")]),
    room("Quantities"),
    room("Statistics", imports: ["Quantities", "CKernels"]),
    room("Accounting", imports: ["Quantities", "CKernels"]),
    room("Simulation", imports: ["Quantities", "Statistics", "Accounting"]),
    room("Markets", imports: ["Quantities", "Statistics", "Accounting", "Simulation"]),
    room("Sectors", imports: ["Quantities", "Statistics", "Accounting", "Simulation", "Markets", "CKernels"]),
    room("Observatory", imports: ["Quantities", "Statistics", "Markets"]),
    room(
      "Laboratory",
      imports: [
        "Quantities", "Statistics", "Accounting", "Simulation", "Markets", "Sectors", "Observatory", "TOMLKit",
      ]),
    room("Reports", imports: ["Quantities", "Statistics", "Accounting", "Observatory", "Laboratory"]),
    room(
      "Dashboard",
      imports: [
        "Reports", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    .executableTarget(
      name: "penstock",
      dependencies: [
        "Quantities", "Statistics", "Accounting", "Simulation", "Observatory", "Laboratory", "Reports", "Dashboard",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    tests("Quantities"),
    tests("Statistics", imports: ["Quantities", "CKernels"]),
    tests("Accounting", imports: ["Quantities", "Statistics"]),
    tests("Simulation", imports: ["Quantities", "Statistics", "Accounting"]),
    tests("Markets", imports: ["Quantities", "Statistics", "Accounting", "Simulation"]),
    tests("Sectors", imports: ["Quantities", "Statistics", "Accounting", "Simulation", "Markets"]),
    tests("Observatory", imports: ["Quantities", "Statistics", "Markets"]),
    tests(
      "Laboratory",
      imports: ["Quantities", "Statistics", "Accounting", "Simulation", "Markets", "Sectors", "Observatory"]),
    tests("Reports", imports: ["Quantities", "Statistics", "Accounting", "Laboratory"]),
    .testTarget(name: "CommandLineTests", dependencies: ["penstock", "Dashboard"], swiftSettings: strict),
    .testTarget(name: "HouseRulesTests", dependencies: [], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)
