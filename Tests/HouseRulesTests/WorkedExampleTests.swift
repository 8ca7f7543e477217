import Foundation
import Testing

/// The mechanism that CONTRIBUTING.md builds compiles against the rooms as they are, with its test and its day page.
@Suite(
  "The worked example", .enabled(if: Compiler.swiftc != nil, "skipped: needs swiftc on the path, as ./test has it"))
struct WorkedExampleTests {
  @Test("compiles")
  func compiles() throws {
    let guide = try #require(SourceTree.repository["CONTRIBUTING.md"])
    let blocks = guide.text.matches(of: /```swift\n((?:.|\n)*?)```/).map { String($0.output.1) }
    try #require(blocks.count == 3, "a mechanism, its test, its line")
    #expect(try Compiler.complaints(about: blocks.joined(separator: "\n")) == "")
  }

  @Test("would not compile if a name were wrong")
  func wrongName() throws {
    #expect(try Compiler.complaints(about: "import Simulation\nlet page: DayPages? = nil\n").contains("DayPages"))
  }
}

/// The compiler of the toolchain, looking at the modules built with this test.
private enum Compiler {
  static let swiftc: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { URL(fileURLWithPath: String($0)).appendingPathComponent("swiftc") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  /// Where this test was built: `Modules` holds every room.
  private static let build = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()

  /// What the compiler says about a text; nothing if it compiles.
  static func complaints(about source: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("penstock-example-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("Example.swift")
    try source.write(to: file, atomically: true, encoding: .utf8)
    let build = try #require(build)
    let (said, status) = try run([
      "-typecheck", "-parse-as-library", "-swift-version", "6", "-plugin-path", macros(),
      "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature", "MemberImportVisibility",
      "-I", build.appendingPathComponent("Modules").path,
      "-Xcc", "-fmodule-map-file=" + build.appendingPathComponent("CKernels.build/module.modulemap").path, file.path,
    ])
    return status == 0 ? "" : said
  }

  /// The folder of the macros of Swift Testing.
  private static func macros() throws -> String {
    let description = try run(["-print-target-info"]).said
    let match = description.firstMatch(of: /"runtimeResourcePath"\s*:\s*"([^"]+)"/)
    return try String(#require(match?.output.1)) + "/host/plugins/testing"
  }

  private static func run(_ arguments: [String]) throws -> (said: String, status: Int32) {
    let process = Process()
    let output = Pipe()
    process.executableURL = try #require(swiftc)
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (said, process.terminationStatus)
  }
}
