import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Foreign investors")
struct ForeignInvestorsTests {
  @Test("take the other side of trades and keep their dollars above zero")
  func counterparty() throws {
    let world = try MarketWorld.run(seed: 1, days: 60)
    #expect(!world.ledger.explain(.aiEquity, .restOfWorld).changes.isEmpty)
    #expect(world.ledger.balance(.deposits, of: Holder(.restOfWorld)) > .zero)
  }

  @Test("make the market deeper: without them capacity is smaller")
  func depth() throws {
    func capacity(_ share: String) throws -> Double {
      let page = try MarketWorld.page.setting("foreignInvestors.cashShare", to: share)
      return try #require(MarketWorld.run(page: page, days: 1).recorder.last("elasticCapacity"))
    }
    #expect(try capacity("0.03") > capacity("0.001"))
  }
}
