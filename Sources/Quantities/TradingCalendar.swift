/// The days on which the New York Stock Exchange trades, by rule and without end.
///
/// A day is open when it is a weekday, is not an observed holiday (``holiday(on:)``), and is not in the table of
/// unscheduled closures. The rules are those in force since 1990; every answer is arithmetic on the date, without a
/// cache, so any day may be asked about in any order.
///
/// Ignores: halts within a day and late openings.
///
/// Sources: NYSE Rule 7.2; NYSE historical closings.
/// Verified by: every date of the S&P 500 since 1990, and every weekday between, in `TradingCalendarTests`.
public struct TradingCalendar: Sendable {
  /// Weekdays on which the exchange did not open though no rule closed it.
  public let unscheduledClosures: [Day]
  /// Days on which it closed early though no rule said so.
  public let unscheduledEarlyCloses: [Day]

  public init(unscheduledClosures: [Day], unscheduledEarlyCloses: [Day] = []) {
    (self.unscheduledClosures, self.unscheduledEarlyCloses) = (unscheduledClosures, unscheduledEarlyCloses)
  }

  /// The New York Stock Exchange, with its unscheduled closures since 1990.
  public static let nyse = TradingCalendar(
    unscheduledClosures: [
      Day(1994, 4, 27),  // funeral of President Nixon
      Day(2001, 9, 11), Day(2001, 9, 12), Day(2001, 9, 13), Day(2001, 9, 14),  // attacks on New York
      Day(2004, 6, 11),  // funeral of President Reagan
      Day(2007, 1, 2),  // funeral of President Ford
      Day(2012, 10, 29), Day(2012, 10, 30),  // Hurricane Sandy
      Day(2018, 12, 5),  // funeral of President G. H. W. Bush
      Day(2025, 1, 9),  // funeral of President Carter
    ].compactMap(\.self),
    unscheduledEarlyCloses: [Day(1997, 12, 26), Day(1999, 12, 31), Day(2003, 12, 26)].compactMap(\.self))

  /// Whether the exchange trades on a day.
  public func isOpen(_ day: Day) -> Bool {
    day.weekday <= 5 && holiday(on: day) == nil && !unscheduledClosures.contains(day)
  }
}

extension TradingCalendar {
  /// The first trading day after a day.
  public func next(after day: Day) -> Day { onOrAfter(day.advanced(by: 1)) }

  /// The last trading day before a day.
  public func previous(before day: Day) -> Day { onOrBefore(day.advanced(by: -1)) }

  /// The day itself if it trades, else the next that does.
  public func onOrAfter(_ day: Day) -> Day {
    var day = day
    while !isOpen(day) { day = day.advanced(by: 1) }
    return day
  }

  /// The day itself if it trades, else the last before it that did.
  public func onOrBefore(_ day: Day) -> Day {
    var day = day
    while !isOpen(day) { day = day.advanced(by: -1) }
    return day
  }

  /// The trading day `count` trading days after a day; before it when negative. O(|count|).
  public func day(_ count: Int, after day: Day) -> Day {
    var day = day
    for _ in 0..<count.magnitude { day = count > 0 ? next(after: day) : previous(before: day) }
    return day
  }

  /// The trading days from `first` to `last`, both included when they trade.
  public func days(from first: Day, through last: Day) -> [Day] {
    guard first <= last else { return [] }
    return (first...last).filter(isOpen)
  }

  /// How many trading days lie from `first` to `last`, both included when they trade. O(days between).
  public func count(from first: Day, through last: Day) -> Int {
    guard first <= last else { return 0 }
    return (first...last).count(where: isOpen)
  }
}
