extension TradingCalendar {
  /// The days on which scheduled meetings of the Federal Open Market Committee end and decisions are announced, as
  /// published by the Federal Reserve Board for 2025, 2026 and 2027.
  public static let publishedDecisions: [Day] = [
    Day(2025, 1, 29), Day(2025, 3, 19), Day(2025, 5, 7), Day(2025, 6, 18),
    Day(2025, 7, 30), Day(2025, 9, 17), Day(2025, 10, 29), Day(2025, 12, 10),
    Day(2026, 1, 28), Day(2026, 3, 18), Day(2026, 4, 29), Day(2026, 6, 17),
    Day(2026, 7, 29), Day(2026, 9, 16), Day(2026, 10, 28), Day(2026, 12, 9),
    Day(2027, 1, 27), Day(2027, 3, 17), Day(2027, 4, 28), Day(2027, 6, 9),
    Day(2027, 7, 28), Day(2027, 9, 15), Day(2027, 10, 27), Day(2027, 12, 8),
  ].compactMap(\.self)

  /// Where ``publishedDecisions`` come from.
  public static let publishedDecisionsSource = Source.release(
    "Federal Reserve Board", series: "FOMC meeting calendars", asOf: "2026-08")

  /// Whether a scheduled committee meeting ends on a day.
  ///
  /// After the last published year the calendar's own pattern continues, eight meetings a year: the last Wednesdays of
  /// January, April, July and October, the third of March, June and September, and the second of December. The pattern
  /// meets 22 of the 24 published dates. Before 2025 the table has no dates and the answer is false.
  public func isFOMCDecision(_ day: Day) -> Bool {
    guard let last = Self.publishedDecisions.last, day.year > last.year else {
      return Self.publishedDecisions.contains(day)
    }
    return followsMeetingPattern(day)
  }

  /// Whether a day is where the pattern of the published calendars puts a decision.
  public func followsMeetingPattern(_ day: Day) -> Bool {
    switch day.month {
    case 1, 4, 7, 10: day == day.last(weekday: 3)
    case 3, 6, 9: day == day.nth(3, weekday: 3)
    case 12: day == day.nth(2, weekday: 3)
    default: false
    }
  }

  /// The first scheduled decision on or after a day.
  public func decision(onOrAfter day: Day) -> Day {
    var day = max(day, Self.publishedDecisions.first ?? day)
    while !isFOMCDecision(day) { day = day.advanced(by: 1) }
    return day
  }

  /// Whether officials keep silent on a day: from the second Saturday before a meeting, which opens the day before its
  /// decision, through the day after the decision (FOMC policy on external communications).
  public func isCommunicationsBlackout(_ day: Day) -> Bool {
    day.distance(to: decision(onOrAfter: day.advanced(by: -1))) <= 11
  }

  /// Whether the United States vote on a day: the Tuesday after the first Monday of November in even years.
  public func isElection(_ day: Day) -> Bool {
    let (year, month, dayOfMonth) = day.civil
    return year % 2 == 0 && month == 11 && day.weekday == 2 && (2...8).contains(dayOfMonth)
  }

  /// Whether a president is elected on a day.
  public func isPresidentialElection(_ day: Day) -> Bool { day.year % 4 == 0 && isElection(day) }

  /// The first election on or after a day.
  public func election(onOrAfter day: Day) -> Day {
    var day = day
    while !isElection(day) { day = day.advanced(by: 1) }
    return day
  }
}
