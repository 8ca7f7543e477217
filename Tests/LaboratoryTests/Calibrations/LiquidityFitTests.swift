import Foundation
import Markets
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

/// Fits the parameters of liquidity again from the published series and compares them with what is used and printed in
/// `Documentation/Calibrations/liquidity.md`.
@Suite("Fit of liquidity", .enabled(if: SharedFolder.isThere))
struct LiquidityFitTests {
  private static let first = Day(2021, 8, 4)!
  /// The last week before 2025-12-01.
  private static let last = Day(2025, 11, 26)!

  /// A column by date; empty cells are left out.
  private static func series(_ file: String, _ column: String) throws -> [(day: Day, value: Double)] {
    let table = try SharedTable("data/macro/\(file).csv")
    let place = try #require(table.index(of: column))
    return table.rows.compactMap { row in
      guard let day = Day(iso: row[0]), let value = Double(row[place]) else { return nil }
      return (day, value)
    }
  }

  /// The mean of a daily series over the seven days to a day.
  private static func mean(_ series: [(day: Day, value: Double)], to day: Day) -> Double? {
    let week = series.filter { $0.day > day.advanced(by: -7) && $0.day <= day }
    return week.isEmpty ? nil : week.reduce(0) { $0 + $1.value } / Double(week.count)
  }

  private struct Week {
    let day: Day
    /// Reserves and reverse repo over bank credit, repo over interest on reserves, and reverse repo in billions.
    let liquidity, spread, facility: Double
  }

  private static let weeks: [Week] = {
    guard let reserves = try? series("fed_liquidity_weekly", "reserve_balances_week_avg_mil_usd"),
      let credit = try? series("fed_liquidity_weekly", "bank_credit_bil_usd"),
      let sofr = try? series("rates_daily", "sofr_pct"), let iorb = try? series("rates_daily", "iorb_pct"),
      let facility = try? series("rates_daily", "on_rrp_bil_usd")
    else { return [] }
    let rates = sofr.compactMap { one in
      iorb.last { $0.day == one.day }.map { (day: one.day, value: (one.value - $0.value) / 100) }
    }
    return reserves.filter { $0.day >= first && $0.day <= last }.compactMap { week in
      guard let bank = credit.last(where: { $0.day == week.day }), let spread = mean(rates, to: week.day),
        let repo = mean(facility, to: week.day)
      else { return nil }
      return Week(
        day: week.day, liquidity: (week.value / 1000 + repo) / bank.value, spread: spread, facility: repo)
    }
  }()

  @Test("The reserve demand curve is the best of widths from .4 to 8 points")
  func curve() throws {
    let weeks = LiquidityFitTests.weeks
    #expect(weeks.count == 226)
    var best: (width: Double, fit: LeastSquares)?
    for step in 2..<40 {
      let width = Double(step) * 0.002
      let rise = weeks.map { Elementary.exp(-($0.liquidity - 0.155) / width) }
      guard let fit = LeastSquares(weeks.map(\.spread), on: [rise]) else { continue }
      if fit.rSquared ?? 0 > best?.fit.rSquared ?? 0 { best = (width, fit) }
    }
    let found = try #require(best)
    let used = ReserveMarket()
    #expect(abs(found.width - used.width.value) < 1e-9)
    #expect(abs(found.fit.coefficients[0] - used.abundantSpread.value) < 5e-6, "\(found.fit.coefficients)")
    #expect(abs(found.fit.coefficients[1] - used.scarcity.value) < 5e-6, "\(found.fit.coefficients)")
    #expect(abs(try #require(found.fit.rSquared) - 0.687) < 0.001)
  }

  @Test("The share at the facility is a logistic of the spread")
  func facility() throws {
    let weeks = LiquidityFitTests.weeks
    let odds = weeks.map { week -> Double in
      let share = min(max(week.facility / 2790, 1e-4), 0.9)
      return Elementary.log((1 - share) / share)
    }
    // The facility paid 10 basis points less than reserves, and 15 from 19 December 2024.
    let spreads = weeks.map { $0.spread + ($0.day < Day(2024, 12, 19)! ? 0.001 : 0.0015) }
    let fit = try #require(LeastSquares(odds, on: [spreads]))
    let used = MoneyFundPlacement()
    #expect(abs(fit.coefficients[0] - used.intercept.value) < 0.001, "\(fit.coefficients)")
    #expect(abs(fit.coefficients[1] - used.slope.value) < 1, "\(fit.coefficients)")
  }

  /// Weekly surprises of net liquidity, over net liquidity, of a forecaster that learns with a half-life of 13 weeks.
  private func surprises() throws -> [(from: Day, day: Day, value: Double)] {
    let assets = try LiquidityFitTests.series("fed_liquidity_weekly", "fed_total_assets_mil_usd")
    let cash = try LiquidityFitTests.series("fed_liquidity_weekly", "tga_week_avg_bil_usd")
    let repo = try LiquidityFitTests.series("rates_daily", "on_rrp_bil_usd")
    let levels = assets.compactMap { week -> (day: Day, value: Double)? in
      guard let account = cash.last(where: { $0.day == week.day }),
        let facility = repo.last(where: { $0.day == week.day })
      else { return nil }
      return (week.day, week.value / 1000 - account.value - facility.value)
    }
    var drift = 0.0
    let learning = 1 - Decay.factor(halfLife: TradingSpan(13))
    var found: [(from: Day, day: Day, value: Double)] = []
    for (before, now) in zip(levels, levels.dropFirst()) where before.day.distance(to: now.day) == 7 {
      let surprise = now.value - before.value - drift
      drift += learning * surprise
      if now.day >= Day(2014, 1, 1)! { found.append((before.day, now.day, surprise / now.value)) }
    }
    return found
  }

  /// Regresses changes of a daily series on surprises: slope and the ends of its 90 % interval.
  private func slope(
    of series: [(day: Day, value: Double)], on surprises: [(from: Day, day: Day, value: Double)],
    _ change: (Double, Double) -> Double
  ) throws -> (low: Double, middle: Double, high: Double) {
    func at(_ day: Day) -> Double? { series.last { $0.day <= day && $0.day > day.advanced(by: -5) }?.value }
    let pairs = surprises.compactMap { one -> (Double, Double)? in
      guard let before = at(one.from), let now = at(one.day) else { return nil }
      return (one.value, change(before, now))
    }
    let fit = try #require(LeastSquares(pairs.map(\.1), on: [pairs.map(\.0)]))
    let (b, half) = (fit.coefficients[1], 1.645 * fit.standardErrors[1])
    return (b - half, b, b + half)
  }

  @Test("The response of the S&P 500 is nothing within its error")
  func prices() throws {
    let table = try SharedTable("data/market/spx_daily.csv")
    let place = try #require(table.index(of: "close"))
    let closes = table.rows.compactMap { row in
      Day(iso: row[0]).flatMap { day in Double(row[place]).map { (day: day, value: $0) } }
    }
    let found = try slope(of: closes.filter { $0.day.year >= 2013 }, on: surprises()) {
      Elementary.log($1) - Elementary.log($0)
    }
    let row = try #require(TreasuryLiquidity().rows.first { $0.name == "priceResponse" })
    #expect(abs(found.middle - row.parameter.number) < 0.001, "\(found)")
    #expect(found.low < 0 && found.high > 0 && abs(found.low + 0.11) < 0.005 && abs(found.high - 0.09) < 0.005)
  }

  @Test("The response of credit spreads is nothing within its error before 2020")
  func credit() throws {
    let spreads = try LiquidityFitTests.series("rates_daily", "baa_minus_10y_pct").filter { $0.day.year >= 2013 }
    let found = try slope(of: spreads, on: surprises().filter { $0.day <= Day(2020, 2, 20)! }) { ($1 - $0) / 100 }
    let row = try #require(TreasuryLiquidity().rows.first { $0.name == "creditResponse" })
    #expect(abs(found.middle - row.parameter.number) < 0.0001, "\(found)")
    #expect(found.low < 0 && found.high > 0)
  }

  @Test("The calendar of taxes is that of the Daily Treasury Statements of 2024 and 2025")
  func taxes() throws {
    let table = try SharedTable("data/macro/dts_tax_flows_daily.csv")
    let deposits = [
      "deposit_withheld_individual_fica_mil_usd", "deposit_non_withheld_ind_seca_electronic_mil_usd",
      "deposit_non_withheld_ind_seca_other_mil_usd", "deposit_corporate_income_mil_usd",
    ]
    let refunds = ["refund_individual_tax_refunds_eft_mil_usd", "refund_business_tax_refunds_eft_mil_usd"]
    var months = [Double](repeating: 0, count: 12)
    for row in table.rows {
      guard let day = Day(iso: row[0]), day.year == 2024 || day.year == 2025 else { continue }
      func sum(_ columns: [String]) -> Double {
        columns.reduce(0) { $0 + (table.index(of: $1).flatMap { Double(row[$0]) } ?? 0) }
      }
      months[day.month - 1] += sum(deposits) - sum(refunds)
    }
    let year = months.reduce(0, +)
    for (share, month) in zip(FiscalCalendar.taxShare, months) { #expect(abs(share - month / year) < 0.0002) }
  }
}
