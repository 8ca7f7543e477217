import Foundation
import Testing

/// The built program, run as a user runs it.
struct Program {
  struct Outcome {
    let code: Int32
    let output: String
    let messages: String
  }

  /// Beside the test bundle, where the package manager puts both.
  static let path: String = {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/penstock"
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.path + "/.build/release/penstock"
  }()

  /// Runs the program and waits for it.
  @discardableResult
  static func run(_ arguments: [String], environment: [String: String] = [:], interruptAfter: Double? = nil) throws
    -> Outcome
  {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let files = ["out", "err"].map { folder.path + "/." + $0 }
    for file in files { FileManager.default.createFile(atPath: file, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: files[0]))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: files[1]))
    try process.run()
    if let interruptAfter {
      Thread.sleep(forTimeInterval: interruptAfter)
      process.interrupt()
    }
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "the program trapped on \(arguments)")
    let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
    return Outcome(code: process.terminationStatus, output: texts[0], messages: texts[1])
  }
}

/// A folder that is gone when nobody holds it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/penstock-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
    return path + "/" + name
  }
}

/// The keys of a JSON object in the order in which its text has them.
func keys(of json: String, depth wanted: Int = 1) -> [String] {
  var (keys, depth, isInText, isEscaped, word): ([String], Int, Bool, Bool, String) = ([], 0, false, false, "")
  let letters = Array(json)
  for (index, letter) in letters.enumerated() {
    if isInText {
      if isEscaped {
        isEscaped = false
      } else if letter == "\\" {
        isEscaped = true
      } else if letter == "\"" {
        isInText = false
        let next = letters[(index + 1)...].first { !$0.isWhitespace }
        if next == ":", depth == wanted { keys.append(word) }
      } else {
        word.append(letter)
      }
    } else {
      switch letter {
      case "\"": (isInText, word) = (true, "")
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      default: break
      }
    }
  }
  return keys
}

/// The JSON object of a text; fails the test when the text is anything else.
func object(_ json: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
}

/// Where the shared data folder is: named by the environment, or beside a folder above the tests; nil where there is none.
let sharedData: String? = {
  let named = ProcessInfo.processInfo.environment["PENSTOCK_DATA"]
  if let named, FileManager.default.fileExists(atPath: named) { return named }
  var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
  for _ in 0..<8 {
    folder = folder.deletingLastPathComponent()
    let candidate = folder.path + "/shared/data"
    if FileManager.default.fileExists(atPath: candidate) { return candidate }
  }
  return nil
}()
