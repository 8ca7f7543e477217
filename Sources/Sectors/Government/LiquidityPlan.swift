import Quantities

/// What Treasury and central bank had announced by a day, of the announcements after 2025-12-01.
///
/// - 2025-12-10, Federal Reserve: reserve-management purchases of bills, 40 billion a month from 12 December, elevated
///   until the tax date in April; respondents to the Desk's surveys then expect about 220 billion in the first twelve
///   months (minutes of 9–10 December).
/// - 2026-02-02, Treasury financing estimates: cash of 850 billion at the end of March and 900 at the end of June.
/// - 2026-02-04, refunding statement: up to 75 billion of cash-management buybacks in the quarter; coupon sizes unchanged.
///
/// The last announcement stands until a later one: nothing that was published after February 2026 is here.
struct LiquidityPlan: Sendable, Equatable {
  /// Dollars a year.
  var purchases, cashBuybacks: Double
  /// Dollars.
  var cashTarget: Double

  /// The plan in force on a day, with the later pace of purchases that is assumed.
  init(on day: Day, firstYear: Double, later: Double) {
    let elevated = LiquidityPlan.monthly * LiquidityPlan.months(LiquidityPlan.start, LiquidityPlan.taxDate)
    let rest = max(0, firstYear - elevated) / LiquidityPlan.months(LiquidityPlan.taxDate, LiquidityPlan.firstYearEnd)
    purchases =
      day <= LiquidityPlan.taxDate ? 12 * LiquidityPlan.monthly : day <= LiquidityPlan.firstYearEnd ? 12 * rest : later
    let isRefunded = day >= LiquidityPlan.refunding
    cashBuybacks = isRefunded ? 4 * 75e9 : 4 * 25e9
    cashTarget = 850e9
    if isRefunded {
      let done =
        Double(LiquidityPlan.march.distance(to: day)) / Double(LiquidityPlan.march.distance(to: LiquidityPlan.june))
      cashTarget += 50e9 * min(max(done, 0), 1)
    }
  }

  private static let monthly = 40e9
  private static let start = day(2025, 12, 12)
  private static let taxDate = day(2026, 4, 15)
  private static let firstYearEnd = day(2026, 12, 11)
  private static let refunding = day(2026, 2, 4)
  private static let march = day(2026, 3, 31)
  private static let june = day(2026, 6, 30)

  private static func months(_ from: Day, _ to: Day) -> Double { Double(from.distance(to: to)) / 30.4375 }
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? Day(number: 0) }
}
