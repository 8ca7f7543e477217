import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Vol-target funds")
struct VolTargetFundsTests {
  @Test("open where their mandates want to be, so that the first day has no jump")
  func noJump() throws {
    let world = try MarketWorld.run(days: 1)
    let flow = try #require(world.recorder.last("volTargetFlow"))
    #expect(abs(flow) < 1e6, "\(flow)")
  }

  @Test("hold twice the exposure at twice the target, up to the cap")
  func targets() {
    let exposures = VolTargetFunds.openingExposure(of: [100, 100, 100, 100, 100, 100])
    // The slow windows of 20 days (mandates 0 and 3) and of 63 days (2 and 5) are shared.
    #expect(exposures[0] > 0 && exposures[5] == exposures.max())
    #expect(exposures.allSatisfy { $0 <= 150 })
    #expect(abs(exposures[5] / exposures[2] - min(1.8, 150 / exposures[2])) < 0.03)
  }

  @Test("hold little of a loud market and much of a calm one")
  func loudness() throws {
    let steady = try MarketWorld.page.setting("news.volatilityOfVolatility", to: "0")
    let calm = try steady.setting("news.volatility", to: "0.04")
    let loud = try steady.setting("news.volatility", to: "0.25")
    let world = try MarketWorld.run(seed: 4, page: calm, days: 120)
    let wild = try MarketWorld.run(seed: 4, page: loud, days: 120)
    let (low, high) = (world.recorder.last("volTargetExposure")!, wild.recorder.last("volTargetExposure")!)
    #expect(low > 1.2 && high < 0.7, "\(low) \(high)")
  }

  @Test("put orders of their own cents into the record: contributions follow the sign of the flow")
  func contribution() throws {
    let world = try MarketWorld.run(seed: 6, days: 250)
    let flow = try #require(world.recorder.series("volTargetFlow"))
    let part = try #require(world.recorder.series("contributionRest.volTargetFunds"))
    var (agree, large) = (0, 0)
    for day in flow.indices where abs(flow[day]) > 5e9 {
      large += 1
      if flow[day] * part[day] > 0 { agree += 1 }
    }
    #expect(large > 5 && Double(agree) / Double(large) > 0.9, "\(agree) of \(large)")
  }

  @Test("keep parameters within their ranges and name them all")
  func parameters() { #expect(VolTargetFunds().rows.map(\.name) == ["cap", "band", "dailyLimit"]) }
}
