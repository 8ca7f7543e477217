extension TradingCalendar {
  /// A holiday on which the exchange is closed by rule.
  public enum Holiday: String, Sendable, CaseIterable {
    case newYear, martinLutherKing, washington, goodFriday, memorial, juneteenth, independence, labor, thanksgiving
    case christmas
  }

  /// The holiday observed on a day, if any.
  ///
  /// A fixed date that falls on a Sunday is observed on Monday and one that falls on a Saturday on Friday, except New
  /// Year's Day, which is not observed when it falls on a Saturday because Friday ends the year's accounts (NYSE Rule
  /// 7.2). Martin Luther King Day is kept from 1998, Juneteenth from 2022.
  public func holiday(on day: Day) -> Holiday? {
    let (year, month, dayOfMonth) = day.civil
    let weekday = day.weekday
    func monday(_ range: ClosedRange<Int>) -> Bool { weekday == 1 && range.contains(dayOfMonth) }
    func observed(_ fixed: Int) -> Bool {
      switch weekday {
      case 1: dayOfMonth == fixed || dayOfMonth == fixed + 1
      case 5: dayOfMonth == fixed || dayOfMonth == fixed - 1
      case 2...4: dayOfMonth == fixed
      default: false
      }
    }
    return switch month {
    case 1 where observed(1): .newYear
    case 1 where year >= 1998 && monday(15...21): .martinLutherKing
    case 2 where monday(15...21): .washington
    case 3 where weekday == 5 && isGoodFriday(day): .goodFriday
    case 4 where weekday == 5 && isGoodFriday(day): .goodFriday
    case 5 where monday(25...31): .memorial
    case 6 where year >= 2022 && observed(19): .juneteenth
    case 7 where observed(4): .independence
    case 9 where monday(1...7): .labor
    case 11 where weekday == 4 && (22...28).contains(dayOfMonth): .thanksgiving
    case 12 where observed(25): .christmas
    default: nil
    }
  }

  /// Whether a day is the Friday before Easter.
  ///
  /// Easter by the anonymous Gregorian computus (Meeus, *Astronomical Algorithms*, 1991, chapter 8).
  private func isGoodFriday(_ day: Day) -> Bool {
    let (year, month, dayOfMonth) = day.civil
    let golden = year % 19
    let (century, inCentury) = (year / 100, year % 100)
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
    let toSunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7
    let correction = (golden + 11 * epact + 22 * toSunday) / 451
    let easterFromMarch = 22 + epact + toSunday - 7 * correction
    return dayOfMonth + (month == 4 ? 31 : 0) == easterFromMarch - 2
  }
}

extension TradingCalendar {
  /// Whether the exchange closes early (13:00) on a day, by the rules in force since 1993.
  ///
  /// The day after Thanksgiving; 24 December when it trades; and around Independence Day: 3 July on a Monday,
  /// Tuesday or Thursday, with Wednesday added from 2013, before which Friday 5 July was the short day.
  public func isEarlyClose(_ day: Day) -> Bool {
    guard isOpen(day) else { return false }
    let (year, month, dayOfMonth) = day.civil
    return switch (month, dayOfMonth) {
    case (7, 3): day.weekday != 3 || year >= 2013
    case (7, 5): day.weekday == 5 && year < 2013
    case (11, 23...29): day.weekday == 5
    case (12, 24): true
    default: unscheduledEarlyCloses.contains(day)
    }
  }
}
