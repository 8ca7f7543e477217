import Quantities

/// Which days a world walks.
public struct Clock: Sendable {
  let next: @Sendable (Day) -> Day
  let isDue: @Sendable (Every, Day) -> Bool
  public let calendar: TradingCalendar

  /// The trading days of a calendar; months, quarters and years end on their last trading day.
  public static func tradingDays(_ calendar: TradingCalendar) -> Clock {
    Clock(
      next: { calendar.next(after: $0) },
      isDue: { every, day in
        switch every {
        case .day: true
        case .month: calendar.isLastOfMonth(day)
        case .quarter: calendar.isLastOfQuarter(day)
        case .year: calendar.isLastOfYear(day)
        case .event(_, let isDue): isDue(calendar, day)
        }
      }, calendar: calendar)
  }

  /// Abstract periods 0, 1, 2, ...: every phase runs in each. For economies that have no calendar.
  public static let periods = Clock(
    next: { $0.advanced(by: 1) }, isDue: { _, _ in true }, calendar: .nyse)
}
