import Quantities

/// How a series stands in the cache.
public struct SeriesStatus: Equatable, Sendable {
  public enum State: String, Sendable { case current, stale, never, damaged }

  public let series: String
  public let publisher: String
  public let title: String
  public let state: State
  /// Of the newest vintage that is whole.
  public let newest: Sidecar?
  public let lastValue: Day?
  public let freshness: Freshness?
  public let vintages: Int
  /// Vintages that are cut short or altered.
  public let damaged: Int

  /// - Parameter isThorough: whether every vintage is checked against its digest, and not only the newest.
  public init(of series: PublishedSeries, in cache: DataCache, seenFrom day: Day, isThorough: Bool = false) {
    (self.series, publisher, title) = (series.id, series.publisher.name, series.title)
    let vintages = cache.vintages(of: series)
    let whole = cache.newest(of: series)
    let newer = whole.map { snapshot in vintages.count { $0 > snapshot.sidecar.vintage } } ?? vintages.count
    damaged = isThorough ? vintages.count { cache.snapshot(of: series, $0) == nil } : newer
    self.vintages = vintages.count
    newest = whole?.sidecar
    lastValue = whole?.table.lastValueDay
    let days = whole?.table.rows.compactMap { Day(iso: $0[0]) } ?? []
    let gap = Freshness.usualGap(of: days) ?? 1
    freshness = lastValue.map {
      Freshness(last: $0, usualGap: gap, lag: SeriesStatus.usualLag(gap), seenFrom: day)
    }
    if damaged > 0 {
      state = .damaged
    } else if let freshness {
      state = freshness.isStale ? .stale : .current
    } else {
      state = .never
    }
  }

  /// How long publishers usually take: a day for daily figures, a week for weekly ones, a month and a half for monthly
  /// ones, four months for quarterly ones, most of a year for yearly ones.
  private static func usualLag(_ gap: Int) -> Int {
    switch gap {
    case ...4: 1
    case ...15: 7
    case ...60: 45
    case ...200: 122
    default: 300
    }
  }
}
