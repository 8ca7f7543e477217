import Markets
import Quantities
import Testing

@Suite("Money-market spread")
struct MoneyMarketSpreadTests {
  private let curve = MoneyMarketSpread(
    floor: .percent(-0.102), rise: .percent(0.163), anchor: .percent(15.5), width: .percent(2.6))

  @Test("is the floor and the rise at the anchor, and the floor when reserves are abundant")
  func ends() {
    #expect(abs(curve.spread(at: .percent(15.5)).value - 0.00061) < 1e-12)
    #expect(abs(curve.spread(at: .percent(40)).value + 0.00102) < 1e-6)
  }

  @Test("steepens as liquidity shrinks: a width less, e times the rise")
  func steepens() {
    let (a, b) = (curve.spread(at: .percent(15.5)).value + 0.00102, curve.spread(at: .percent(12.9)).value + 0.00102)
    #expect(abs(b / a - 2.718281828459045) < 1e-9)
  }

  @Test("is found again from the spread, and from none below the floor")
  func inverse() throws {
    let x = try #require(curve.liquidity(at: curve.spread(at: .percent(14))))
    #expect(abs(x.value - 0.14) < 1e-12)
    #expect(curve.liquidity(at: .percent(-0.2)) == nil)
  }

  @Test("is finite however far liquidity goes", arguments: [-1e9, 0, 1e9])
  func finite(x: Double) { #expect(curve.spread(at: Share(x)).value.isFinite) }

  @Test("leaves half at the facility when the other use pays no more, a third of a percent at 20 basis points")
  func facility() {
    func share(_ spread: Double) -> Double {
      MoneyMarketSpread.facilityShare(spread: Rate(spread), intercept: 0.016, slope: Tenor(2856))
    }
    #expect(abs(share(0) - 0.496) < 0.001 && abs(share(0.002) - 0.00325) < 0.0001)
    #expect(share(-0.002) > 0.99)
  }
}
