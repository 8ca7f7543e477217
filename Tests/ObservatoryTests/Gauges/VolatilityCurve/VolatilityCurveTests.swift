import Markets
import Observatory
import Quantities
import Statistics
import Testing

private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

@Suite("The VIX curve")
struct VolatilityCurveTests {
  // vix_curve_facts.csv: VIX above VIX3M on 321 of 4,132 days of 2010 to 2026-06-05, 7.8 %, 103 spells, median two days.
  @Test(
    "is inverted as often as published", .enabled(if: SharedFiles.haveData, "skipped: no shared data folder"))
  func inversions() throws {
    let readings = try VolatilityCurveGauge().readings(of: KnownData(try SharedFiles.folder(), asOf: day("2026-06-05")))
    let share = try #require(readings.first { $0.gauge.contains("share of days") })
    let value = try #require(share.value)
    #expect(abs(value - 321.0 / 4132) < 0.002, "\(value)")
    #expect(share.method.contains("median 2 days"), "\(share.method)")
    let spells = try #require(
      share.method.split(separator: " ").compactMap { Int($0.filter(\.isNumber)) }.dropFirst().first)
    #expect(abs(spells - 103) <= 3, "\(share.method)")
    let named = readings.filter { $0.gauge.hasPrefix("VIX curve, VIX") || $0.gauge.hasPrefix("VX curve") }
    #expect(named.count == 4 && named.allSatisfy { $0.method.contains("inverted") && !$0.columns.isEmpty })
  }

  @Test("is interpolated between contracts, and flat before the first")
  func constantMaturity() {
    // 2025-03-03: contracts settle on 2025-03-18 and 2025-04-16, 15 and 44 days ahead.
    func price(_ maturity: Double) -> Double {
      ConstantMaturity.price(of: [20, 22, .nan], daysToFirst: 15, on: day("2025-03-03"), maturity: maturity) ?? .nan
    }
    #expect(price(10) == 20 && price(15) == 20 && price(44) == 22)
    let month = 20 + 2 * Double(15) / 29
    #expect(abs(price(30) - month) < 1e-12)
    #expect(price(90).isNaN)
  }
}

@Suite("The cause of an inversion")
struct InversionCauseTests {
  /// Indices made of a HAR forecast, a premium and a pressure, whose last day is given a shock of one kind.
  private func panel(premium: Double, pressure: Double, crash: Bool) throws -> Panel {
    var (closes, returns, price) = ([100.0], [Double](), 100.0)
    for step in 0..<1500 {
      // Two regimes of volatility, so that the forecast has something to learn.
      let size = step / 60 % 2 == 0 ? 0.006 : 0.013
      let r = crash && step > 1480 ? (step % 2 == 0 ? 0.035 : -0.037) : (step % 2 == 0 ? size : -size)
      price *= Elementary.exp(r)
      closes.append(price)
      returns.append(r)
    }
    var forecast = HARForecast(
      .init(daily: Share(0.2), weekly: Share(0.4), monthly: Share(0.3)), longRun: Volatility(0.15))
    var (vix, vix3m) = ([Double.nan], [Double.nan])
    for (step, r) in returns.enumerated() {
      forecast.update(r)
      let path = forecast.path(days: 64)
      let isLast = step == returns.count - 1
      let (π, p) = (0.008 + (isLast ? premium : 0), isLast ? pressure : -0.004)
      let near = path[..<21].reduce(0, +) / 21 + π + p * (1 - Elementary.exp(-2.1)) / 2.1
      let far = path.reduce(0, +) / 64 + π + p * (1 - Elementary.exp(-6.4)) / 6.4
      vix.append(100 * near.squareRoot())
      vix3m.append(100 * far.squareRoot())
    }
    return try Panel(
      .day, days: closes.indices.map { day("2019-01-01").advanced(by: $0) },
      columns: [
        PanelColumn("close", unit: "index", values: closes), PanelColumn("vix", unit: "index", values: vix),
        PanelColumn("vix3m", unit: "index", values: vix3m),
      ])
  }

  private func reading(premium: Double, pressure: Double, crash: Bool) throws -> Reading {
    let panel = try panel(premium: premium, pressure: pressure, crash: crash)
    let last = try #require(panel.days.last)
    return try #require(InversionCauseGauge().readings(of: panel, asOf: last).first)
  }

  @Test("is hedging when options are in demand, panic when variance has come")
  func causes() throws {
    let hedged = try reading(premium: 0, pressure: 0.06, crash: false)
    #expect(try #require(hedged.value) > 0.7 && hedged.method.hasSuffix("hedging-led"))
    let feared = try reading(premium: 0, pressure: -0.004, crash: true)
    #expect(try #require(feared.value) < 0.5 && feared.method.hasSuffix("panic"))
  }

  @Test("is not asked for on a usual day")
  func usual() throws {
    #expect(try reading(premium: 0, pressure: -0.004, crash: false).reason?.contains("no more than usual") == true)
  }
}
