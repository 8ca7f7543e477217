import Markets
import Testing

@Suite("Trend rules")
struct TrendRuleTests {
  // Computed with pandas 2 (rolling max and min, ewm mean) on the same file, from 1990.
  // Skipped where the index file is absent: set PENSTOCK_DATA.
  @Test(
    "break out where an independent computation on the S&P 500 does",
    .enabled(if: SharedFiles.haveData),
    arguments: [
      (10, "2008-10-10", -19.99157951770486), (10, "2020-03-16", -16.723869556803155),
      (40, "2008-10-10", -17.285750888783856), (40, "2020-03-16", -14.907960082798715),
      (320, "2008-10-10", -14.668788852378615), (320, "2020-03-16", 12.89234858030323),
    ])
  func breakout(window: Int, date: String, expected: Double) throws {
    var rule = Breakout(window: window)
    for (day, price) in try IndexCloses.since1990() where day <= date { rule.update(price) }
    let forecast = try #require(rule.forecast)
    #expect(abs(forecast - expected) < 1e-8)
  }

  // Skipped where the index file is absent: set PENSTOCK_DATA.
  @Test("break out first after half the window and half the smoothing", .enabled(if: SharedFiles.haveData))
  func warmUp() throws {
    let closes = try IndexCloses.since1990()
    for (window, date) in [(10, "1990-01-08"), (40, "1990-02-02"), (320, "1990-10-12")] {
      let forecasts = Breakout(window: window).forecasts(over: closes.map(\.price))
      let first = try #require(forecasts.firstIndex { !$0.isNaN })
      #expect(closes[first].day == date)
    }
  }

  @Test("do not break out of a range of no width")
  func flat() { #expect(Breakout(window: 4).forecasts(over: [5, 5, 5, 5, 5, 5]).allSatisfy { $0.isNaN }) }

  @Test("follow the sign of the change over the lookback, a missing price counting as unchanged")
  func momentum() {
    let forecasts = TimeSeriesMomentum(lookback: 2).forecasts(over: [.nan, 1, 2, 3, .nan, 1, 1, 1])
    #expect(forecasts[..<3].allSatisfy { $0.isNaN })
    #expect(Array(forecasts[3...]) == [10, 10, -10, -10, 0])
  }

  @Test("turn above the price that leaves the lookback")
  func momentumFlip() throws {
    var rule = TimeSeriesMomentum(lookback: 3)
    for price in [4.0, 9, 2, 3, 7, 8] { rule.update(price) }
    #expect(rule.flipPrice == 3)
    for (price, forecast) in [(3.1, 10.0), (2.9, -10)] {
      var next = rule
      next.update(price)
      #expect(next.forecast == forecast)
    }
  }

  @Test("scale a history to a mean size of 10")
  func scalar() {
    #expect(Forecast.scalar(of: [1, -3, .nan]) == 5)
    #expect(Forecast.scalar(of: [0, .nan]) == nil)
    #expect(Forecast.scalar(of: []) == nil)
  }
}
