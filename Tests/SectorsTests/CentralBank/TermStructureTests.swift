import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Testing

private enum PathTopic: Topic {
  static let name = "paths"
  static let observables: [Observable] = [.expectedPolicyRate]
}

@Suite("The term structure")
struct TermStructureTests {
  @Test("opens at the yield of 2025-12-31")
  func opening() throws {
    #expect(abs(try MarketWorld.run(days: 1).recorder.last("longRate")! - 0.0418) < 1e-15)
  }

  @Test("moves the ten-year yield by less than a third of a move of the expected rate")
  func slope() {
    let curve = TermStructure()
    let move = curve.expectations(of: .percent(4)).value - curve.expectations(of: .percent(3)).value
    #expect((0.002...0.0033).contains(move), "\(move)")
    #expect(abs(curve.expectations(of: .percent(3)).value - 0.03) < 1e-15)
  }

  @Test("follows the shift of the term premium one for one, and mortgages with it")
  func premium() throws {
    let page = DayPage {
      Phase("say") { Says<TermPremiumTopic>(0, -0.001) }
      Phase("yields") { TermStructure() }
    }
    let world = try LiquidityWorld.world(page)
    for _ in 0..<3 { try world.advance() }
    let yields = try #require(world.recorder.series("longRate"))
    #expect(abs(yields[3] - yields[1] + 0.001) < 1e-12)
    #expect(abs(try #require(world.recorder.last("mortgageRate")) - yields[3] - 0.0197) < 1e-12)
  }

  @Test("moves short yields more than long ones, and with the term premium in proportion to years up to ten")
  func curve() throws {
    let page = DayPage {
      Phase("say") {
        Says<PathTopic>(0.03, 0.04)
        Says<TermPremiumTopic>(0, -0.001)
      }
      Phase("yields") { TermStructure() }
    }
    let world = try LiquidityWorld.world(page)
    for _ in 0..<2 { try world.advance() }
    func moved(_ row: Instrument) throws -> Double { try #require(world.recorder.last("yieldChanges.\(row.name)")) }
    // (1 − e^(−.175))/.175 of a point for half a year, less a twentieth of the premium.
    #expect(abs(try moved(.bonds1) - (0.01 * 0.9173891 - 0.00005)) < 1e-7)
    let long = try #require(world.recorder.last("longRate"))
    let near = try (moved(.bonds7), moved(.bonds10), moved(.bonds20))
    #expect(near.0 > near.1 && near.1 > near.2 && (near.2...near.1).contains(long - 0.0418))
  }

  @Test("lowers equity by 4 to 13 % per point when the expected rate rises on a decision day")
  func equity() throws {
    // The same luck, with a committee that answers at once to a higher neutral rate and one that does not see it.
    func run(_ neutral: String) throws -> World {
      let page = try MarketWorld.page.without(["flowPricing"])
        .setting("policyRate.neutral", to: neutral).setting("policyRate.inertia", to: "0.5")
      return try MarketWorld.run(seed: 1, page: page, days: 30)
    }
    let (low, high) = (try run("1 %"), try run("1.5 %"))
    let days = low.recorder.days
    let meeting = try #require(days.firstIndex { TradingCalendar.nyse.isFOMCDecision($0) && $0 > days[1] })
    func change(_ name: String, _ world: World) throws -> Double {
      let series = try #require(world.recorder.series(name))
      return series[meeting] - series[meeting - 1]
    }
    let surprise = try change("expectedRealRate", high) - change("expectedRealRate", low)
    let moved =
      try #require(high.recorder.series("indexReturn"))[meeting] - low.recorder.series("indexReturn")![meeting]
    #expect(surprise > 0.0005, "\(surprise)")
    #expect((-0.13...(-0.04)).contains(moved / (surprise * 100)), "\(moved) for \(surprise)")
  }
}
