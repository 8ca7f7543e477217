import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Variable annuities")
struct VariableAnnuitiesTests {
  private func world(_ usual: Double, days: Int) throws -> World {
    try MarketWorld.alone(
      VariableAnnuities(), [], usual: usual, isPriced: false, days: days, opening: MarketWorld.withPensions())
  }

  @Test("open where they want to be: nothing is traded on the first day")
  func still() throws {
    let world = try world(0.008, days: 1)
    #expect(world.recorder.last("annuityFlow") == 0 && world.recorder.last("annuityExposure") == 1)
  }

  @Test("halve equity when volatility doubles, and sell what that takes")
  func halve() throws {
    // 25.4 % a year against 12.7 % at the opening (the larger estimate of the quarter before).
    let world = try world(0.016, days: 160)
    let exposure = try #require(world.recorder.last("annuityExposure"))
    #expect((0.35...0.6).contains(exposure), "\(exposure)")
    let sold = try #require(world.recorder.series("annuityFlow")).reduce(0, +)
    #expect(abs(sold / (180e9 * (exposure - 1)) - 1) < 0.02, "\(sold)")
  }

  @Test("never hold more than all of their assets, however calm")
  func cap() throws {
    let world = try world(0.001, days: 160)
    #expect(try #require(world.recorder.series("annuityExposure")).dropFirst().allSatisfy { $0 <= 1 / 0.7 })
    #expect(try #require(world.recorder.last("annuityExposure")) > 1.35)
  }
}
