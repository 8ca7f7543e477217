import Foundation
import Testing

/// The folders of data and published values that the repository does not carry, if this machine has them.
///
/// `PENSTOCK_DATA` names the data folder, else it is `shared/data` beside the repository; `reference` lies beside it.
/// Tests that need them are disabled without them.
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

  static let reference = data.map { $0.deletingLastPathComponent().appendingPathComponent("reference") }

  static var haveData: Bool { data != nil }
  static var haveReference: Bool { reference.map { FileManager.default.fileExists(atPath: $0.path) } ?? false }

  /// The lines of a file below a folder, each split at commas outside quotes.
  static func rows(_ path: String, in folder: URL?) throws -> [[String]] {
    let folder = try #require(folder)
    let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).map(cells)
  }

  private static func cells(of line: Substring) -> [String] {
    var (cells, isQuoted) = ([""], false)
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
