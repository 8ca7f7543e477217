import Markets
import Sectors
import Simulation
import Testing

@Suite("Steady earnings")
struct SteadyEarningsTests {
  @Test("grow by the rate in a year, in both baskets alike")
  func growth() throws {
    let page = DayPage { Phase("announce") { SteadyEarnings() } }
    let world = try MarketWorld.run(page: page.setting("steadyEarnings.growth", to: "0.08"), days: 253)
    for basket in EquityBasket.labels {
      let path = try #require(world.recorder.series("expectedEarnings.\(basket)"))
      #expect(abs(path[253] / path[1] - 1.08) < 1e-12)
    }
  }

  @Test("carry value with them")
  func value() throws {
    var page = DayPage {
      Phase("announce") { SteadyEarnings() }
      Phase("value") { Valuation() }
    }
    page = try page.setting("valuation.earningsHalfLife", to: "1")
    let world = try MarketWorld.run(page: page, days: 253)
    let value = try #require(world.recorder.series("fundamentalValue.rest"))
    #expect(abs(value[253] / value[1] - 1.069) < 1e-3)
  }
}
