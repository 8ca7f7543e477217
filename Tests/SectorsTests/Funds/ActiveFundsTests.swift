import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Active funds")
struct ActiveFundsTests {
  @Test("take the other side of trades and pay with what they have")
  func counterparty() throws {
    let world = try MarketWorld.run(seed: 1, days: 60)
    let traded = world.ledger.explain(.restEquity, .mutualFunds).changes.map(\.cause)
    #expect(traded.contains(.trading) || traded.contains(.buybacks))
    #expect(world.ledger.balance(.deposits, of: Holder(.mutualFunds)) > .zero)
  }

  @Test("offer half when half of their cash is ready: the venue's capacity shows it")
  func capacity() throws {
    func depth(_ share: String) throws -> Double {
      let page = try MarketWorld.page.without(["buybacks"]).setting("activeFunds.cashShare", to: share)
      return try #require(MarketWorld.run(page: page, days: 1).recorder.last("elasticCapacity"))
    }
    let (none, half, whole) = (try depth("0.01"), try depth("0.105"), try depth("0.2"))
    #expect(abs((whole - none) - 2 * (half - none)) < 1e-9 && whole > half)
  }
}
