import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("Option dealers")
struct OptionDealersTests {
  private static let page = DayPage {
    Phase("announce") {
      ShockedNews(shocks: [(30, -0.04)], usual: 0.008)
      FlowPricing()
    }
    Phase("decide") {
      OptionDealers()
      ActiveFunds()
      ForeignInvestors()
    }
    Phase("trade") { EquityVenue() }
    Phase("hedge") { HedgingDemand() }
    Phase("imply") { VolatilityCurve() }
  }

  private func world(_ settings: [(String, String)] = [], without: [String] = [], days: Int) throws -> World {
    var page = try Self.page.without(without)
    for (path, text) in settings { page = try page.setting("optionDealers.\(path)", to: text) }
    let world = try MarketWorld.world(page: page, opening: MarketWorld.withPensions())
    for _ in 0..<days { try world.advance() }
    return world
  }

  private static let onlyPuts = [("overwriting", "0"), ("collar", "0"), ("sameDay", "0")]
  private static let onlyCalls = [("puts", "0"), ("weeklyPuts", "0"), ("collar", "0"), ("monthEnd", "0")]

  @Test("are short of gamma where customers buy puts, and long where they write calls")
  func sign() throws {
    let (short, long) = (try world(Self.onlyPuts, days: 40), try world(Self.onlyCalls, days: 40))
    #expect(try #require(short.recorder.series("dealerGamma")).dropFirst().dropFirst().allSatisfy { $0 < 0 })
    #expect(try #require(long.recorder.series("dealerGamma")).dropFirst(2).allSatisfy { $0 > 0 })
    #expect(try #require(short.recorder.series("dealerVega")).dropFirst(2).allSatisfy { $0 < 0 })
  }

  @Test("trade −G r at the close, and the ledger what the record says")
  func close() throws {
    let world = try world(days: 35)
    let record = world.recorder
    let gamma = try #require(record.series("dealerGamma"))
    let closing = try #require(record.series("closingRebalance.optionDealers"))
    let bought = try #require(record.series("netPurchases.dealers"))
    let flow = try #require(record.series("dealerHedgeFlow"))
    let level = try #require(record.series("indexLevel"))
    let multiplier = try #require(record.series("impactMultiplier"))
    for day in 3...35 {
      let expected = -gamma[day] * 100 / MarketWorld.scale * (level[day] / level[day - 1] - 1)
      let strength = abs(gamma[day]) * 100 / 70e12 * multiplier[day]
      // Two passes are within the square of G/ζ of the fixed point.
      #expect(abs(closing[day] - expected) <= abs(expected) * (2 * strength * strength + 1e-3) + 1, "\(day)")
      #expect(abs(bought[day] - closing[day] - flow[day] / MarketWorld.scale) < 0.02, "\(day)")
    }
  }

  @Test("hold no book when nobody trades options")
  func alone() throws {
    let world = try world(without: ["hedgingDemand"], days: 20)
    #expect(try #require(world.recorder.series("dealerGamma")).allSatisfy { $0 == 0 })
    #expect(try #require(world.recorder.series("closingRebalance.optionDealers")).allSatisfy { $0 == 0 })
  }

  @Test("open hedged: the first day of trading brings only what the day's contracts do")
  func opensHedged() throws {
    let world = try world([("overwriting", "0"), ("weeklyPuts", "0")], days: 2)
    // 5 January brings one day of puts and of same-day options: a few hundred million of delta.
    #expect(abs(try #require(world.recorder.last("dealerHedgeFlow"))) < 1.5e9)
    #expect(abs(try #require(world.recorder.last("dealerGamma"))) > 5e8)
  }

  @Test("settle with customers in cash, to the cent, and stay nearly even when hedged")
  func margin() throws {
    let world = try world(days: 60)
    let margins = Sector.allCases.map { world.ledger.flow(.variationMargin, $0) }
    #expect(margins.reduce(.zero, +) == .zero)
    let paid =
      world.ledger.flow(.variationMargin, .pensionFunds) + world.ledger.flow(.variationMargin, .mutualFunds)
      + world.ledger.flow(.variationMargin, .households)
    #expect(paid == .zero - world.ledger.flow(.variationMargin, .dealers) && paid != .zero)
    #expect(try world.ledger.audit(members: true).isClean)
  }
}
