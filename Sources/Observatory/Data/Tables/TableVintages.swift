import Quantities

/// Which vintage of each of its series a table of the cache is made of, seen from a day.
///
/// The newest fetched by the day; before the first, the first, which is then not ``areKnown``: its revisions are later
/// than the day.
struct TableVintages: Sendable {
  private let table: MonitorTable
  private let cache: DataCache
  /// By series, newest first, the ones that come into question; damaged ones are passed over when read.
  private let candidates: [(series: PublishedSeries, vintages: [Vintage])]
  /// Whether every series had been fetched by the day.
  let areKnown: Bool

  /// nil when the cache makes no such table.
  init?(of file: String, in cache: DataCache, asOf day: Day) {
    guard let table = MonitorTable.all.first(where: { $0.file == file }) else { return nil }
    var isKnown = true
    candidates = PublishedSeries.all.filter { table.uses($0.id) }.compactMap { series in
      let all = cache.vintages(of: series)
      guard !all.isEmpty else { return nil }
      let known = all.filter { $0.day <= day }
      if known.isEmpty { isKnown = false }
      return (series, known.isEmpty ? all : known.reversed())
    }
    guard !candidates.isEmpty else { return nil }
    (self.table, self.cache, areKnown) = (table, cache, isKnown)
  }

  /// Tells one choice of vintages from another.
  var stamp: String {
    candidates.map { "\($0.series.id) \($0.vintages.map(\.stamp).joined(separator: " "))" }.joined(separator: ", ")
  }

  /// The table's text; nil when no vintage is whole or no row has a value.
  var csv: [UInt8]? {
    var snapshots: [String: Snapshot] = [:]
    for (series, vintages) in candidates {
      for vintage in vintages {
        guard let snapshot = cache.snapshot(of: series, vintage) else { continue }
        snapshots[series.id] = snapshot
        break
      }
    }
    return snapshots.isEmpty ? nil : TableAssembly.csv(of: table, from: snapshots)
  }
}
