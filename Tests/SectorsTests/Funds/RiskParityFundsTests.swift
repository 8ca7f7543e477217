import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Risk-parity funds")
struct RiskParityFundsTests {
  private func world(_ usual: Double, days: Int) throws -> World {
    try MarketWorld.alone(
      RiskParityFunds(), [], usual: usual, isPriced: false, days: days, opening: MarketWorld.withPensions())
  }

  @Test("open where they want to be")
  func still() throws {
    let world = try world(0.008, days: 1)
    #expect(abs(try #require(world.recorder.last("riskParityFlow"))) < 1e6)
    #expect(abs(try #require(world.recorder.last("riskParityExposure")) - 0.25) < 1e-3)
  }

  @Test("hold less of a loud market and more of a calm one, within their cash")
  func loudness() throws {
    let (loud, calm) = (try world(0.016, days: 200), try world(0.004, days: 200))
    let (low, high) = (
      try #require(loud.recorder.last("riskParityExposure")), try #require(calm.recorder.last("riskParityExposure"))
    )
    #expect((0.08...0.15).contains(low) && (0.3...0.38).contains(high), "\(low) \(high)")
    #expect(calm.ledger.value(.deposits, .riskParityFunds) >= .zero)
    #expect(try loud.ledger.audit(members: true).isClean)
  }
}
