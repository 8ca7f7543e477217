import Foundation
import Quantities
import Statistics

/// What a folder of tidy files holds, remembered in the cache. The folder is read and never written.
public struct ImportIndex: Codable, Equatable, Sendable {
  public var schema = 1
  public var folder: String
  public var imported: Vintage
  public var files: [FileSurvey]

  /// Surveys every CSV file of a folder.
  ///
  /// - Parameter isStopped: asked before each file; a survey that is stopped is not kept.
  /// - Throws: ``DataError``; `CancellationError` when it was stopped.
  public init(of folder: DataFolder, vintage: Vintage, isStopped: () -> Bool = { false }) throws {
    self.folder = URL(fileURLWithPath: folder.path).resolvingSymlinksInPath().path
    imported = vintage
    files = try folder.files.map { file in
      if isStopped() { throw CancellationError() }
      return FileSurvey(file, bytes: try folder.bytes(of: file))
    }
  }

  /// The files that have changed, gone or come since, by their size.
  public var changedFiles: [String] {
    guard let now = try? DataFolder(folder) else { return files.map(\.file) }
    let known = Dictionary(files.map { ($0.file, $0.bytes) }) { first, _ in first }
    let present = now.files
    return present.filter { Self.size(folder + "/" + $0) != known[$0] }
      + files.map(\.file).filter { !present.contains($0) }
  }

  private static func size(_ path: String) -> Int? {
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    return (try? FileManager.default.attributesOfItem(atPath: resolved)[.size] as? NSNumber)?.intValue
  }
}

extension DataCache {
  private var imports: String { path + "/imports" }

  /// Remembers what a folder holds, in place of what it held before.
  ///
  /// - Throws: ``CacheError``, also when the cache lies inside the folder, which is not ours to write.
  public func keep(_ index: ImportIndex) throws {
    let here = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard !(here + "/").hasPrefix(index.folder + "/") else {
      throw CacheError(path: path, reason: "the cache lies inside the folder to import, which is never written")
    }
    try Self.make(imports)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let name = SHA256.hex(of: index.folder.utf8).prefix(16)
    try file.write(Array(try encoder.encode(index)), to: "\(imports)/\(name).json")
  }

  /// What imported folders hold, those that cannot be read left out, by folder.
  public func importIndices() -> [ImportIndex] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: imports)) ?? []
    return names.filter { $0.hasSuffix(".json") }.compactMap { name in
      Self.bytes(imports + "/" + name).flatMap { try? JSONDecoder().decode(ImportIndex.self, from: Data($0)) }
    }.sorted { $0.folder < $1.folder }
  }
}
