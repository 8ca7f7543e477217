import Foundation
import Statistics

/// Puts the monitor's tables together from the newest vintages in a cache.
///
/// Values are those published, their decimal point moved where a column has another unit; nothing is filled in, and a
/// row without a value is left out. The same vintages give the same bytes.
public struct TableAssembly: Sendable {
  private let cache: DataCache

  public init(of cache: DataCache) { self.cache = cache }

  /// Writes every table of which the cache holds a series, and beside it where its columns come from.
  ///
  /// - Returns: the files written.
  public func run() throws -> [String] {
    var written: [String] = []
    for table in MonitorTable.all {
      let held = PublishedSeries.all.filter { table.uses($0.id) }.compactMap { series in
        cache.newest(of: series).map { (series.id, $0) }
      }
      let snapshots = Dictionary(held) { first, _ in first }
      guard let bytes = Self.csv(of: table, from: snapshots) else { continue }
      let path = cache.tables + "/" + table.file
      try DataCache.make(URL(fileURLWithPath: path).deletingLastPathComponent().path)
      try cache.file.write(bytes, to: path)
      try cache.file.write(try TableSidecar(table, snapshots, bytes).bytes, to: path.dropLast(4) + ".json")
      written.append(table.file)
    }
    return written
  }

  /// nil when no row has a value.
  static func csv(of table: MonitorTable, from snapshots: [String: Snapshot]) -> [UInt8]? {
    let columns = table.sources.filter { source in source.series.contains { snapshots[$0] != nil } }
    var cells: [[String]: [String]] = [:]
    for (index, source) in columns.enumerated() {
      for series in source.series.reversed() {
        guard let held = snapshots[series]?.table, let value = held.names.firstIndex(of: source.value) else { continue }
        let keys = table.keys.compactMap { held.names.firstIndex(of: $0) }
        for row in held.rows where !row[value].isEmpty {
          let key = keys.map { row[$0] }
          cells[key, default: Array(repeating: "", count: columns.count)][index] = row[value].movingPoint(source.shift)
        }
      }
    }
    guard !cells.isEmpty else { return nil }
    var bytes: [UInt8] = []
    SnapshotTable.append(table.keys + columns.map(\.column), to: &bytes)
    for (key, row) in cells.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      SnapshotTable.append(key + row, to: &bytes)
    }
    return bytes
  }
}

/// Where the columns of a table come from.
struct TableSidecar: Codable {
  struct Column: Codable {
    let column: String
    let series: [String]
    let vintages: [Vintage]
    let terms: [String]
  }

  var schema = 1
  let file: String
  let sha256: String
  let columns: [Column]

  init(_ table: MonitorTable, _ snapshots: [String: Snapshot], _ bytes: [UInt8]) {
    (file, sha256) = (table.file, SHA256.hex(of: bytes))
    columns = table.sources.compactMap { source in
      let held = source.series.compactMap { snapshots[$0]?.sidecar }
      return held.isEmpty
        ? nil
        : Column(
          column: source.column, series: held.map(\.series), vintages: held.map(\.vintage), terms: held.map(\.terms))
    }
  }

  var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
  }
}

extension String {
  /// A decimal times a power of ten, digit by digit; anything but a plain decimal is left as it is when the power is 0
  /// and goes through a double otherwise.
  package func movingPoint(_ shift: Int) -> String {
    guard shift != 0 else { return self }
    let isNegative = hasPrefix("-")
    let parts = drop { $0 == "-" || $0 == "+" }.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.joined().utf8.allSatisfy({ (48...57).contains($0) }), let whole = parts.first else {
      return Double(self).map { "\($0 * pow(10, Double(shift)))" } ?? self
    }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    func zeros(_ count: Int) -> String { String(repeating: "0", count: max(0, count)) }
    let digits = Array(zeros(-shift) + whole + fraction + zeros(shift))
    let point = max(0, -shift) + whole.count + shift
    let front = String(digits[..<point].drop { $0 == "0" })
    var back = String(digits[point...])
    while back.hasSuffix("0") { back.removeLast() }
    return (isNegative ? "-" : "") + (front.isEmpty ? "0" : front) + (back.isEmpty ? "" : "." + back)
  }
}
