import Foundation
import Quantities
import Statistics

/// A folder of data files, which is read and never written.
///
/// Files are looked for in the folder itself and in its `market` and `macro`; the ending `.csv` may be left out.
public struct DataFolder: Sendable {
  public let path: String
  /// The cache whose tables this folder is; nil for any other folder.
  private let cache: DataCache?

  private static let rooms = ["", "market/", "macro/"]

  /// - Throws: ``DataError`` when there is no folder at the path.
  public init(_ path: String) throws(DataError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw DataError(.notFound, file: path, "there is no such folder", cure: "check --data or PENSTOCK_DATA")
    }
    guard isFolder.boolValue else {
      throw DataError(.notFound, file: path, "this is a file", cure: "give the folder that holds it")
    }
    self.path = path
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let root = place.deletingLastPathComponent().path
    cache =
      place.lastPathComponent == "tables" && FileManager.default.fileExists(atPath: root + "/series")
      ? DataCache(root) : nil
  }

  /// The vintages that a table of a cache was made of by a day; nil for files that are no such table.
  func vintages(of file: String, asOf day: Day) -> TableVintages? {
    cache.flatMap { TableVintages(of: file, in: $0, asOf: day) }
  }

  /// The CSV files of the folder, by the name they are asked for, sorted.
  public var files: [String] {
    Self.rooms.flatMap { room in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + room)) ?? []
      return names.filter { $0.hasSuffix(".csv") }.map { room + $0 }
    }.sorted()
  }

  /// The table of a file.
  public func table(_ file: String) throws(DataError) -> TidyTable {
    try TidyCSV.table(try Self.bytes(ofFile: try location(of: file)), file: file)
  }

  /// The panel of a file that has one row a date.
  public func panel(_ file: String) throws(DataError) -> Panel { try table(file).panel() }

  /// One column of a file as a panel of its own.
  ///
  /// - Throws: ``DataError`` naming the nearest file or column, or saying that the column holds text.
  public func series(_ file: String, _ column: String) throws(DataError) -> Panel {
    let table = try table(file)
    if table.texts.contains(where: { $0.name == column }) {
      throw DataError(
        .noSuchColumn, file: file, column: column, "the column holds text", cure: "ask for one of numbers")
    }
    let panel = try table.panel()
    do {
      return try Panel(panel.frequency, days: panel.days, columns: [panel.column(column)])
    } catch {
      let names = panel.columns.prefix(8).map(\.name).joined(separator: ", ")
      throw DataError(.noSuchColumn, file: file, "\(error)", cure: "its columns begin with \(names)")
    }
  }

  /// The bytes of a file of the folder.
  public func bytes(of file: String) throws(DataError) -> [UInt8] { try Self.bytes(ofFile: try location(of: file)) }

  private func location(of file: String) throws(DataError) -> String {
    for room in Self.rooms {
      for ending in ["", ".csv"] {
        let candidate = path + "/" + room + file + ending
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue {
          return candidate
        }
      }
    }
    let names = files.map { String($0.split(separator: "/").last ?? "") }
    let cure = file.nearest(among: names).map { "did you mean '\($0)'?" } ?? "see the files of \(path)"
    throw DataError(.notFound, file: file, "there is no such file in the data folder", cure: cure)
  }

  /// The bytes of a regular file.
  ///
  /// - Throws: ``DataError`` when it is missing, a folder, a device, or not readable.
  public static func bytes(ofFile path: String) throws(DataError) -> [UInt8] {
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let kind = try? FileManager.default.attributesOfItem(atPath: resolved)[.type] as? FileAttributeType else {
      throw DataError(.notFound, file: path, "there is no such file", cure: "check the path")
    }
    guard kind == .typeRegular else {
      throw DataError(.unreadable, file: path, "this is not a file of text", cure: "give a CSV file")
    }
    guard let data = FileManager.default.contents(atPath: resolved) else {
      throw DataError(.unreadable, file: path, "the file cannot be read", cure: "check its permissions")
    }
    return [UInt8](data)
  }
}

extension TidyCSV {
  /// The panel of a CSV file anywhere.
  public static func panel(ofFile path: String) throws(DataError) -> Panel {
    try panel(try DataFolder.bytes(ofFile: path), file: path)
  }
}
