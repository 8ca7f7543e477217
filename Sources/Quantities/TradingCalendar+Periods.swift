extension TradingCalendar {
  /// Whether a day is the first trading day of its month.
  public func isFirstOfMonth(_ day: Day) -> Bool { isOpen(day) && previous(before: day).month != day.month }

  /// Whether a day is the last trading day of its month.
  public func isLastOfMonth(_ day: Day) -> Bool { isOpen(day) && next(after: day).month != day.month }

  /// Whether a day is the last trading day of its quarter.
  public func isLastOfQuarter(_ day: Day) -> Bool { isLastOfMonth(day) && day.month % 3 == 0 }

  /// Whether a day is the last trading day of its year.
  public func isLastOfYear(_ day: Day) -> Bool { isLastOfMonth(day) && day.month == 12 }

  /// Whether a day is the last trading day of its week, from Monday to Sunday.
  public func isLastOfWeek(_ day: Day) -> Bool { isOpen(day) && next(after: day).weekday <= day.weekday }

  /// The first trading day of the month a day is in.
  public func firstOfMonth(_ day: Day) -> Day { onOrAfter(day.startOfMonth) }

  /// The last trading day of the month a day is in.
  public func lastOfMonth(_ day: Day) -> Day { onOrBefore(day.endOfMonth) }

  /// How many trading days the month of a day has.
  public func daysInMonth(_ day: Day) -> Int { count(from: day.startOfMonth, through: day.endOfMonth) }
}

extension Day {
  /// The first calendar day of this day's month.
  public var startOfMonth: Day { advanced(by: 1 - dayOfMonth) }

  /// The last calendar day of this day's month.
  public var endOfMonth: Day {
    let (year, month, day) = civil
    return advanced(by: Day.length(ofMonth: month, in: year) - day)
  }

  /// The calendar day of this day's month with a number from 1; beyond the month's end it runs into the next.
  func inMonth(_ number: Int) -> Day { startOfMonth.advanced(by: number - 1) }

  /// The Monday of this day's week.
  var monday: Day { advanced(by: 1 - weekday) }

  /// The n-th Monday (1) ... Sunday (7) of this day's month, counted from one.
  func nth(_ n: Int, weekday wanted: Int) -> Day {
    let first = startOfMonth
    return first.advanced(by: (wanted - first.weekday + 7) % 7 + 7 * (n - 1))
  }

  /// The last Monday (1) ... Sunday (7) of this day's month.
  func last(weekday wanted: Int) -> Day {
    let end = endOfMonth
    return end.advanced(by: -((end.weekday - wanted + 7) % 7))
  }
}
