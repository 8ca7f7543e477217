import Foundation
import Statistics

/// The folder of snapshots, safe to delete and safe to kill.
///
///     series/fred/DGS10/20260822T101530Z.csv     as published; never changed once written
///     series/fred/DGS10/20260822T101530Z.json    its sidecar, written after it
///     series/fred/DGS10/checked                  when the publisher last had nothing newer
///     unfinished/fred/DGS10/                     answers of a fetch that was cut short
///     tables/macro/rates_daily.csv               the newest vintages, as the monitor reads them
///     imports/                                   what other data folders hold
///
/// A vintage that is cut short or damaged is passed over for the one before it.
public struct DataCache: Sendable {
  public let path: String
  package var file = DurableFile()

  public init(_ path: String) { self.path = path }

  /// Where the cache lies by the XDG convention: `$XDG_CACHE_HOME/penstock`, else `~/.cache/penstock`.
  ///
  /// - Throws: ``CacheError`` when neither is set to an absolute path.
  public static func standardPath(_ environment: [String: String]) throws(CacheError) -> String {
    if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") { return folder + "/penstock" }
    guard let home = environment["HOME"], home.hasPrefix("/") else {
      throw CacheError(path: "~/.cache/penstock", reason: "neither XDG_CACHE_HOME nor HOME names a folder")
    }
    return home + "/.cache/penstock"
  }

  /// The folder the monitor reads.
  public var tables: String { path + "/tables" }

  func folder(of series: PublishedSeries) -> String { "\(path)/series/\(series.id)" }

  /// The vintages of a series that are there, damaged or not, oldest first.
  public func vintages(of series: PublishedSeries) -> [Vintage] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder(of: series))) ?? []
    return names.filter { $0.hasSuffix(".json") }.compactMap { Vintage($0.dropLast(5)) }.sorted()
  }

  /// A vintage of a series, if it is whole: its sidecar reads, and the file has the digest the sidecar says.
  public func snapshot(of series: PublishedSeries, _ vintage: Vintage) -> Snapshot? {
    let stem = folder(of: series) + "/" + vintage.stamp
    guard let sidecar = Self.bytes(stem + ".json").flatMap(Sidecar.init),
      let csv = Self.bytes(stem + ".csv"), SHA256.hex(of: csv) == sidecar.sha256,
      let table = try? SnapshotTable(
        csv: csv, columns: series.format.columns, keyCount: series.format.keyCount, file: stem + ".csv")
    else { return nil }
    return Snapshot(table: table, sidecar: sidecar)
  }

  /// The newest vintage that is whole.
  public func newest(of series: PublishedSeries) -> Snapshot? {
    for vintage in vintages(of: series).reversed() {
      if let snapshot = snapshot(of: series, vintage) { return snapshot }
    }
    return nil
  }

  /// When the series was last fetched, or found unchanged.
  public func lastChecked(_ series: PublishedSeries) -> Vintage? {
    guard let newest = newest(of: series)?.sidecar.vintage else { return nil }
    let text = Self.bytes(folder(of: series) + "/checked").map { String(decoding: $0, as: UTF8.self) } ?? ""
    return max(newest, Vintage(text.prefix(20)) ?? newest)
  }

  static func bytes(_ path: String) -> [UInt8]? { FileManager.default.contents(atPath: path).map { Array($0) } }
}

/// A vintage of a series: its rows, and what is known of them.
public struct Snapshot: Equatable, Sendable {
  public let table: SnapshotTable
  public let sidecar: Sidecar
}
