import Markets
import Quantities
import Testing

@Suite("The moving-average crossover")
struct EWMACTests {
  /// Last price of each weekday, Saturday's and Sunday's counting for Friday; `nan` on days without one.
  private func businessDays(_ file: String) throws -> [Double] {
    let rows = try SharedFiles.rows("market/" + file, in: SharedFiles.reference).dropFirst()
    var last: [Day: Double] = [:]
    for row in rows {
      guard let day = Day(iso: row[0].prefix(10)), let price = Double(row[1]) else { continue }
      last[day.advanced(by: -max(0, day.weekday - 5))] = price
    }
    let (first, end) = (try #require(last.keys.min()), try #require(last.keys.max()))
    return (first...end).filter { $0.weekday <= 5 }.map { last[$0] ?? .nan }
  }

  // ANCHORS T8: the tests of pysystemtrade, recomputed to full precision in the reference table.
  // Skipped where the published values are absent: they lie beside the data folder.
  @Test(
    "equals the published vectors",
    .enabled(if: SharedFiles.haveReference),
    arguments: [
      (32.0, 128.0, 1, 2.138422378814184), (16, 32, 1, 0.029376827018034766), (50, 200, 1, 3.8442675780538216),
      (64, 256, 1, 4.927339302381099), (64, 256, 2, 5.327019491791986), (8, 32, 1, 0.16438313875522337),
    ])
  func published(fast: Double, slow: Double, fromEnd: Int, expected: Double) throws {
    var rule = EWMAC(fast: fast, slow: slow, scalar: 1)
    for price in try businessDays("pysystemtrade_EDOLLAR_price_test.csv").dropLast(fromEnd - 1) { rule.update(price) }
    let raw = try #require(rule.raw)
    #expect(abs(raw - expected) < 1e-8)
  }

  // Computed with pandas 2 (ewm mean and std, rolling quantile) on the same file, from 1990.
  // Skipped where the index file is absent: set PENSTOCK_DATA.
  @Test(
    "equals an independent computation on the S&P 500",
    .enabled(if: SharedFiles.haveData),
    arguments: [
      (4.0, 16.0, "2008-10-10", -3.3629970768144193), (4, 16, "2020-03-16", -2.167937749362701),
      (64, 256, "2008-10-10", -3.102871289019158), (64, 256, "2020-03-16", 0.6332856086366796),
    ])
  func index(fast: Double, slow: Double, date: String, expected: Double) throws {
    var rule = EWMAC(fast: fast, slow: slow, scalar: 1)
    for (day, price) in try IndexCloses.since1990() where day <= date { rule.update(price) }
    let raw = try #require(rule.raw)
    #expect(abs(raw - expected) < 1e-8)
  }

  @Test("turns exactly at its flip price")
  func flip() throws {
    var rule = EWMAC(fast: 4, slow: 16, scalar: 7.5)
    for day in 0..<200 { rule.update(100 + Double((day * 37) % 11) + Double(day) / 20) }
    let flip = try #require(rule.flipPrice)
    for (price, sign) in [(flip * (1 + 1e-9), 1.0), (flip * (1 - 1e-9), -1)] {
      var next = rule
      next.update(price)
      let raw = try #require(next.raw)
      #expect(raw * sign > 0)
    }
  }

  @Test("is capped at 20 and missing until there is a volatility")
  func capped() {
    let rule = EWMAC(fast: 4, slow: 16, scalar: 7.5)
    #expect(rule.forecast == nil)
    #expect(rule.flipPrice == nil)
    let rising = (0..<300).map { (day: Int) -> Double in Double(100 + day) + Double(day % 2) / 100 }
    let forecasts = rule.forecasts(over: rising)
    #expect(forecasts[..<10].allSatisfy { $0.isNaN })
    #expect(forecasts.last == 20)
  }

  // Skipped where the index file is absent: set PENSTOCK_DATA.
  @Test("has a mean size near 10 at the published scalars on the S&P 500", .enabled(if: SharedFiles.haveData))
  func scalars() throws {
    let prices = try IndexCloses.since1990().map(\.price)
    for rule in EWMAC.speeds {
      let sizes = rule.forecasts(over: prices).filter { !$0.isNaN }.map(abs)
      #expect((7...13).contains(sizes.reduce(0, +) / Double(sizes.count)), "\(rule.fast.span)/\(rule.slow.span)")
    }
  }
}

/// Closes of the S&P 500 from 1990, by ISO date.
enum IndexCloses {
  static func since1990() throws -> [(day: String, price: Double)] {
    try SharedFiles.rows("market/spx_daily.csv", in: SharedFiles.data).dropFirst()
      .filter { $0[0] >= "1990" }.map { ($0[0], Double($0[4]) ?? .nan) }
  }
}
