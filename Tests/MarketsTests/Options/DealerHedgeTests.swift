import Markets
import Quantities
import Testing

@Suite("Dealer hedge")
struct DealerHedgeTests {
  @Test("of long gamma damps a return and of short gamma amplifies it")
  func response() {
    let long = DealerHedge(gamma: 0.05, elasticity: 0.2, floor: Share(0.6))
    let short = DealerHedge(gamma: -0.05, elasticity: 0.2, floor: Share(0.6))
    #expect(abs(long.response(to: 0.02) - 0.016) < 1e-15 && long.flow(for: 0.02) < 0)
    #expect(abs(short.response(to: 0.02) - 0.02 / 0.75) < 1e-15 && short.flow(for: 0.02) > 0)
    #expect(!long.isFloored && !short.isFloored)
  }

  @Test("is the fixed point of return and flow", arguments: [-0.11, -0.05, 0, 0.3])
  func fixedPoint(gamma: Double) {
    let hedge = DealerHedge(gamma: gamma, elasticity: 0.2, floor: Share(0.6))
    let r = hedge.response(to: -0.03)
    #expect(abs(r - (-0.03 + hedge.flow(for: r) / 0.2)) < 1e-16)
  }

  @Test("is floored where no price would clear, so no return grows more than two and a half times")
  func floor() {
    let hedge = DealerHedge(gamma: -5, elasticity: 0.2, floor: Share(0.6))
    #expect(hedge.isFloored && abs(hedge.gamma + 0.12) < 1e-16)
    #expect(abs(hedge.response(to: 0.01) - 0.025) < 1e-15)
    let frictionless = DealerHedge(gamma: -5, elasticity: 0, floor: Share(0.6))
    #expect(!frictionless.isFloored && frictionless.response(to: 0.01) == 0.01)
    #expect(DealerHedge(gamma: -5, elasticity: 0.2, floor: Share(7)).response(to: 0.01) < 1.01)
  }
}
