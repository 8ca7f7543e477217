import Dispatch
import Quantities
import Statistics
import Synchronization

/// Every gauge of the brief as the briefs of past days would have said it, at the ends of months.
///
/// A day is seen as ``KnownData`` sees it: rows count once they were published. Gauges that resample or fit are read at the
/// ends of quarters, and every gauge on the last day.
public struct BriefHistory: Sendable {
  /// One gauge's past; `nan` where it had no value.
  public struct Line: Sendable {
    public let gauge: String
    public let family: String
    public let unit: String
    public internal(set) var values: [Double]
    public internal(set) var lows: [Double]
    public internal(set) var highs: [Double]

    public var count: Int { values.count { !$0.isNaN } }
    public var hasBand: Bool { zip(lows, highs).contains { $0 < $1 } }
  }

  public let days: [Day]
  /// In the order in which the gauges first appear on the page, those of the last day first.
  public let lines: [Line]

  /// - Parameters:
  ///   - first: the earliest day; nil for the first on which the folder has a price of the index, and 1990 without one.
  ///   - isInterrupted: asked before each day; days not reached are left out.
  ///   - progress: told of each day that is done.
  public init(
    _ brief: Brief, of data: KnownData, from first: Day? = nil, isInterrupted: @Sendable () -> Bool = { false },
    progress: @Sendable () -> Void = {}
  ) {
    let start = first ?? BriefHistory.firstPrice(data)
    let days = BriefHistory.monthEnds(from: start, through: data.day)
    let found = Mutex<[[[Reading]]?]>([[[Reading]]?](repeating: nil, count: days.count))
    DispatchQueue.concurrentPerform(iterations: days.count) { index in
      guard !isInterrupted() else { return }
      let day = days[index]
      let isQuarter = day.month % 3 == 0 || index + 1 == days.count
      let known = data.seen(from: day)
      let readings = brief.families.map { family in
        family.entries.filter { isQuarter || !$0.isSlow }.flatMap { $0.readings(of: known) }
      }
      found.withLock { $0[index] = readings }
      progress()
    }
    let reached = zip(days, found.withLock { $0 }).compactMap { day, readings in readings.map { (day, $0) } }
    self.days = reached.map(\.0)
    lines = BriefHistory.lines(of: reached.map(\.1), brief.families.map(\.title))
  }

  /// How many days a history from the first price on has.
  public static func length(of data: KnownData) -> Int { monthEnds(from: firstPrice(data), through: data.day).count }

  private static func firstPrice(_ data: KnownData) -> Day {
    let index = try? data.series(Brief.index, "close")
    return index?.days[0] ?? Day(1990, 1, 1) ?? data.day
  }

  /// The last trading day of each month, and the day itself.
  static func monthEnds(from first: Day, through last: Day) -> [Day] {
    var days: [Day] = []
    var end = first.endOfMonth
    while end < last {
      days.append(TradingCalendar.nyse.onOrBefore(end))
      end = end.advanced(by: 1).endOfMonth
    }
    return days.filter { $0 >= first } + [last]
  }

  private static func lines(of readings: [[[Reading]]], _ families: [String]) -> [Line] {
    var places: [String: Int] = [:]
    var lines: [Line] = []
    let empty = [Double](repeating: .nan, count: readings.count)
    for (row, sections) in readings.enumerated().reversed() {
      for (family, section) in zip(families, sections) {
        for reading in section {
          guard let value = reading.value else { continue }
          let place = places[reading.gauge] ?? lines.count
          if place == lines.count {
            places[reading.gauge] = place
            lines.append(
              Line(gauge: reading.gauge, family: family, unit: reading.unit, values: empty, lows: empty, highs: empty))
          }
          lines[place].values[row] = value
          lines[place].lows[row] = reading.low ?? .nan
          lines[place].highs[row] = reading.high ?? .nan
        }
      }
    }
    return lines
  }

  public func line(_ gauge: String) -> Line? { lines.first { $0.gauge == gauge } }

  /// A column a gauge, and two for each end of an interval.
  ///
  /// - Throws: ``PanelError`` never for a history of distinct gauges.
  public func panel() throws(PanelError) -> Panel {
    var panel = try Panel(.month, days: days)
    for line in lines {
      try panel.append(PanelColumn(line.gauge, unit: line.unit, values: line.values))
      guard line.lows.contains(where: { !$0.isNaN }) || line.highs.contains(where: { !$0.isNaN }) else { continue }
      try panel.append(PanelColumn("\(line.gauge), low", unit: line.unit, values: line.lows))
      try panel.append(PanelColumn("\(line.gauge), high", unit: line.unit, values: line.highs))
    }
    return panel
  }
}
