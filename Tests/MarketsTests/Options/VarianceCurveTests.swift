import Markets
import Quantities
import Statistics
import Testing

@Suite("Variance curve")
struct VarianceCurveTests {
  private func curve(_ path: [Double], near: Double = 0, far: Double = 0, pressure: Double = 0) -> VarianceCurve {
    VarianceCurve(
      path: path, premium: .init(near: near, far: far, decay: TradingSpan(21)),
      pressure: .init(strength: pressure, decay: TradingSpan(10)))
  }

  @Test("is flat when variance is, and prints its root for every index and future")
  func flat() {
    let curve = curve([0.03, 0.03], near: 0.01, far: 0.01)
    for index in VolatilityIndex.allCases { #expect(abs(curve.level(of: index).value - 0.2) < 1e-15, "\(index.name)") }
    for days in [0, 15.5, 240] { #expect(abs(curve.future(settlingIn: days).value - 0.2) < 1e-14) }
  }

  @Test("averages the expected path over trading days and continues its last")
  func path() {
    let path = (0..<63).map { 0.01 + 0.001 * Double($0) }
    let rising = curve(path)
    // 73 calendar days are 50.4 trading days.
    let expected: Double = (path[..<50].reduce(0, +) + 0.4 * path[50]) / 50.4
    #expect(abs(rising.variance(over: 73) - expected) < 1e-15)
    let beyond: Double = (path.reduce(0, +) + (252 - 63) * path[62]) / 252
    #expect(abs(rising.variance(over: 365) - beyond) < 1e-15)
    #expect(rising.variance(over: 0) == 0.01 && rising.variance(over: 1) == 0.01)
  }

  @Test("is the average of its forward variance", arguments: [0.0, 0.15])
  func forward(pressure: Double) {
    let curve = curve((0..<190).map { 0.05 - 0.0001 * Double($0) }, near: 0.002, far: 0.012, pressure: pressure)
    for end in [9.0, 30, 93, 184] {
      let pieces = (0..<20).map { curve.forwardVariance(from: end * Double($0) / 20, to: end * Double($0 + 1) / 20) }
      #expect(abs(pieces.reduce(0, +) / 20 - curve.variance(over: end)) < 1e-14)
    }
    let total = curve.forwardVariance(from: 61, to: 91)
    #expect(abs(total - (91 * curve.variance(over: 91) - 61 * curve.variance(over: 61)) / 30) < 1e-14)
    #expect(abs(curve.future(settlingIn: 61).value - total.squareRoot()) < 1e-15)
  }

  @Test("under pressure inverts, and no forward variance falls below what there was without")
  func pressure() {
    let (before, after) = (
      curve([0.03], near: 0.004, far: 0.012), curve([0.03], near: 0.004, far: 0.012, pressure: 0.2)
    )
    #expect(before.level(of: .vix) < before.level(of: .vix3M))
    #expect(after.level(of: .vix9D) > after.level(of: .vix) && after.level(of: .vix) > after.level(of: .vix3M))
    for day in 0..<300 {
      let (start, end) = (Double(day), Double(day + 1))
      #expect(after.forwardVariance(from: start, to: end) >= before.forwardVariance(from: start, to: end))
    }
    let parts = after.parts(over: 30)
    let u = 30 * 252 / 365.0
    #expect(abs(parts.pressure - 0.2 * 10 / u * (1 - Elementary.exp(-u / 10))) < 1e-15)
    #expect(abs(parts.total - after.variance(over: 30)) < 1e-16)
  }

  @Test("gives finite numbers for odd input")
  func oddities() {
    let empty = VarianceCurve(
      path: [], premium: .init(near: -1, far: 0, decay: TradingSpan(0)),
      pressure: .init(strength: 1, decay: TradingSpan(0)))
    for days in [-1, 0, 1e-9, 1e300, .infinity] {
      #expect(empty.variance(over: days) == 0 && empty.future(settlingIn: days).value == 0)
    }
    #expect(curve([0.04], near: -1, far: -1).level(of: .vix).value == 0)
  }
}
