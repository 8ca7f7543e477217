import Accounting
import Markets
import Quantities
import Simulation
import Testing

@Suite("The equity venue")
struct EquityVenueTests {
  private let fund = Holder(.mutualFunds)

  @Test("records a return that its parts sum to with ==, every day, in both baskets")
  func additive() throws {
    let lines = (1...60).map { day in
      ScriptedOrders.Line(day: day, holder: fund, row: EquityBasket.rows[day % 2], dollars: day % 3 == 0 ? -4e6 : 3e6)
    }
    let world = try VenueWorld.run(lines, isNews: true, days: 60)
    let record = world.recorder
    func series(_ name: String) throws -> [Double] { try #require(record.series(name)) }
    for (label, contribution) in [("ai", "contributionAI"), ("rest", "contributionRest")] {
      let (news, value) = (try series("newsContribution.\(label)"), try series("valueContribution.\(label)"))
      let flow = try series("\(contribution).scriptedOrders")
      let (change, price) = (try series("basketReturn.\(label)"), try series("logPrice.\(label)"))
      #expect(flow.contains { $0 != 0 })
      for day in 1...60 {
        #expect(news[day] + value[day] + flow[day] == change[day])
        #expect(day == 1 || price[day - 1] + change[day] == price[day])
      }
    }
  }

  @Test("moves the index by M times an index order over capitalisation, and a basket by its own share more")
  func push() throws {
    // 3 million over 3 billion is 10 basis points of the index, at M = 5/√(.105/.157) less the volatility factor.
    let world = try VenueWorld.run(
      [
        .init(day: 1, holder: fund, row: .aiEquity, dollars: 1e6),
        .init(day: 1, holder: fund, row: .restEquity, dollars: 2e6),
      ], days: 1)
    let multiplier = try #require(world.recorder.last("impactMultiplier"))
    for name in ["contributionAI", "contributionRest"] {
      let part = try #require(world.recorder.last("\(name).scriptedOrders"))
      #expect(abs(part - multiplier * 0.001) < 1e-12)
    }
    let tilted = try VenueWorld.run([.init(day: 1, holder: fund, row: .aiEquity, dollars: 3e6)], days: 1)
    let own = try #require(tilted.recorder.last("contributionAI.scriptedOrders"))
    #expect(abs(own - (multiplier * 0.001 + 1 * 0.002)) < 1e-12)
  }

  @Test("moves the ledger by the cents of the order, and charges them to the buyer")
  func cents() throws {
    let world = try VenueWorld.run([.init(day: 1, holder: fund, dollars: 1_234_567.89)], days: 1)
    let bought = Money(cents: 123_456_789)
    let changes = world.ledger.explain(.aiEquity, .mutualFunds).changes
    #expect(changes.map(\.cause) == [.trading] && changes.map(\.amount) == [bought])
    let concession = world.ledger.flow(.executionShortfall, .mutualFunds)
    #expect(world.ledger.balance(.deposits, of: fund) == Money(cents: 30_000_000_000) - bought + concession)
  }

  @Test("queues what exceeds the elastic holders' capacity until all of it is filled")
  func queue() throws {
    let offers = ScriptedOffers(buy: 1e6, sell: 1e6)
    let order = ScriptedOrders.Line(day: 1, holder: fund, dollars: 3_500_000)
    let early = try VenueWorld.run([order], offers: offers, days: 1)
    #expect(early.ledger.explain(.aiEquity, .mutualFunds).changes.map(\.amount) == [Money(cents: 100_000_000)])
    #expect(abs((early.recorder.last("unfilledShare") ?? 0) - 2.5 / 3.5) < 1e-12)
    let late = try VenueWorld.run([order], offers: offers, days: 4)
    #expect(late.ledger.explain(.aiEquity, .mutualFunds).changes.map(\.amount) == [Money(cents: 350_000_000)])
    #expect(late.recorder.last("unfilledShare") == 0)
  }

  @Test("drops what a buyer cannot pay")
  func cannotPay() throws {
    let world = try VenueWorld.run(
      [.init(day: 1, holder: fund, dollars: 400e6)], offers: ScriptedOffers(buy: 450e6, sell: 450e6), days: 2)
    #expect(world.ledger.balance(.deposits, of: fund) == .zero)
    #expect(world.recorder.last("unfilledShare") == 0)
  }

  @Test("counts a buyer's money once over both baskets")
  func oneCash() throws {
    let world = try VenueWorld.run(
      [
        .init(day: 1, holder: fund, row: .aiEquity, dollars: 200e6),
        .init(day: 1, holder: fund, row: .restEquity, dollars: 200e6),
      ], offers: ScriptedOffers(buy: 200e6, sell: 250e6), days: 1)
    let bought = EquityBasket.rows.map { world.ledger.explain($0, .mutualFunds).changes.map(\.amount.cents) }
    #expect(bought == [[20_000_000_000], [10_000_000_000]])
    // What the price was moved by is what was paid: half of the second order.
    let multiplier = try #require(world.recorder.last("impactMultiplier"))
    let part = try #require(world.recorder.last("contributionRest.scriptedOrders"))
    #expect(abs(part - (multiplier * 0.1 + (0.05 - 0.1))) < 1e-12)
  }

  @Test("ends the units that a company buys of its own")
  func buyback() throws {
    let firm = Holder(.aiFirms)
    let world = try VenueWorld.run([.init(day: 1, holder: firm, dollars: 2e6)], days: 1)
    let price = world.ledger.price(.aiEquity)
    let retired = 10_000_000_000_000 + world.ledger.units(.aiEquity, of: firm)
    #expect(try price.value(of: retired) == 200_000_000)
    #expect(world.ledger.explain(.aiEquity, .aiFirms).changes.contains { $0.cause == .buybacks })
  }

  @Test("hedges a futures order with the dealers' repo")
  func hedge() throws {
    let world = try VenueWorld.run(
      [.init(day: 1, holder: Holder(.volTargetFunds), dollars: 5e6, isFutures: true)], days: 1)
    let dealer = Holder(.dealers)
    #expect(try world.ledger.worth(.aiEquity, of: dealer) == Money(cents: 500_000_000))
    #expect(world.ledger.balance(.repo, of: dealer) == Money(cents: -500_000_000))
  }

  @Test("lets a dealer trade the net of one cause's futures, and charges the concession to the funds on its side")
  func netting() throws {
    func futures(_ sector: Sector, _ dollars: Double) -> ScriptedOrders.Line {
      .init(day: 1, holder: Holder(sector), row: .restEquity, dollars: dollars, isFutures: true)
    }
    let orders = [futures(.volTargetFunds, 4e6), futures(.trendFollowers, 2e6), futures(.riskParityFunds, -1e6)]
    let many = try VenueWorld.run(orders, days: 1)
    let one = try VenueWorld.run([futures(.volTargetFunds, 5e6)], days: 1)
    #expect(many.ledger.price(.restEquity) == one.ledger.price(.restEquity))
    #expect(many.ledger.units(.restEquity, of: Holder(.dealers)) == one.ledger.units(.restEquity, of: Holder(.dealers)))
    let cost = one.ledger.outlay(.executionShortfall, .volTargetFunds)
    #expect(cost > .zero)
    #expect(many.ledger.outlay(.executionShortfall, .riskParityFunds) == .zero)
    let (larger, smaller) = (Sector.volTargetFunds, Sector.trendFollowers)
    #expect(
      many.ledger.outlay(.executionShortfall, larger) + many.ledger.outlay(.executionShortfall, smaller) == cost)
    #expect(
      abs(
        many.ledger.outlay(.executionShortfall, larger).cents - 2
          * many.ledger.outlay(.executionShortfall, smaller).cents)
        <= 2)
  }

  @Test("moves no price by flow when flows are not priced")
  func unpriced() throws {
    let world = try VenueWorld.run([.init(day: 1, holder: fund, dollars: 3e6)], isPriced: false, days: 5)
    #expect(world.recorder.series("contributionAI.scriptedOrders")?.allSatisfy { $0 == 0 } == true)
    #expect(world.ledger.explain(.aiEquity, .mutualFunds).changes.map(\.amount) == [Money(cents: 300_000_000)])
  }

  /// A world with a flow on the first day and a dealer's gamma in parts of elasticity, and the return without it.
  private func hedged(_ gamma: Double) throws -> (world: World, alone: Double, elasticity: Double) {
    let flow = [
      ScriptedOrders.Line(day: 1, holder: fund, row: .aiEquity, dollars: -2e6),
      ScriptedOrders.Line(day: 1, holder: fund, row: .restEquity, dollars: -4e6),
    ]
    let bare = try VenueWorld.run(flow, days: 1)
    let elasticity = 1 / (try #require(bare.recorder.last("impactMultiplier")))
    let order = ScriptedOrders.Line(
      day: 1, holder: Holder(.restOfWorld), dollars: 0, gamma: gamma * elasticity * 3e9)
    let world = try VenueWorld.run(flow + [order], days: 1)
    return (world, try #require(bare.recorder.last("indexLevel")) / IndexHistory.sp500.last - 1, elasticity)
  }

  @Test("trades gamma against the day's return in two passes, in the ledger as in the record")
  func gamma() throws {
    let (world, alone, elasticity) = try hedged(0.5)
    let traded = try #require(world.recorder.last("closingRebalance.scriptedOrders"))
    // −G (1 − G/ζ) r₀: the second pass answers the return after the first.
    #expect(abs(traded / (-0.5 * elasticity * 3e9 * 0.5 * alone) - 1) < 1e-6, "\(traded)")
    #expect(traded > 0 && world.recorder.last("hedgeFloor") == 0)
    let after = try #require(world.recorder.last("indexLevel")) / IndexHistory.sp500.last - 1
    #expect(abs(after / alone - 0.75) < 0.01, "\(after / alone)")
    #expect(try world.ledger.audit(members: true).isClean)
  }

  @Test("hedges no more negative gamma than a floor, and says so")
  func floor() throws {
    let (world, alone, elasticity) = try hedged(-3)
    #expect(world.recorder.last("hedgeFloor") == 1)
    let traded = try #require(world.recorder.last("closingRebalance.scriptedOrders"))
    #expect(abs(traded / (0.6 * elasticity * 3e9 * 1.6 * alone) - 1) < 1e-6, "\(traded)")
    let after = try #require(world.recorder.last("indexLevel")) / IndexHistory.sp500.last - 1
    #expect(abs(after / alone - 1.96) < 0.02, "\(after / alone)")
  }
}
