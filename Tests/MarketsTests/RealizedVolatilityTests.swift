import Markets
import Quantities
import Testing

@Suite("Realised volatility")
struct RealizedVolatilityTests {
  @Test("of a window is the root of 252 times the mean square, and waits until the window is full")
  func window() throws {
    var variance = WindowVariance(window: 4)
    for r in [0.01, -0.02, .nan, 0.03] {
      variance.update(r)
      #expect(variance.volatility == nil)
      #expect(variance.nextDropOff == nil)
    }
    variance.update(0.04)
    let full = try #require(variance.volatility)
    #expect(abs(full.value - (252 * 0.0030 / 4).squareRoot()) < 1e-15)
    let leaving = try #require(variance.nextDropOff)
    #expect(abs(leaving - 0.01) < 1e-17)
  }

  @Test("of a window forgets a shock on the day it drops out")
  func dropOff() throws {
    var variance = WindowVariance(window: 21, at: .percent(12))
    variance.update(-0.05)
    for _ in 0..<20 { variance.update(0.12 / Double(252).squareRoot()) }
    let leaving = try #require(variance.nextDropOff)
    #expect(abs(leaving - 0.05) < 1e-16)
    let shaken = try #require(variance.volatility)
    #expect(shaken > .percent(20))
    variance.update(0.12 / Double(252).squareRoot())
    let calm = try #require(variance.volatility)
    #expect(abs(calm.value - 0.12) < 1e-14)
  }

  @Test("with falling weights follows its recursion and its batch")
  func exponential() {
    var (variance, expected) = (EWMAVariance(decay: 0.94, at: .percent(10)), 0.01)
    let returns = (0..<500).map { Double(($0 * 7919) % 101 - 50) / 2_500 }
    let batch = RealizedVolatility.exponential(returns: returns, decay: 0.94, opening: .percent(10))
    for (r, value) in zip(returns, batch) {
      variance.update(r)
      expected = 0.94 * expected + 0.06 * 252 * r * r
      #expect(abs(variance.variance - expected) < 1e-15)
      #expect(value == variance.volatility.value)
    }
  }

  @Test("in a batch is missing until the window is full")
  func batch() {
    let values = RealizedVolatility.simple(returns: [0.01, 0.01, 0.01, 0.02], window: 3)
    #expect(values[..<2].allSatisfy { $0.isNaN })
    #expect(abs(values[2] - 0.01 * Double(252).squareRoot()) < 1e-15)
    #expect(RealizedVolatility.simple(returns: [], window: 3).isEmpty)
    #expect(RealizedVolatility.simple(returns: [0.01], window: -5).count == 1, "a window is at least a day")
  }
}
