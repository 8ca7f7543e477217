import Foundation
import Observatory
import Testing

/// The folder of data that the repository does not carry, and the reference folder beside it, if this machine has them.
///
/// `PENSTOCK_DATA` names the first; else it is `shared/data` beside the repository. Tests that need them are disabled
/// without them.
enum SharedMarket {
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
  static var haveReference: Bool {
    data.map { FileManager.default.fileExists(atPath: $0.deletingLastPathComponent().path + "/reference/market") }
      ?? false
  }

  static func folder() throws -> DataFolder { try DataFolder(try #require(data).path) }

  static func reference(_ file: String) throws -> String {
    try #require(data).deletingLastPathComponent().path + "/reference/" + file
  }
}
