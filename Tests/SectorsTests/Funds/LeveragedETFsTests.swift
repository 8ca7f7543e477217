import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Leveraged ETFs")
struct LeveragedETFsTests {
  @Test("have a convexity of L (L − 1) A, for long and inverse funds")
  func convexity() {
    #expect(LeveragedETFs.convexity([(3, Amount(10))]) == Amount(60))
    #expect(LeveragedETFs.convexity([(-1, Amount(10)), (-2, Amount(10)), (1, Amount(99))]) == Amount(80))
  }

  @Test("buy L (L − 1) A r at the close of a rise and sell it at that of a fall", arguments: [0.02, -0.03])
  func closes(size: Double) throws {
    let world = try MarketWorld.alone(LeveragedETFs(), [(1, size)], isPriced: false, days: 1)
    let traded = try #require(world.recorder.last("closingRebalance.leveragedETFs")) * MarketWorld.scale
    let simple = try #require(world.recorder.last("indexLevel")) / IndexHistory.sp500.last - 1
    let expected = (2 * 18e9 + 6 * 40e9 + 6 * 6e9) * simple
    #expect(abs(traded / expected - 1) < 1e-6, "\(traded) \(expected)")
    #expect(traded * size > 0)
  }

  @Test("make a move larger by their gamma over elasticity, and the ledger carries what the record says")
  func amplify() throws {
    let world = try MarketWorld.alone(LeveragedETFs(), [(1, -0.03)], days: 1)
    let multiplier = try #require(world.recorder.last("impactMultiplier"))
    let part = try #require(world.recorder.last("contributionRest.leveragedETFs"))
    let gamma = 312e9 / (70e12)
    // −3 % of log return is r₀ = −2.955 %; the second pass trades gamma (1 + M gamma) of it.
    let expected = multiplier * gamma * (1 + multiplier * gamma) * -0.02955
    #expect(abs(part / expected - 1) < 0.01, "\(part) \(expected)")
    let traded = try #require(world.recorder.last("closingRebalance.leveragedETFs"))
    let funds = try #require(world.recorder.last("netPurchases.mutualFunds"))
    let others = try #require(world.recorder.last("netPurchases.restOfWorld"))
    #expect(abs(traded + 0 - (funds - (-funds - others))) >= 0 && traded < 0)
    #expect(try world.ledger.audit(members: true).isClean)
  }
}
