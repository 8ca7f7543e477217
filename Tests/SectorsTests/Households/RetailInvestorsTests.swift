import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Retail investors")
struct RetailInvestorsTests {
  private let retail = RetailInvestors()

  @Test("buy what fell, and nothing of a rise")
  func dips() {
    #expect(abs(retail.rate(dayBefore: -0.03, quarter: 0) - 0.005 * 0.03) < 1e-15)
    #expect(retail.rate(dayBefore: 0.05, quarter: 0) == 0)
  }

  @Test("follow a quarter's rise and leave after a quarter's fall")
  func chase() {
    #expect(abs(retail.rate(dayBefore: 0, quarter: 0.1) - 0.02 * 0.1 / 252) < 1e-15)
    #expect(retail.rate(dayBefore: 0, quarter: -0.1) < 0)
  }

  @Test("order the day after a fall, for the holder that households are")
  func nextDay() throws {
    let world = try MarketWorld.alone(
      RetailInvestors(), [(1, -0.05)], isPriced: false, days: 2, opening: MarketWorld.withPensions())
    let flow = try #require(world.recorder.series("retailFlow"))
    let cap = 70e12 * 0.95
    #expect(flow[1] > 0 && flow[1] < 1e9)
    #expect(abs(flow[2] - flow[1] - 0.005 * 0.05 * cap) < 1.5e9, "\(flow)")
    #expect(try #require(world.recorder.last("netPurchases.households")) > 0)
  }

  @Test("remember a quarter: after 63 still days nothing is left to follow")
  func window() throws {
    let world = try MarketWorld.alone(RetailInvestors(), [], isPriced: false, days: 70)
    let flow = try #require(world.recorder.series("retailFlow"))
    #expect(flow[1] != 0 && abs(flow[70]) < 1)
  }
}
