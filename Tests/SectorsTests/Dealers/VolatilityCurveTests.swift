import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("The volatility curve")
struct VolatilityCurveTests {
  /// Demand for protection read from a list.
  private struct ScriptedDemand: Mechanism {
    static let name = "scriptedDemand"
    static let says: [Observable] = [.hedgingDemand]
    let from: Int
    let demand: Double
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      turn.say(.hedgingDemand, view.step >= from ? demand : 0)
    }
  }

  private func world(
    _ shocks: [(day: Int, size: Double)] = [], usual: Double = 0.18 / 252.0.squareRoot(), demand: Double = 0,
    from: Int = 0,
    days: Int
  ) throws -> World {
    let page = DayPage {
      Phase("announce") { ShockedNews(shocks: shocks, usual: usual) }
      Phase("trade") { EquityVenue() }
      Phase("hedge") { ScriptedDemand(from: from, demand: demand) }
      Phase("imply") { VolatilityCurve() }
    }
    let world = try MarketWorld.world(page: page)
    for _ in 0..<days { try world.advance() }
    return world
  }

  @Test("rises with the horizon when volatility is usual, at the levels of 2011 to 2025")
  func usual() throws {
    let world = try world(days: 120)
    let levels = try ["vix9D", "vix", "vix3M", "vix6M"].map { try #require(world.recorder.last($0)) }
    #expect(levels == levels.sorted())
    // √(.18² + premium): means of VIX² and VIX6M² less expected variance are .0068 and .0173.
    #expect(abs(levels[1] - (0.0324 + 0.0081).squareRoot()) < 0.004, "\(levels)")
    #expect(abs(levels[3] - (0.0324 + 0.0167).squareRoot()) < 0.004, "\(levels)")
    #expect(world.recorder.last("inversionCause") == 0)
  }

  @Test("jumps and inverts after a crash, and calls it panic")
  func panic() throws {
    let world = try world([(60, -0.08), (61, -0.06)], days: 62)
    let (vix, later) = (try #require(world.recorder.series("vix")), try #require(world.recorder.series("vix3M")))
    #expect(vix[59] < later[59] && vix[61] > later[61])
    #expect(vix[61] - vix[59] > 0.1)
    #expect(world.recorder.series("inversionCause")?[61] == 2)
  }

  @Test("inverts when everyone wants protection in a calm market, and calls it hedging")
  func hedging() throws {
    let world = try world(demand: 0.3, from: 60, days: 61)
    #expect(world.recorder.series("inversionCause")?[59] == 0)
    #expect(world.recorder.last("inversionCause") == 1)
    let parts = try ["realized", "premium", "pressure"].map {
      try #require(world.recorder.last("inversionParts.\($0)"))
    }
    #expect(parts[2] > 0 && parts[2] > abs(parts[0]) + abs(parts[1]))
  }

  @Test("has futures by month, the first of which comes to VIX as it settles")
  func futures() throws {
    let world = try world(days: 140)
    let calendar = TradingCalendar.nyse
    let (vix, first) = (try #require(world.recorder.series("vix")), try #require(world.recorder.series("vixFutures.1")))
    let days = world.recorder.days
    var settled = 0
    for (index, day) in days.enumerated() where index > 100 && calendar.isVolatilityExpiry(calendar.next(after: day)) {
      #expect(abs(first[index] - vix[index]) < 0.004)
      settled += 1
    }
    #expect(settled >= 1)
    #expect(try #require(world.recorder.last("vixFutures.7")) > vix.last!)
  }

  @Test("says nothing that is not a number, however still or wild the market", arguments: [0.0, 0.05])
  func extremes(size: Double) throws {
    let world = try world(usual: size, days: 60)
    for name in ["vix9D", "vix", "vix3M", "vix6M"] {
      #expect(try #require(world.recorder.series(name)).allSatisfy { $0 >= 0 && $0 < 3 })
    }
  }
}
