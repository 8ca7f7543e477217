import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Fund shares")
struct FundSharesTests {
  @Test("bring every fund's own worth back to zero, up to the rounding of the price")
  func netWorth() throws {
    let world = try MarketWorld.run(seed: 8, days: 100)
    for (row, sector) in FundShares.issuers where world.ledger.quantity(row, sector) != 0 {
      // Half a microcent a unit: at most a cent for these funds.
      #expect(world.ledger.netWorth(sector).magnitude <= Money(cents: 100), "\(sector)")
    }
  }

  @Test("carry the gains of the market to the holder")
  func gains() throws {
    let world = try MarketWorld.run(seed: 8, days: 100)
    let index = world.recorder.last("indexLevel")! / IndexHistory.sp500.last
    let shares = world.ledger.price(.fundShares).dollars / 100
    #expect(abs(shares - index) < 0.02, "\(shares) \(index)")
  }

  @Test("have no price when debts exceed assets")
  func insolvent() throws {
    #expect(try FundShares.price(of: Money(cents: -5), over: 1_000_000).microcents == 0)
    #expect(try FundShares.price(of: Money(cents: 12_345), over: 1_000_000) == Price(dollars: 123.45))
  }
}
