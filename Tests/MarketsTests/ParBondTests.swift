import Markets
import Quantities
import Testing

@Suite("A bond at par")
struct ParBondTests {
  @Test("has the durations of textbooks", arguments: [(1.0, 0.961538), (10, 8.110896), (30, 17.292033)])
  func durations(maturity: Double, duration: Double) {
    #expect(abs(ParBond.duration(maturity: Tenor(maturity), yield: .percent(4)).value - duration) < 1e-6)
  }

  @Test("has its maturity for duration when it yields nothing")
  func zero() { #expect(ParBond.duration(maturity: Tenor(7), yield: Rate(0)).value == 7) }
}
