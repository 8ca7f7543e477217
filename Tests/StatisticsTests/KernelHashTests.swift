import Foundation
import Testing

/// Compiles the C kernels again for each processor level, runs Benchmarks/KernelDriver on them and compares one hash of
/// all they compute. Inside the library the loader picks a level by processor and nothing can make it pick another.
@Suite("Kernel hash", .enabled(if: KernelDriver.clang != nil, "needs clang, beside the Swift toolchain or on the path"))
struct KernelHashTests {
  /// What the kernels compute. It changes only when their arithmetic is meant to change, and with it every run's hash.
  static let expected = "a79b08aadbfd01b9"

  @Test("the build the library uses")
  func native() throws {
    #expect(try KernelDriver.hash(["-O2"]) == Self.expected)
  }

  @Test("without optimization")
  func unoptimized() throws {
    #expect(try KernelDriver.hash(["-O0", "-DPENSTOCK_ONE_TARGET"]) == Self.expected)
  }

  @Test(
    "x86-64 levels", .enabled(if: KernelDriver.isX86, "needs an x86-64 processor"),
    arguments: ["x86-64", "x86-64-v3", "x86-64-v4"].filter(KernelDriver.runs))
  func level(name: String) throws {
    #expect(try KernelDriver.hash(["-O3", "-DPENSTOCK_ONE_TARGET", "-march=" + name]) == Self.expected)
  }

  @Test(
    "arm64",
    .enabled(if: KernelDriver.canEmulateARM, "skipped: needs qemu-aarch64 (Debian qemu-user) and gcc-aarch64-linux-gnu")
  )
  func arm() throws {
    let emulator = try #require(KernelDriver.emulator)
    #expect(
      try KernelDriver.hash(["-O2", "--target=aarch64-linux-gnu", "-static"], through: emulator) == Self.expected)
  }
}

/// Builds and runs the driver in a folder of its own.
private enum KernelDriver {
  static let clang = tool("clang", beside: tool("swift"))
  static let emulator = tool("qemu-aarch64") ?? tool("qemu-aarch64-static")
  static var canEmulateARM: Bool { emulator != nil && tool("aarch64-linux-gnu-gcc") != nil }

  static var isX86: Bool {
    #if arch(x86_64) && os(Linux)
      true
    #else
      false
    #endif
  }

  /// Whether this processor has the instructions of an x86-64 level, by the flags Linux lists.
  static func runs(_ level: String) -> Bool {
    let needed: Set<Substring> =
      switch level {
      case "x86-64-v4": ["avx2", "bmi2", "fma", "avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]
      case "x86-64-v3": ["avx2", "bmi1", "bmi2", "fma", "f16c", "movbe", "abm"]
      default: []
      }
    let description = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let flags = description.split(separator: "\n").first { $0.hasPrefix("flags") } ?? ""
    return needed.isSubset(of: Set(flags.split(separator: " ")))
  }

  static func hash(_ flags: [String], through emulator: URL? = nil) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("penstock-kernels-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let kernels = repository.appendingPathComponent("Sources/CKernels")
    let sources = try FileManager.default.contentsOfDirectory(at: kernels, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "c" }.map(\.path).sorted()
    let program = folder.appendingPathComponent("driver")
    try run(
      #require(clang),
      flags + ["-std=c11", "-I", kernels.appendingPathComponent("include").path]
        + [repository.appendingPathComponent("Benchmarks/KernelDriver/driver.c").path]
        + sources + ["-o", program.path])
    let printed = try emulator.map { try run($0, [program.path]) } ?? run(program, [])
    return printed.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static let repository: URL = {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder
  }()

  /// An executable beside another (links followed) or, failing that, in a folder of the path.
  private static func tool(_ name: String, beside neighbour: URL? = nil) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders =
      [neighbour?.resolvingSymlinksInPath().deletingLastPathComponent()].compactMap { $0 }
      + path.split(separator: ":").map { URL(fileURLWithPath: String($0)) }
    return folders.map { $0.appendingPathComponent(name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Runs a program to its end and returns what it prints; a failure is an error with what it said.
  @discardableResult
  private static func run(_ program: URL, _ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(program: program.path, printed: printed) }
    return printed
  }

  private struct Failure: Error {
    let program: String
    let printed: String
  }
}
