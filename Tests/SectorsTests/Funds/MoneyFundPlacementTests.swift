import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Money-fund placement")
struct MoneyFundPlacementTests {
  private let fed = Holder(.centralBank)
  private let funds = Holder(.moneyFunds)

  /// Money funds owe three millions of shares, keep one in deposits and lend two in repo, less what is at the facility.
  private func day(spread: Double, facility: Double = 0, gift: Double = 0, repo: Double = 2e6) throws -> World {
    var books = FirmWorld.Books()
    books.owe(.moneyFundShares, 300_000_000, from: funds, to: Holder(.firms, 2))
    books.owe(.repo, Int64(repo * 100), from: Holder(.dealers), to: funds)
    if facility > 0 { books.owe(.reverseRepo, Int64(facility * 100), from: fed, to: funds) }
    let given: Pays.Payment = (try Money(dollars: gift), Holder(.firms, 3), funds, .gifts)
    let page = DayPage {
      Phase("say") { Says<SpreadTopic>(spread) }
      Phase("pay") { Pays { _ in gift > 0 ? [given] : [] } }
      Phase("place") { MoneyFundPlacement() }
    }
    let world = try LiquidityWorld.world(page, books)
    try LiquidityWorld.run(world, through: Day(2026, 1, 2)!)
    return world
  }

  @Test("leaves almost nothing at the facility when repo pays 20 basis points more")
  func wide() throws {
    let world = try day(spread: 0.0005)
    #expect((3_000...9_000).contains(world.ledger.value(.reverseRepo, .moneyFunds).dollars))
  }

  @Test("puts half its overnight money there when both pay the same, and reserves fall by it")
  func even() throws {
    let world = try day(spread: -0.0015)
    let facility = world.ledger.value(.reverseRepo, .moneyFunds).dollars
    #expect((980_000...1_000_000).contains(facility))
    #expect(world.reserves() == 200e6 - facility)
    #expect(abs(world.ledger.value(.repo, .moneyFunds).dollars - (2e6 - facility)) < 0.011)
    #expect(world.ledger.value(.deposits, .moneyFunds).dollars == 1e6)
  }

  @Test("takes money back from the facility when repo pays more, and lends a tenth of it on")
  func leaves() throws {
    let world = try day(spread: 0.0005, facility: 1e6)
    let facility = world.ledger.value(.reverseRepo, .moneyFunds).dollars
    #expect(facility < 15_000)
    let lent = world.ledger.value(.repo, .moneyFunds).dollars - 2e6
    #expect(abs(lent - 0.1 * (1e6 - facility)) < 0.02)
    #expect(world.reserves() > 200.9e6)
  }

  @Test("bids spare cash, and what is at the facility, for bills")
  func bid() throws {
    let world = try day(spread: 0.0005, facility: 1e6, gift: 500_000)
    let bid = try #require(world.recorder.last("moneyFundBillBid"))
    let cash = world.ledger.value(.deposits, .moneyFunds).dollars
    #expect(bid > 1.2e6 && bid <= cash + world.ledger.value(.reverseRepo, .moneyFunds).dollars)
  }

  @Test("bids nothing when all its cash is the usual part")
  func nothing() throws {
    let world = try day(spread: 0.01, repo: 0)
    #expect(try #require(world.recorder.last("moneyFundBillBid")) < 0.01 && world.reserves() == 200e6)
  }
}
