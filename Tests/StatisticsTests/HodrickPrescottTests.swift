import Statistics
import Testing

@Suite("The Hodrick-Prescott filter")
struct HodrickPrescottTests {
  @Test("leaves a straight line as it is")
  func line() throws {
    let filter = try #require(HodrickPrescott((0..<40).map { 3 + 0.25 * Double($0) }))
    #expect(filter.cycle.allSatisfy { $0.magnitude < 1e-9 })
  }

  @Test("solves its own equation: y − τ = λ DᵀD τ", arguments: [0.5, 1600, 129_600])
  func equation(λ: Double) throws {
    var y: [Double] = []
    for t in 0..<60 { y.append(Double((t * 7_919) % 101) / 10 + 0.1 * Double(t)) }
    let filter = try #require(HodrickPrescott(y, smoothing: λ))
    let τ = filter.trend
    var second: [Double] = []
    for t in 0..<58 { second.append(τ[t + 2] - 2 * τ[t + 1] + τ[t]) }
    for t in y.indices {
      var back = t < 58 ? second[t] : 0
      if t >= 1, t - 1 < 58 { back -= 2 * second[t - 1] }
      if t >= 2 { back += second[t - 2] }
      let gap = filter.cycle[t] - λ * back
      #expect(gap.magnitude < 1e-6 * max(1, λ / 1600), "\(t)")
    }
  }

  @Test("splits a jump evenly: the cycle sums to zero and is odd about the step")
  func sums() throws {
    let y = (0..<80).map { $0 < 40 ? 0.0 : 1 }
    let cycle = try #require(HodrickPrescott(y)).cycle
    #expect(abs(cycle.reduce(0, +)) < 1e-9)
    #expect(abs(cycle[39] + cycle[40]) < 1e-9 && cycle[40] > 0.3)
  }

  @Test("refuses what has no second differences")
  func refuses() {
    #expect(HodrickPrescott([1, 2, 3, 4]) == nil)
    #expect(HodrickPrescott([1, 2, 3, .nan, 5]) == nil)
    #expect(HodrickPrescott([1, 2, 3, 4, 5], smoothing: -1) == nil)
  }
}
