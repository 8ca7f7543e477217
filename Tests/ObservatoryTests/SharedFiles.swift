import Foundation
import Observatory
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

  static var haveData: Bool { data != nil }

  static func folder() throws -> DataFolder { try DataFolder(try #require(data).path) }
}
