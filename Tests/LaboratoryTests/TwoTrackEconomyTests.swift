import Accounting
import Laboratory
import Markets
import Quantities
import Simulation
import Testing

@Suite("The two-track economy")
struct TwoTrackEconomyTests {
  private static let switches = (try? TwoTrackEconomy.page(scale: 100_000).switches) ?? []

  private func world(
    without: [String] = [], _ overrides: [(String, String)] = [], scale: Double = 100_000, threads: Int = 1, months: Int
  ) throws -> World {
    var request = RunRequest()
    (request.scale, request.months, request.threads, request.without) = (scale, months, threads, without)
    request.overrides = overrides.map { RunRequest.Override($0.0, $0.1) }
    let world = try TwoTrackEconomy.world(request)
    while TradingCalendar.nyse.next(after: world.day) <= request.lastDay() { try world.advance() }
    return world
  }

  @Test("keeps its books to the cent, member by member, on every day of three months")
  func audits() throws {
    var request = RunRequest()
    (request.scale, request.months) = (100_000, 3)
    let world = try TwoTrackEconomy.world(request)
    #expect(try world.ledger.audit(members: true).isClean)
    while TradingCalendar.nyse.next(after: world.day) <= request.lastDay() {
      try world.advance()
      let audit = try world.ledger.audit(members: true)
      #expect(audit.isClean, "\(world.day): \(audit)")
    }
    #expect(world.step > 60)
  }

  @Test("has one history for one thread and for two")
  func threads() throws {
    // Three blocks of households, so that two threads really share them.
    let (one, two) = (try world(scale: 5_000, months: 2), try world(scale: 5_000, threads: 2, months: 2))
    #expect(one.traits.count > 2 * Ledger.blockRows && one.runHash == two.runHash)
  }

  @Test("has a switch for every system it claims")
  func switchesAreThere() {
    for name in ["flowPricing", "volTargetFunds", "trendFollowers", "buybacks", "aiCapex"] {
      #expect(TwoTrackEconomyTests.switches.contains(name))
    }
  }

  @Test("changes its history with each switch, and no draw of news", arguments: switches)
  func oneOff(name: String) throws {
    let (base, without) = (try world(months: 2), try world(without: [name], months: 2))
    #expect(base.runHash != without.runHash)
    #expect(try without.ledger.audit(members: true).isClean)
    #expect(
      base.recorder.series("indexLevel") != without.recorder.series("indexLevel")
        || ["aiCapex", "automation", "inventories", "firmDemography"].contains(name))
    for basket in EquityBasket.labels {
      let news = try #require(base.recorder.series("news.\(basket)"))
      #expect(news == without.recorder.series("news.\(basket)") && Set(news).count > 30)
    }
  }

  @Test("runs two months with any two switches off, books clean")
  func pairsOff() throws {
    for (index, first) in TwoTrackEconomyTests.switches.enumerated() {
      for second in TwoTrackEconomyTests.switches.dropFirst(index + 1) {
        let world = try world(without: [first, second], months: 2)
        #expect(try world.ledger.audit(members: true).isClean, "\(first), \(second)")
      }
    }
  }

  @Test("runs with every switch off at once")
  func allOff() throws {
    #expect(try world(without: TwoTrackEconomyTests.switches, months: 2).ledger.audit(members: true).isClean)
  }

  @Test("lets prices reach wealth and the boom: dearer AI equity makes households richer and companies build more")
  func prices() throws {
    // The same luck; the price is pulled to a value that stands 40 % above or below the opening's.
    let dear = try world([("valuation.aiGap", "-0.4"), ("equityVenue.valueHalfLife", "63")], months: 4)
    let cheap = try world([("valuation.aiGap", "0.4"), ("equityVenue.valueHalfLife", "63")], months: 4)
    func last(_ world: World, _ name: String) throws -> Double { try #require(world.recorder.last(name)) }
    #expect(try last(dear, "logPrice.ai") > last(cheap, "logPrice.ai") + 0.05)
    #expect(try last(dear, "aiCapexRate") > 1.01 * last(cheap, "aiCapexRate"))
    #expect(dear.ledger.value(.aiEquity, .households) > cheap.ledger.value(.aiEquity, .households))
    #expect(dear.ledger.netWorth(.households) > cheap.ledger.netWorth(.households))
    #expect(try last(dear, "expenditure.consumption") > last(cheap, "expenditure.consumption"))
    #expect(try last(dear, "expenditure.investment") > last(cheap, "expenditure.investment"))
  }

  @Test("refuses a switch it does not have and a scale without a country")
  func refusals() {
    #expect(throws: AssemblyError.self) { try world(without: ["aiCapx"], months: 1) }
    #expect(throws: RequestError.self) { try world(scale: 0, months: 1) }
  }

  @Test("stays a country for two years: product, unemployment and prices within what the last half-century saw")
  func plausible() throws {
    let world = try world(scale: 10_000, months: 24)
    let product = try #require(world.recorder.last("realGDP"))
    #expect((0.9...1.15).contains(product / Figures.NationalAccounts.gdp.value), "\(product)")
    #expect((0.03...0.11).contains(try #require(world.recorder.last("unemployment"))))
    #expect((-0.02...0.08).contains(try #require(world.recorder.last("inflation"))))
    #expect(try world.ledger.audit(members: true).isClean)
  }
}
