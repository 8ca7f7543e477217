import Markets
import Quantities
import Simulation
import Testing

@Suite("Flow pricing")
struct FlowPricingTests {
  @Test("Four times the volatility doubles the multiplier, within its bounds")
  func volatility() {
    let usual = Elasticity.today(0.2, volatility: 1, capacity: 1, exponent: 0.5)
    #expect(abs(usual - 0.2) < 1e-15)
    #expect(abs(Elasticity.today(0.2, volatility: 4, capacity: 1, exponent: 0.5) - 0.1) < 1e-15)
    #expect(abs(Elasticity.today(0.2, volatility: 100, capacity: 1, exponent: 0.5) - 0.2 / 3) < 1e-15)
    #expect(abs(Elasticity.today(0.2, volatility: 0.01, capacity: 1, exponent: 0.5) - 0.4) < 1e-15)
  }

  @Test("Half the capacity doubles the multiplier, and none leaves it at its bound")
  func capacity() {
    #expect(abs(Elasticity.today(0.2, volatility: 1, capacity: 0.5, exponent: 0.5) - 0.1) < 1e-15)
    #expect(abs(Elasticity.today(0.2, volatility: 1, capacity: 0, exponent: 0.5) - 0.2 / 3) < 1e-15)
  }

  @Test("Elasticity stays finite and positive for any state", arguments: [0, 1e-300, 1, 1e300, Double.infinity])
  func bounded(ratio: Double) {
    let ζ = Elasticity.today(0.2, volatility: ratio, capacity: 1, exponent: 0.5)
    #expect(ζ >= 0.2 / 3 - 1e-15 && ζ <= 0.4 + 1e-15)
  }

  @Test("A run opens with the multiplier of its opening volatility")
  func opening() throws {
    let world = try VenueWorld.run([], days: 1)
    let expected = 5 * (0.105 / 0.157).squareRoot()
    #expect(abs((world.recorder.last("impactMultiplier") ?? 0) - expected) < 1e-12)
  }
}
