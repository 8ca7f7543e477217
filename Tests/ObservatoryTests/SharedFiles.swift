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

  /// Published numbers to reproduce, beside the data.
  static let reference: URL? = data?.resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent(
    "reference/market")

  static var haveReference: Bool { reference.map { FileManager.default.fileExists(atPath: $0.path) } ?? false }

  static var haveData: Bool { data != nil }

  static func folder() throws -> DataFolder { try DataFolder(try #require(data).path) }
}

extension SharedFiles {
  /// The bytes of a reference file.
  static func published(_ file: String) throws -> [UInt8] {
    try DataFolder.bytes(ofFile: try #require(reference).appendingPathComponent(file).path)
  }

  /// The rows of a reference file, split at commas that no quote encloses.
  static func rows(_ file: String) throws -> [[String]] {
    String(decoding: try published(file), as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
      var (cells, isQuoted): ([String], Bool) = ([""], false)
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }
}
