import Foundation
import Testing

/// The folder of data that the repository does not carry, if this machine has it.
///
/// `PENSTOCK_DATA` names it; else it is `shared/data` beside the repository. Tests that need it are disabled
/// without it.
enum SharedFiles {
  static let data: URL? = {
    if let path = ProcessInfo.processInfo.environment["PENSTOCK_DATA"] { return URL(fileURLWithPath: path) }
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent("shared/data")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    }
    return nil
  }()

  static var areHere: Bool { data != nil }

  /// The lines of a file of the data folder, each split at commas.
  static func rows(_ path: String) throws -> [[Substring]] {
    let folder = try #require(data)
    let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    return text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }
}
