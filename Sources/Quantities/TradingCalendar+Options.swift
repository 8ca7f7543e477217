extension TradingCalendar {
  /// The monthly expiry in the month of a day: the third Friday, or the trading day before it when that is closed.
  public func monthlyExpiry(inMonthOf day: Day) -> Day { onOrBefore(day.nth(3, weekday: 5)) }

  /// The weekly expiry in the week of a day: Friday, or the last trading day before it.
  public func weeklyExpiry(inWeekOf day: Day) -> Day { onOrBefore(day.monday.advanced(by: 4)) }

  /// The first monthly expiry on or after a day.
  public func monthlyExpiry(onOrAfter day: Day) -> Day {
    let here = monthlyExpiry(inMonthOf: day)
    return here >= day ? here : monthlyExpiry(inMonthOf: day.endOfMonth.advanced(by: 1))
  }

  /// Whether standard monthly options expire on a day.
  public func isMonthlyExpiry(_ day: Day) -> Bool { day == monthlyExpiry(inMonthOf: day) }

  /// Whether the week's Friday options expire on a day; a monthly expiry is also a weekly one.
  public func isWeeklyExpiry(_ day: Day) -> Bool { day == weeklyExpiry(inWeekOf: day) }

  /// Whether options and futures expire together on a day: the monthly expiry of March, June, September, December.
  public func isQuarterlyExpiry(_ day: Day) -> Bool { day.month % 3 == 0 && isMonthlyExpiry(day) }

  /// Whether the quarter-end options of the large collar funds expire on a day: the quarter's last trading day.
  public func isCollarExpiry(_ day: Day) -> Bool { isLastOfQuarter(day) }

  /// The settlement day of VIX futures and options in the month of a day.
  ///
  /// The Wednesday thirty days before the next month's third Friday; when that Friday or that Wednesday is closed, the
  /// business day before (Cboe rules, VIX contract specifications).
  public func volatilityExpiry(inMonthOf day: Day) -> Day {
    let friday = day.endOfMonth.advanced(by: 1).nth(3, weekday: 5)
    return onOrBefore(onOrBefore(friday).advanced(by: -30))
  }

  /// Whether VIX futures and options settle on a day.
  public func isVolatilityExpiry(_ day: Day) -> Bool { day == volatilityExpiry(inMonthOf: day) }
}
