import Accounting
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("The politics of wealth")
struct WealthPoliticsTests {
  private static let election = TradingCalendar.nyse.election(onOrAfter: FirmWorld.opens)
  private static let daysToElection = Int(FirmWorld.opens.distance(to: election))

  private func world(_ settings: [(String, String)], gap: [Double] = [1e6]) throws -> World {
    let page = DayPage {
      Phase("say") {
        BoomerWealth(values: gap)
        Says<GapTopic>(1)
        Says<BuybackTopic>(1_000)
      }
      Phase("vote") { WealthPolitics() }
    }
    return try CryptoWorld.world(try page.setting(settings), [CryptoWorld.Household(age: 30, skill: 0)])
  }

  private func last(_ world: World, _ name: String) throws -> Double { try #require(world.recorder.last(name)) }

  @Test("grievance is the mean of three complaints in their own dispersions")
  func grievance() throws {
    let politics = WealthPolitics()
    #expect(abs(politics.standardised(gap: 0.182, needs: 0, jobs: 0) - 1.0 / 3) < 1e-12)
    #expect(abs(politics.standardised(gap: 0.182, needs: 0.0218, jobs: 0.0174) - 1) < 1e-12)
    #expect(politics.standardised(gap: 100, needs: 0, jobs: 0) == 5)
    // The gap grows by a tenth after the first day.
    let settings = [("wealthPolitics.lawRate", "0")]
    let wider = try world(settings, gap: [1e6, 1e6 * Elementary.exp(0.1)])
    try FirmWorld.run(wider, months: 30)
    #expect(abs(try last(wider, "grievance") - (0.142 + 0.1) / 0.182 / 3) < 1e-9)
  }

  @Test("the elections are those of 2026-11-03 and 2028-11-07, and a mandate is decided on no other day")
  func elections() throws {
    let calendar = TradingCalendar.nyse
    #expect(WealthPoliticsTests.election == Day(2026, 11, 3))
    #expect(calendar.election(onOrAfter: WealthPoliticsTests.election.advanced(by: 1)) == Day(2028, 11, 7))
    let world = try world([("wealthPolitics.mandateQuantile", "4"), ("wealthPolitics.lawRate", "0")])
    try FirmWorld.run(world, months: WealthPoliticsTests.daysToElection - 1)
    #expect(try last(world, "redistributionActs") == 0 && last(world, "childSupport") == 0)
    try FirmWorld.run(world, months: 28)
    #expect(try last(world, "redistributionActs") == 1)
    #expect(abs(try last(world, "redistribution") - 1 / 8.4) < 1e-12)
    // A household is the only one of its kind, so it gets the whole programme of the month.
    #expect(abs(try last(world, "childSupport") - 120e9 / 12 / 8.4) < 1)
  }

  @Test("laws come between elections at a rate that grievance sets, and none without it")
  func hazard() throws {
    let often = try world([("wealthPolitics.lawRate", "6"), ("wealthPolitics.openingGap", "1")])
    let never = try world([("wealthPolitics.lawRate", "6"), ("wealthPolitics.openingGap", "-1")])
    try FirmWorld.run(often, months: 200)
    try FirmWorld.run(never, months: 200)
    #expect(try last(often, "redistributionActs") >= 4)
    #expect(try last(never, "redistributionActs") == 0)
  }

  @Test("what needs no law follows grievance at once, for homes alone")
  func administrative() throws {
    let world = try world([("wealthPolitics.lawRate", "0")])
    try FirmWorld.run(world, months: 30)
    let grievance = try last(world, "grievance")
    #expect(abs(try last(world, "housingSupport") - 0.034 * grievance * 20e9 / 12) < 1e-3)
    #expect(try last(world, "childSupport") == 0)
  }
}
