import Observatory
import Quantities
import Statistics
import Testing

/// Readings of the S&P 500, computed independently with numpy, pandas and scipy from the same closes.
///
/// Skipped where the index file is absent: set PENSTOCK_DATA.
@Suite("Gauges on the S&P 500", .enabled(if: SharedFiles.haveData))
struct IndexGaugeTests {
  private func panel() throws -> Panel { try SharedFiles.folder().panel("market/spx_daily.csv") }

  // numpy: sqrt(252/n sum of squared log returns); scipy.stats.chi2.ppf at .95 and .05.
  @Test(
    "measure realised volatility and its chi-square interval",
    arguments: [
      (21, "2008-10-10", 0.6504005536418114, 0.5214493994464467, 0.8754359538746289),
      (21, "2020-03-16", 0.8173647750565842, 0.6553105908280955, 1.1001689766538088),
      (63, "2008-10-10", 0.4217032694926528, 0.3684466998862552, 0.4949058944300508),
      (63, "2020-03-16", 0.47959992869346474, 0.4190316361677369, 0.5628527186051687),
    ])
  func volatility(window: Int, date: String, value: Double, low: Double, high: Double) throws {
    let day = try #require(Day(iso: date))
    let reading = RealizedVolatilityGauge(window: window).reading(of: try panel(), asOf: day)
    #expect(isNear(reading.value, value) && isNear(reading.low, low) && isNear(reading.high, high))
    #expect(reading.asOf == day && reading.ageDays == 0 && reading.reason == nil)
  }

  // pandas: max(1 - x/x.cummax()) of the last 252 closes.
  @Test(
    "measure the deepest fall of a year",
    arguments: [
      ("2020-03-23", 0.339249600261347), ("2009-03-09", 0.5257845411914792), ("2026-08-21", 0.09097525161242581),
    ])
  func drawdown(date: String, value: Double) throws {
    let reading = MaximumDrawdownGauge().reading(of: try panel(), asOf: try #require(Day(iso: date)))
    #expect(isNear(reading.value, value) && reading.low == reading.value && reading.high == reading.value)
  }

  // numpy: mean, least and largest of min(target/max(fast, slow), 1.5) over 6 targets and 3 pairs of estimators.
  @Test(
    "measure the exposure of vol-target funds over a range of mandates",
    arguments: [
      ("2008-10-10", 0.17868647888180877, 0.07502778457579719, 0.3045359606053756),
      ("2017-11-01", 1.35728908460438, 0.7148195480569302, 1.5),
      ("2020-03-16", 0.13625191706839349, 0.05946144993243737, 0.22021991342548256),
      ("2026-08-21", 0.86607266282776, 0.3737207141142837, 1.4105381848290037),
    ])
  func exposure(date: String, value: Double, low: Double, high: Double) throws {
    let (panel, day) = (try panel(), try #require(Day(iso: date)))
    let share = VolTargetExposureGauge().reading(of: panel, asOf: day)
    #expect(isNear(share.value, value) && isNear(share.low, low) && isNear(share.high, high))
    let dollars = VolTargetExposureGauge(assets: Amount(350e9)).reading(of: panel, asOf: day)
    #expect(isNear(dollars.value, value * 350e9) && dollars.unit == "$" && share.unit == "1")
  }
}

@Suite("Gauges on simulated panels")
struct SimulatedGaugeTests {
  /// A year of prices on consecutive days with normal returns of a known volatility.
  private func prices(volatility: Double, seed: UInt64, count: Int = 300) throws -> Panel {
    var (chance, price) = (SplitMix(state: seed), 100.0)
    let start = try #require(Day(2026, 1, 2))
    let values = (0..<count).map { _ in
      let uniform = (Double(chance.next() >> 11) + 0.5) / 4_503_599_627_370_496
      price *= Elementary.exp(volatility / Double(252).squareRoot() * Elementary.normalQuantile(uniform))
      return price
    }
    let days = (0..<count).map { start.advanced(by: $0) }
    return try Panel(.day, days: days, columns: [PanelColumn("close", unit: "index", values: values)])
  }

  @Test("cover the true volatility with the probability they state")
  func coverage() throws {
    for (level, range) in [(0.9, 0.87...0.93), (0.5, 0.45...0.55)] {
      var covered = 0
      for seed in 1...1_000 {
        let panel = try prices(volatility: 0.16, seed: UInt64(seed), count: 22)
        let last = try #require(panel.days.last)
        let reading = RealizedVolatilityGauge(window: 21, level: level).reading(of: panel, asOf: last)
        let (low, high) = (try #require(reading.low), try #require(reading.high))
        if low <= 0.16, 0.16 <= high { covered += 1 }
      }
      #expect(range.contains(Double(covered) / 1_000))
    }
  }

  @Test("do not look past the day they are asked about")
  func noLookAhead() throws {
    let panel = try prices(volatility: 0.2, seed: 3)
    let day = panel.days[270]
    for gauge in [RealizedVolatilityGauge(), MaximumDrawdownGauge(), VolTargetExposureGauge()] as [any Gauge] {
      let known = gauge.reading(of: panel.rows(through: day), asOf: day)
      #expect(gauge.reading(of: panel, asOf: day) == known)
      #expect(known.value != nil)
    }
  }

  @Test("pass over missing prices, and say when too many are missing")
  func gaps() throws {
    let full = try prices(volatility: 0.2, seed: 4)
    func holed(_ isKept: (Int) -> Bool) throws -> Panel {
      let values = try full.column("close").values.enumerated().map { isKept($0.offset) ? $0.element : .nan }
      return try Panel(.day, days: full.days, columns: [PanelColumn("close", unit: "index", values: values)])
    }
    let last = try #require(full.days.last)
    #expect(RealizedVolatilityGauge().reading(of: try holed { $0 % 7 != 3 }, asOf: last).value != nil)
    let sparse = RealizedVolatilityGauge().reading(of: try holed { $0 % 10 == 9 }, asOf: last)
    #expect(sparse.value == nil)
    #expect(sparse.reason?.contains("too many are missing") == true)
  }

  @Test("say why they are absent, and when they are stale")
  func absent() throws {
    let panel = try prices(volatility: 0.2, seed: 5)
    let (first, last) = (try #require(panel.days.first), try #require(panel.days.last))
    for gauge in [
      RealizedVolatilityGauge(column: "clos"), MaximumDrawdownGauge(column: "clos"),
      VolTargetExposureGauge(column: "clos"),
    ]
      as [any Gauge]
    {
      #expect(gauge.reading(of: panel, asOf: last).reason == "there is no column 'clos'; did you mean 'close'?")
    }
    for gauge in [RealizedVolatilityGauge(), MaximumDrawdownGauge(), VolTargetExposureGauge()] as [any Gauge] {
      let early = gauge.reading(of: panel, asOf: first.advanced(by: -1))
      #expect(early.value == nil && early.asOf == nil && early.ageDays == nil)
      #expect(gauge.reading(of: panel, asOf: first).reason?.contains("are needed") == true)
      let late = gauge.reading(of: panel, asOf: last.advanced(by: 40))
      #expect(late.value != nil && late.ageDays == 40)
      #expect(late.reason == "stale: the last observation is of \(last), 40 days before")
    }
  }

  @Test("refuse prices that are not positive, and exposures from anything but daily prices")
  func unfit() throws {
    let panel = try prices(volatility: 0.2, seed: 6)
    let last = try #require(panel.days.last)
    var values = try panel.column("close").values
    values[200] = 0
    let broken = try Panel(.day, days: panel.days, columns: [PanelColumn("close", unit: "index", values: values)])
    #expect(
      RealizedVolatilityGauge().reading(of: broken, asOf: last).reason == "the close of \(panel.days[200]) is 0.0")
    let weekly = try Panel(.week, days: panel.days, columns: panel.columns)
    #expect(
      VolTargetExposureGauge().reading(of: weekly, asOf: last).reason == "daily prices are needed, these are by week")
  }

  @Test("name the systems they measure")
  func systems() {
    for gauge in [RealizedVolatilityGauge.self, MaximumDrawdownGauge.self, VolTargetExposureGauge.self]
      as [any Gauge.Type]
    {
      #expect(!gauge.name.isEmpty)
      #expect(gauge.systems.allSatisfy { $0.hasPrefix("S") && Int($0.dropFirst()).map((1...15).contains) == true })
    }
  }
}

@Suite("The chi-square distribution")
struct ChiSquareTests {
  // scipy.stats.chi2.ppf 1.x
  @Test(
    "has published quantiles",
    arguments: [
      (0.05, 5, 1.1454762260617692), (0.95, 5, 11.070497693516351), (0.05, 21, 11.591305208820733),
      (0.95, 21, 32.670573340917315), (0.05, 63, 45.741376841650336), (0.95, 252, 290.0284708892733),
      (0.05, 1, 0.003932140000019522), (0.95, 1, 3.841458820694124),
    ])
  func quantiles(p: Double, degrees: Int, expected: Double) {
    #expect(abs(ChiSquare.quantile(p, degrees: degrees) - expected) < 1e-9 * expected)
  }

  @Test("has no quantile outside 0...1 or without a degree of freedom")
  func none() {
    #expect(ChiSquare.quantile(0, degrees: 3) == 0)
    for (p, degrees) in [(1.0, 3), (-0.1, 3), (.nan, 3), (0.5, 0), (0.5, -2)] {
      #expect(ChiSquare.quantile(p, degrees: degrees).isNaN)
    }
  }
}

func isNear(_ value: Double?, _ expected: Double) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= 1e-9 * abs(expected)
}
