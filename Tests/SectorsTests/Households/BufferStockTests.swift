import Sectors
import Testing

@Suite("A buffer-stock saver")
struct BufferStockTests {
  /// The baseline of Carroll's "Theoretical Foundations of Buffer Stock Saving": no income in one year of two hundred.
  private static let carroll = BufferStock(
    .init(
      discount: 0.96, aversion: 2, returns: 1.04, growth: 1.03, permanentRisk: 0.1, transitoryRisk: 0.1,
      unemployment: 0.005, benefit: 0))

  private static func insured(discount: Double) -> BufferStock {
    BufferStock(
      .init(
        discount: discount, aversion: 1, survival: 0.99375, returns: 1.02, permanentRisk: 0.05, transitoryRisk: 0.2,
        unemployment: 0.07, benefit: 0.15), atoms: 5, grid: 48)
  }

  @Test("consumes what Econ-ARK's HARK solves for Carroll's baseline")
  func published() {
    #expect(abs(Self.carroll.consumption(1) - 0.85279) < 1e-3)
    #expect(abs(Self.carroll.consumption(12.5125) - 1.89021) < 1e-3)
    #expect(abs(Self.carroll.propensity(4.0045) - 0.08415) < 1e-3)
  }

  /// The last rows lie beyond the assets that HARK solves for, where its consumption is an extrapolation: one in a thousand of it.
  @Test("is HARK's function at every point of it", .enabled(if: SharedFiles.haveReference))
  func reference() throws {
    let rows = try SharedFiles.rows("household_solvers/hark_bufferstock_cfunc.csv", in: SharedFiles.reference)
    #expect(rows.count == 19)
    for row in rows.dropFirst() {
      let numbers = row.compactMap(Double.init)
      try #require(numbers.count == 3)
      #expect(abs(Self.carroll.consumption(numbers[0]) / numbers[1] - 1) < 1e-3, "\(row)")
      #expect(abs(Self.carroll.propensity(numbers[0]) - numbers[2]) < 1e-3, "\(row)")
    }
  }

  @Test("spends less of a dollar more, the more there is, and never more than there is")
  func concave() {
    for saver in [Self.carroll, Self.insured(discount: 0.96)] {
      var last = 1.0 + 1e-9
      for cash in [0.05, 0.2, 0.6, 1, 1.5, 2, 4, 8, 20, 100, 1_000] {
        #expect(saver.consumption(cash) <= cash && saver.consumption(cash) > 0)
        #expect(saver.propensity(cash) <= last && saver.propensity(cash) > 0, "\(cash)")
        last = saver.propensity(cash)
      }
    }
  }

  @Test("consumes all of little where insurance makes it safe, and keeps something where it does not")
  func constraint() {
    #expect(Self.insured(discount: 0.96).consumption(0.3) == 0.3)
    #expect(Self.carroll.consumption(0.3) < 0.3)
  }

  @Test("consumes less the more patient it is")
  func patience() {
    let (impatient, patient) = (Self.insured(discount: 0.95), Self.insured(discount: 0.97))
    for cash in [1, 3, 10, 100.0] { #expect(patient.consumption(cash) < impatient.consumption(cash)) }
  }

  @Test("has the propensity that is the slope of its consumption")
  func slope() {
    for cash in [0.9, 1.7, 3.1, 12, 300] {
      let slope = (Self.carroll.consumption(cash + 1e-5) - Self.carroll.consumption(cash - 1e-5)) / 2e-5
      #expect(abs(slope - Self.carroll.propensity(cash)) < 1e-6)
    }
  }

  @Test("with boundless cash consumes the part that perfect foresight would")
  func foresight() {
    // 1 − βs, with log utility.
    #expect(abs(Self.insured(discount: 0.96).propensity(1e6) - (1 - 0.96 * 0.99375)) < 1e-3)
  }
}
