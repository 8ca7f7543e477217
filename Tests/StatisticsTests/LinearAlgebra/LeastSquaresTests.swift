import Statistics
import Testing

/// Expected figures are those of statsmodels on the same twelve rows (R's swiss), HAC without small-sample correction.
@Suite("Least squares")
struct LeastSquaresTests {
  let y = [80.2, 83.1, 92.5, 85.8, 76.9, 76.1, 83.8, 92.4, 82.4, 82.9, 87.1, 64.1]
  let x = [
    [17.0, 45.1, 39.7, 36.5, 43.5, 35.3, 70.2, 67.8, 53.3, 45.2, 64.5, 62.0],
    [9.96, 84.84, 93.4, 33.77, 5.16, 90.57, 92.85, 97.16, 97.67, 91.38, 98.61, 8.52],
  ]

  private func near(_ a: [Double]?, _ b: [Double]) -> Bool {
    a.map { $0.count == b.count && zip($0, b).allSatisfy { abs($0 - $1) < 1e-12 * (1 + abs($1)) } } ?? false
  }

  @Test("coefficients, standard errors and R² are statsmodels'")
  func ordinary() throws {
    let fit = try #require(LeastSquares(y, on: x))
    #expect(near(fit.coefficients, [78.2294997086955, -0.10451452734329603, 0.13580823347410637]))
    #expect(near(fit.standardErrors, [6.350244912289204, 0.13604339305841562, 0.05416285057299012]))
    #expect(near(fit.rSquared.map { [$0] }, [0.41442357454608403]))
    #expect(abs(fit.residuals.reduce(0, +)) < 1e-11)
  }

  @Test("Newey-West errors are statsmodels', with three lags and with none")
  func robust() {
    #expect(
      near(
        LeastSquares(y, on: x, errors: .neweyWest(lags: 3))?.standardErrors,
        [5.190823654382672, 0.14673040999146653, 0.055900615696382064]))
    #expect(
      near(
        LeastSquares(y, on: x, errors: .neweyWest(lags: 0))?.standardErrors,
        [4.771436748852944, 0.13889909147815147, 0.05724060805936817]))
  }

  @Test("a column that another determines, or too few rows, is no regression")
  func degenerate() {
    #expect(LeastSquares(y, on: [x[0], x[0].map { 3 - 2 * $0 }]) == nil)
    #expect(LeastSquares([1, 2, 4], on: [[1, 2, 3], [1, 4, 9]]) == nil, "three coefficients from three rows")
    #expect(LeastSquares(y, on: [[1, 2]]) == nil && LeastSquares([], on: []) == nil)
    #expect(LeastSquares([1, 2, .nan], on: [[1, 2, 3]]) == nil)
  }

  @Test("digits survive columns that nearly depend on each other")
  func conditioning() throws {
    // Longley's trouble in small: the columns agree to 1e-6, so the normal equations would keep four digits.
    let t = (0..<40).map(Double.init)
    let bump = t.map { Double(Int($0) * 7 % 5) * 1e-6 }
    let columns = [t, zip(t, bump).map { $0 + $1 }]
    let fit = try #require(LeastSquares(zip(columns[0], columns[1]).map { 1 + 2 * $0 - 3 * $1 }, on: columns))
    #expect(abs(fit.coefficients[1] - 2) < 1e-6 && abs(fit.coefficients[2] + 3) < 1e-6)
  }
}
