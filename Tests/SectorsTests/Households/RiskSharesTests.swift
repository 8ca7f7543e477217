import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Shares of risk")
struct RiskSharesTests {
  @Test("weigh those who take part by wealth, and leave the others out")
  func weighed() throws {
    let world = try HouseholdWorld(households: [
      SmallHousehold(riskTilt: 0.2, holdings: [.fundShares: 50_000, .restEquity: 30_000, .deposits: 20_000]),
      SmallHousehold(riskTilt: -0.1, holdings: [.valueShares: 60_000, .moneyFundShares: 200_000, .bills: 40_000]),
      SmallHousehold(holdings: [.fundShares: 1_000_000]),
    ]).day(of: RiskShares())
    #expect(abs(try #require(world.recorder.last("riskShare")) - 0.35) < 1e-12)
    #expect(abs(try #require(world.recorder.last("riskTilt")) + 0.025) < 1e-12)
  }

  @Test("say nothing where nobody takes part")
  func nobody() throws {
    let world = try HouseholdWorld(households: [SmallHousehold(holdings: [.fundShares: 1_000])]).day(of: RiskShares())
    #expect(world.recorder.last("riskShare") == 0)
  }
}
