import Markets
import Quantities
import Statistics
import Testing

@Suite("Price impact")
struct PriceImpactTests {
  private let decay = ImpactDecay(
    permanentShare: Share(0.5), permanentHalfLife: TradingSpan(315), transientHalfLife: TradingSpan(10))

  /// What is left some days after one push.
  private func left(of push: Double, after days: Int) -> PriceImpact {
    var impact = PriceImpact()
    _ = impact.step(push, decay)
    for _ in 0..<days { _ = impact.step(0, decay) }
    return impact
  }

  @Test("halves its transient part in ten days and its permanent part in fifteen months")
  func halfLives() {
    #expect(abs(left(of: 0.005, after: 10).transient - 0.00125) < 1e-12)
    #expect(abs(left(of: 0.005, after: 315).permanent - 0.00125) < 1e-12)
  }

  @Test(
    "of an order worth 50 basis points decays as stated",
    arguments: [(0, 50.0), (10, 36.9559), (63, 22.0809), (315, 12.5), (1_260, 1.5625)])
  func fiftyBasisPoints(days: Int, basisPoints: Double) {
    let expected = 25 * (Elementary.pow(2, -Double(days) / 315) + Elementary.pow(2, -Double(days) / 10))
    #expect(abs(left(of: 0.005, after: days).total * 1e4 - expected) < 1e-9)
    #expect(abs(expected - basisPoints) < 2e-3)
  }

  @Test("never grows after the order: five years later less than 2 basis points of 50 are left")
  func neverGrows() {
    var impact = PriceImpact()
    _ = impact.step(0.005, decay)
    for _ in 0..<1_260 { #expect(impact.step(0, decay) <= 0) }
    #expect(impact.total < 0.0002)
  }

  @Test("sums its daily changes to what it is")
  func sums() {
    var impact = PriceImpact()
    var sum = 0.0
    for day in 0..<500 { sum += impact.step(day % 7 == 0 ? 0.001 : -0.0002, decay) }
    #expect(abs(sum - impact.total) < 1e-15)
  }
}

@Suite("What was expected of a flow")
struct ExpectedFlowTests {
  private let decay = ImpactDecay(
    permanentShare: Share(0.5), permanentHalfLife: TradingSpan(315), transientHalfLife: TradingSpan(10))

  @Test("A steady flow on a published calendar never moves the price", arguments: [0, 0.38, 1])
  func steadyCalendar(pressure: Double) {
    var expected = ExpectedFlow()
    for _ in 0..<1_000 {
      #expect(expected.surprise(in: 7e-5, calendar: 7e-5, pressure: pressure, learning: 0.003) == 0)
    }
  }

  @Test("A steady flow that no calendar foretold leaves no lasting gap")
  func steadyUnannounced() {
    var (expected, impact, peak) = (ExpectedFlow(), PriceImpact(), 0.0)
    let learning = 1 - Decay.factor(halfLife: TradingSpan(252))
    for _ in 0..<252 * 30 {
      let surprise = expected.surprise(in: 1e-5, calendar: nil, pressure: 0.38, learning: learning)
      _ = impact.step(5 * surprise, decay)
      peak = max(peak, impact.total)
    }
    #expect(peak > 0.002)
    #expect(impact.total < peak * 1e-4)
  }

  @Test("A foretold change of flow moves the price by the calendar's pressure only")
  func calendarChange() {
    var expected = ExpectedFlow()
    _ = expected.surprise(in: 1e-4, calendar: 1e-4, pressure: 0.4, learning: 0)
    let surprise = expected.surprise(in: 6e-5, calendar: 6e-5, pressure: 0.4, learning: 0)
    #expect(abs(surprise + 0.4 * 4e-5) < 1e-18)
  }

  @Test("What differs from the calendar is news in full")
  func missedCalendar() {
    var expected = ExpectedFlow()
    _ = expected.surprise(in: 1e-4, calendar: 1e-4, pressure: 0.4, learning: 0)
    #expect(abs(expected.surprise(in: 0, calendar: 1e-4, pressure: 0.4, learning: 0) + 1e-4) < 1e-18)
  }
}
