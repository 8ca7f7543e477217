import Accounting
import Laboratory
import Markets
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("The market-only economy")
struct MarketOnlyEconomyTests {
  private func request(seed: UInt64 = 1, without: [String] = []) -> RunRequest {
    var request = RunRequest()
    (request.seed, request.without) = (seed, without)
    return request
  }

  private func run(_ request: RunRequest, years: Int) throws -> World {
    let world = try MarketOnlyEconomy.world(request)
    for _ in 0..<252 * years { try world.advance() }
    return world
  }

  /// What mutual funds, value funds and foreigners hold of the market.
  private func elasticShare(_ world: World) -> Double {
    func equity(_ sector: Sector) -> Double {
      Instrument.equities.reduce(0) { $0 + world.ledger.value($1, sector).dollars }
    }
    return Reinvestment.elastic.reduce(0) { $0 + equity($1) } / world.view().capitalisations.total
  }

  @Test("opens with balanced books at any scale", arguments: [1.0, 10_000, 100_000])
  func opens(scale: Double) throws {
    var request = request()
    request.scale = scale
    let world = try MarketOnlyEconomy.world(request)
    #expect(try world.ledger.audit(members: true).isClean)
    let cap = world.view().capitalisations.total * scale
    #expect((60e12...100e12).contains(cap), "\(cap)")
  }

  @Test("keeps elastic holders in the market within 5 points over 36 months and over forty years")
  func stays() throws {
    for (seed, years) in [(UInt64(1), 3), (2, 3), (3, 3), (4, 40)] {
      let world = try MarketOnlyEconomy.world(request(seed: seed))
      let first = elasticShare(world)
      for _ in 0..<years {
        for _ in 0..<252 { try world.advance() }
        #expect(abs(elasticShare(world) - first) < 0.05, "seed \(seed), \(world.day)")
      }
      #expect(try world.ledger.audit(members: true).isClean)
    }
  }

  @Test(
    "keeps its books to the cent on every day of two years, with few managers and with many",
    arguments: MarketOnlyEconomy.Roster.allCases)
  func audits(roster: MarketOnlyEconomy.Roster) throws {
    let world = try MarketOnlyEconomy.world(request(seed: 7), roster, keeping: nil)
    for _ in 0..<504 {
      try world.advance()
      #expect(try world.ledger.audit(members: true).isClean, "\(world.day)")
    }
  }

  @Test(
    "runs for forty years without a price, a fund or an order that leaves the plausible",
    arguments: [11, 12] as [UInt64])
  func long(seed: UInt64) throws {
    let world = try run(request(seed: seed), years: 40)
    let returns = Array(try #require(world.recorder.series("indexReturn")).dropFirst())
    let volatility = try #require(Moments.standardDeviation(returns)) * 252.0.squareRoot()
    #expect((0.10...0.25).contains(volatility), "\(volatility)")
    let growth = Elementary.log(try #require(world.recorder.last("indexLevel")) / IndexHistory.sp500.last) / 40
    #expect((0.02...0.09).contains(growth), "\(growth)")
    let unfilled = try #require(world.recorder.series("unfilledShare"))
    #expect(Double(unfilled.filter { $0 > 0.01 }.count) / Double(unfilled.count) < 0.01)
  }

  @Test("has as many participants as trade, issue or keep shares, and more managers in a crowd")
  func participants() throws {
    let counts = try MarketOnlyEconomy.Roster.allCases.map { try MarketOnlyEconomy.participants(in: $0) }
    #expect(counts == [32, 122, 50])
  }

  @Test("records only the columns it is asked to keep, and runs the same")
  func columns() throws {
    let whole = try run(request(seed: 5), years: 1)
    let kept = try MarketOnlyEconomy.world(request(seed: 5), keeping: ["indexReturn"])
    for _ in 0..<252 { try kept.advance() }
    #expect(try kept.recorder.daily().columns.map(\.name) == ["indexReturn"])
    #expect(kept.recorder.series("indexReturn") == whole.recorder.series("indexReturn"))
    #expect(kept.recorder.series("indexLevel") == nil)
  }

  @Test("assembles and runs without any one switch", arguments: MarketOnlyEconomy.page().switches)
  func switches(name: String) throws {
    let world = try run(request(without: [name]), years: 1)
    #expect(try world.ledger.audit(members: true).isClean)
  }

  @Test("records as bought by each sector what the ledger traded, to the cent, every day of two years")
  func record() throws {
    let world = try MarketOnlyEconomy.world(request(seed: 3), .full, keeping: nil)
    for _ in 0..<504 {
      let before = world.ledger.snapshot()
      try world.advance()
      let day = world.ledger.snapshot().since(before)
      for sector in Sector.allCases {
        let traded = Instrument.equities.reduce(Money.zero) { $0 + day.transaction($1, sector) }
        let recorded = try Money(dollars: try #require(world.recorder.last("netPurchases.\(sector.name)")))
        #expect(traded == recorded, "\(sector) on \(world.day)")
      }
    }
  }
}
