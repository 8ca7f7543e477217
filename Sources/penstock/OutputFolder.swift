import Foundation
import Laboratory
import Reports
import Statistics

/// A folder for results, tested before any work.
struct OutputFolder {
  let path: String

  /// Makes the folder if needed and writes and removes a file in it.
  ///
  /// - Throws: ``CannotWrite``.
  init(_ path: String) throws {
    self.path = path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let probe = path + "/.penstock-\(ProcessInfo.processInfo.processIdentifier)"
      try Data().write(to: URL(fileURLWithPath: probe))
      try FileManager.default.removeItem(atPath: probe)
    } catch { throw CannotWrite(path: path, error) }
  }

  /// Where a file of a name stands.
  func place(_ name: String) -> String { path + "/" + name }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    do { try Data(bytes).write(to: URL(fileURLWithPath: place(name)), options: .atomic) } catch {
      throw CannotWrite(path: place(name), error)
    }
  }

  func write(_ text: String, to name: String) throws { try write(text.utf8, to: name) }

  /// Writes a text to a file that a flag named.
  static func write(_ text: String, toFile path: String) throws {
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
      throw CannotWrite(path: path, error)
    }
  }

  /// The panels of a run as Parquet, and its summary as JSON.
  func write(_ record: RunRecord) throws {
    let metadata = [
      (key: "runHash", value: record.runHash), (key: "scenario", value: record.request.scenario),
      (key: "seed", value: "\(record.request.seed)"), (key: "version", value: Release.version),
    ]
    try write(ParquetFile(record.daily, metadata: metadata).bytes, to: "daily.parquet")
    try write(ParquetFile(record.monthly, metadata: metadata).bytes, to: "monthly.parquet")
    try write(JSON(run: record).text(pretty: true), to: "run.json")
  }
}

/// A place that cannot be written.
struct CannotWrite: Error, CustomStringConvertible {
  let path: String
  let reason: String
  var cure = "choose another place"
  var description: String { "cannot write \(path.isEmpty ? "''" : path): \(reason); \(cure)" }

  init(path: String, reason: String) { (self.path, self.reason) = (path, reason) }

  init(path: String, _ error: any Error) {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    self.init(
      path: path, reason: CannotWrite.obstacle(at: path) ?? (underlying ?? error as NSError).localizedDescription)
  }

  /// What stands in the way of a path, where that can be seen.
  private static func obstacle(at path: String) -> String? {
    guard !path.isEmpty else { return "the name is empty" }
    var place = URL(fileURLWithPath: path).standardizedFileURL
    var isFolder: ObjCBool = false
    while !FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder), place.pathComponents.count > 1 {
      place.deleteLastPathComponent()
    }
    if !isFolder.boolValue { return "'\(place.path)' is no folder" }
    return FileManager.default.isWritableFile(atPath: place.path) ? nil : "'\(place.path)' may not be written into"
  }
}

extension OutputFolder {
  /// Tests that a file can be written where it is to stand.
  static func probe(file: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
      throw CannotWrite(path: file, reason: "this is a folder")
    }
    _ = try OutputFolder(URL(fileURLWithPath: file).deletingLastPathComponent().path)
  }
}
