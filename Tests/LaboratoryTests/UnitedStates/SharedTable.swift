import Foundation
import Testing

/// The folder of shared data beside the checkout, or nil: `PENSTOCK_DATA`, or a `shared` folder found by walking up.
enum SharedFolder {
  static let url: URL? = {
    if let path = ProcessInfo.processInfo.environment["PENSTOCK_DATA"] {
      let given = URL(fileURLWithPath: path)
      return [given, given.deletingLastPathComponent()].first(where: hasTables)
    }
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      folder = folder.deletingLastPathComponent()
      let candidate = folder.appendingPathComponent("shared")
      if hasTables(candidate) { return candidate }
    }
    return nil
  }()

  static var isThere: Bool { url != nil }

  private static func hasTables(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("data/macro/SOURCES.md").path)
  }
}

/// A comma-separated table read whole; quoted cells may hold commas and line breaks.
struct SharedTable {
  let header: [String]
  let rows: [[String]]

  init(_ file: String) throws {
    let folder = try #require(SharedFolder.url)
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    var records = SharedTable.records(text)
    header = try #require(records.first, "\(file) is empty")
    records.removeFirst()
    rows = records
    let width = header.count
    try #require(records.allSatisfy { $0.count == width }, "\(file) has rows of unequal length")
  }

  func index(of column: String) -> Int? { header.firstIndex(of: column) }

  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = [[]]
    var cell: [UInt8] = []
    var isQuoted = false
    func close() {
      records[records.count - 1].append(String(decoding: cell, as: UTF8.self))
      cell = []
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: close()
      case UInt8(ascii: "\n") where !isQuoted:
        close()
        records.append([])
      case UInt8(ascii: "\r"): break
      default: cell.append(byte)
      }
    }
    if !cell.isEmpty { close() }
    return records.filter { !$0.isEmpty }
  }
}
