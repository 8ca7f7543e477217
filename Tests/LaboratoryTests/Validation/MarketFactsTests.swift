import Laboratory
import Quantities
import Statistics
import Testing

@Suite("Facts of a market")
struct MarketFactsTests {
  private static let first = Day(2020, 1, 2)!

  /// A panel as a run records it: an opening day, then one value a day.
  private static func history(_ returns: [Double], vix: [Double], vix3M: [Double]) throws -> MarketHistory {
    let days = (0..<returns.count).map { first.advanced(by: $0) }
    return try MarketHistory(
      simulated: Panel(
        .day, days: days,
        columns: [
          PanelColumn("indexReturn", unit: "1", values: returns), PanelColumn("vix", unit: "1/√year", values: vix),
          PanelColumn("vix3M", unit: "1/√year", values: vix3M),
        ]))
  }

  private func value(_ name: String, _ history: MarketHistory) throws -> Double {
    try #require(MarketFacts.all.first { $0.name == name }?.value(of: history), "\(name)")
  }

  @Test("are 29, at least 20 of returns, and each has a name of its own")
  func list() {
    #expect(MarketFacts.all.count == 29)
    #expect(MarketFacts.all.count { $0.need == .returns } == 21)
    #expect(MarketFacts.all.count { !$0.isTargeted } == 12)
    for fact in MarketFacts.all { #expect(MarketFacts.all.count { $0.name == fact.name } == 1) }
  }

  @Test("of a curve inverted on 3 of 8 days in 2 spells, in points")
  func inversions() throws {
    let vix = [0.15, 0.22, 0.22, 0.15, 0.15, 0.22, 0.15, 0.15, 0.15]
    let history = try Self.history([Double](repeating: 0.01, count: 9), vix: vix, vix3M: vix.map { _ in 0.20 })
    #expect(try value("share of days inverted", history) == 3.0 / 8)
    #expect(try value("length of an inversion", history) == 1.5)
    let (level, slope) = (17.625, (3 * 20.0 / 22 + 5 * 20.0 / 15) / 8)
    #expect(try abs(value("VIX", history) - level) < 1e-12)
    #expect(try abs(value("VIX3M over VIX", history) - slope) < 1e-12)
  }

  @Test("of a VIX that rises a point for −1 % and falls half a point for +1 %")
  func response() throws {
    let returns = [0, 0.01, -0.02, 0.03, -0.01, 0.02, -0.03]
    var vix = [0.20]
    for r in returns.dropFirst() { vix.append(vix[vix.count - 1] - (r < 0 ? r : r / 2)) }
    let history = try Self.history(returns, vix: vix, vix3M: vix)
    #expect(try abs(value("VIX for +1 %", history) + 0.5) < 1e-9)
    #expect(try abs(value("VIX for −1 %", history) - 1) < 1e-9)
  }

  @Test("of a constant volatility of 16 % under a VIX of 20: a gap of 4 points and a premium of 144")
  func premium() throws {
    let daily = 0.16 / 252.0.squareRoot()
    let returns = (0..<200).map { $0.isMultiple(of: 2) ? daily : -daily }
    let history = try Self.history(returns, vix: returns.map { _ in 0.20 }, vix3M: returns.map { _ in 0.20 })
    #expect(try abs(value("VIX less realised", history) - 4) < 1e-9)
    #expect(try abs(value("variance risk premium", history) - 144) < 1e-9)
  }

  @Test("of implied volatility are absent, with the reason, where none is recorded")
  func absent() {
    let history = MarketHistory(days: [Self.first], returns: [0.01])
    for fact in MarketFacts.all where fact.need != .returns {
      #expect(fact.value(of: history) == nil)
      #expect(fact.absence(in: history)?.contains("recorded") == true)
    }
  }

  @Test("of three-month volatility are absent where it was published at the very end only")
  func late() throws {
    let few = try Self.history(
      [Double](repeating: 0.01, count: 9), vix: [Double](repeating: 0.2, count: 9),
      vix3M: [Double](repeating: .nan, count: 7) + [0.21, 0.21])
    let slope = try #require(MarketFacts.all.first { $0.name == "VIX3M over VIX" })
    #expect(slope.value(of: few) == nil && few.hasVIX && !few.hasVIX3M)
  }

  @Test("of the S&P 500 agree with what others measured", .enabled(if: SharedMarket.haveData))
  func known() throws {
    // Needs the data folder. Inversions since 2010 are 7.7 % of days with a median spell of two (DESIGN 3.2); the whole
    // of 2008 to 2019 has more, since 2008 was mostly inverted.
    let real = try MarketHistory(SharedMarket.folder(), in: .chosen)
    #expect(real.days.count == 3021)
    #expect(try (0.11...0.13).contains(value("share of days inverted", real)))
    #expect(try (13...15).contains(value("kurtosis, 1 d", real)))
    #expect(try (19...20).contains(value("VIX", real)))
    #expect(try abs(value("deepest drawdown", real) - 54) < 1)
  }
}
