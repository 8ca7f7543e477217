import Quantities

/// When in the year and in the month the Treasury is paid and pays.
///
///     C_m(d) = A s_m q_m(d) − [B b(d) + I i(d) + O u(d)]/12            cash of a month by the end of a day
///     F(d)   = A (S_{m−1} − (m − 1)/12) + C_m(d),  A (S_m − m/12) on the month's last trading day
///
/// A: taxes a year less refunds; s_m, S_m: the share of month m and of the year through it; q: the share of a month's
/// taxes by a date. B: benefits, I: coupons on bonds, O: everything else, each a year. F is what must have moved by the
/// end of a day for the account to follow the calendar while the books record a twelfth of a year on every month's last.
///
/// Taxes: Daily Treasury Statement, 2024 and 2025. Benefits: the payment schedule of the Social Security Administration.
/// Coupons: the 15th and the month's last day.
///
/// Ignores: due dates moved by weekends (shapes are averages over two years), biweekly pay, loan disbursements.
public struct FiscalCalendar: Sendable, Codable, Equatable {
  /// A, B, O and I, in dollars a year.
  public var taxes, benefits, other, interest: Double
  /// The parts of benefits that are Social Security and that are paid on the first of the month.
  public var socialSecurity, first: Double

  public init(
    taxes: Double, benefits: Double, other: Double, interest: Double, socialSecurity: Double, first: Double
  ) {
    (self.taxes, self.benefits, self.other, self.interest) = (taxes, benefits, other, interest)
    (self.socialSecurity, self.first) = (socialSecurity, first)
  }

  /// s_m: withheld, other individual and corporate deposits less refunds of the month over the year's.
  public static let taxShare = [
    0.0985, 0.0466, 0.0675, 0.1670, 0.0652, 0.0995, 0.0639, 0.0585, 0.1060, 0.0711, 0.0608, 0.0954,
  ]
  /// q of April, of January, June, September and December, and of the other months, by day of the month.
  static let april = [
    0.046, 0.060, 0.069, 0.081, 0.088, 0.088, 0.107, 0.134, 0.150, 0.180, 0.225, 0.270, 0.270, 0.333, 0.568, 0.654,
    0.723, 0.754, 0.766, 0.766, 0.789, 0.830, 0.863, 0.881, 0.906, 0.918, 0.918, 0.943, 0.977, 1, 1,
  ]
  static let taxMonth = [
    0.010, 0.074, 0.115, 0.136, 0.154, 0.173, 0.178, 0.203, 0.232, 0.264, 0.292, 0.336, 0.384, 0.402, 0.463, 0.596,
    0.654, 0.687, 0.705, 0.726, 0.740, 0.770, 0.813, 0.855, 0.871, 0.894, 0.914, 0.919, 0.947, 0.980, 1,
  ]
  static let plainMonth = [
    0.081, 0.107, 0.162, 0.190, 0.220, 0.247, 0.284, 0.309, 0.325, 0.356, 0.380, 0.414, 0.432, 0.472, 0.532, 0.580,
    0.622, 0.677, 0.707, 0.741, 0.775, 0.791, 0.808, 0.833, 0.858, 0.876, 0.902, 0.937, 0.963, 0.979, 1,
  ]

  /// q, the share of a month's taxes that has come in by the end of a day.
  public static func taxesIn(by day: Day) -> Double {
    switch day.month {
    case 4: april[day.dayOfMonth - 1]
    case 1, 6, 9, 12: taxMonth[day.dayOfMonth - 1]
    default: plainMonth[day.dayOfMonth - 1]
    }
  }

  /// b, the share of a month's benefits that has been paid by the end of a day.
  func benefitsPaid(by day: Day, _ calendar: TradingCalendar) -> Double {
    // A payment that falls on a closed day is made on the business day before.
    let reached = calendar.next(after: day).advanced(by: -1)
    let through = reached.month == day.month ? reached.dayOfMonth : Day.longestMonth
    let firstWednesday = 1 + (3 - day.startOfMonth.weekday + 7) % 7
    let dates = [3, firstWednesday + 7, firstWednesday + 14, firstWednesday + 21]
    let made = Double(dates.count { $0 <= through }) / Double(dates.count)
    let steady = 1 - socialSecurity - first
    return first + socialSecurity * made + steady * FiscalCalendar.elapsed(through: day, calendar)
  }

  /// i, the share of a month's coupons that has been paid by the end of a day before the last.
  static func couponsPaid(by day: Day, _ calendar: TradingCalendar) -> Double {
    day >= calendar.onOrAfter(day.startOfMonth.advanced(by: 14)) ? 0.5 : 0
  }

  /// u, the share of a month's trading days that is over at the end of a day.
  static func elapsed(through day: Day, _ calendar: TradingCalendar) -> Double {
    Double(calendar.count(from: day.startOfMonth, through: day)) / Double(max(1, calendar.daysInMonth(day)))
  }

  /// C, the cash of the month of a day by its end, in dollars.
  public func cash(by day: Day, _ calendar: TradingCalendar) -> Double {
    let share = taxes * FiscalCalendar.taxShare[day.month - 1]
    guard !calendar.isLastOfMonth(day) else { return share - (benefits + other + interest) / 12 }
    let paid =
      benefits * benefitsPaid(by: day, calendar) + interest * FiscalCalendar.couponsPaid(by: day, calendar)
      + other * FiscalCalendar.elapsed(through: day, calendar)
    return share * FiscalCalendar.taxesIn(by: day) - paid / 12
  }

  /// F, what banks have to have advanced to the Treasury by the end of a day; negative: the Treasury to banks.
  public func float(on day: Day, _ calendar: TradingCalendar) -> Double {
    let through = FiscalCalendar.taxShare.prefix(day.month - 1).reduce(0, +)
    let carried = taxes * (through - Double(day.month - 1) / 12)
    guard calendar.isLastOfMonth(day) else { return carried + cash(by: day, calendar) }
    guard day.month < 12 else { return 0 }
    return taxes * (through + FiscalCalendar.taxShare[day.month - 1] - Double(day.month) / 12)
  }

  /// The cash that the calendar foretells from the end of one trading day to the end of a later one.
  public func expectedCash(after day: Day, through last: Day, _ calendar: TradingCalendar) -> Double {
    var (sum, from) = (0.0, day)
    while from.startOfMonth < last.startOfMonth {
      let end = calendar.lastOfMonth(from)
      sum += cash(by: end, calendar) - (from == day ? cash(by: from, calendar) : 0)
      from = from.endOfMonth.advanced(by: 1)
    }
    return sum + cash(by: last, calendar) - (from == day ? cash(by: from, calendar) : 0)
  }
}

extension Day {
  /// The days of the longest month.
  fileprivate static let longestMonth = 31
}
