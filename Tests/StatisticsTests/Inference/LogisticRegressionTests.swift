import Quantities
import Statistics
import Testing

extension Stream {
  fileprivate static let outcomes = Stream(900)
}

@Suite("Logistic regression")
struct LogisticRegressionTests {
  // Hours of study and passing, twenty students: the published fit is −4.0777 + 1.5046 hours (Wikipedia's example, from
  // which R's glm gives the same).
  private let hours = [
    0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5,
  ]
  private let passed = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1].map { $0 == 1 }

  @Test("fits the published example")
  func published() throws {
    let fit = try #require(LogisticRegression(passed, on: hours.map { [$0] }))
    let slope = fit.coefficients[1] / fit.deviations[0]
    let constant = fit.coefficients[0] - slope * fit.means[0]
    #expect(abs(slope - 1.5046) < 1e-4 && abs(constant + 4.0777) < 1e-4, "\(slope), \(constant)")
    #expect(abs(fit.probability([2]) - 0.2557) < 1e-4)
  }

  @Test("weighs a row of weight two as two rows, and one of weight zero as none")
  func weights() throws {
    let twice = try #require(LogisticRegression(passed + passed, on: (hours + hours).map { [$0] }))
    let weighted = try #require(
      LogisticRegression(
        passed + [true], on: (hours + [0]).map { [$0] }, weights: [Double](repeating: 2, count: 20) + [0]))
    #expect(abs(twice.probability([3.1]) - weighted.probability([3.1])) < 1e-10)
  }

  @Test("stays finite where classes are told apart without error, when it is penalised")
  func separable() throws {
    let rows = (0..<10).map { [Double($0)] }
    let outcomes = (0..<10).map { $0 > 4 }
    #expect(LogisticRegression(outcomes, on: rows) == nil)
    let fit = try #require(LogisticRegression(outcomes, on: rows, penalty: 1))
    #expect(fit.probability([0]) < 0.2 && fit.probability([9]) > 0.8)
  }

  @Test("finds the coefficients that made the data")
  func recovery() throws {
    let draw = Draw(seed: 4, replicate: 0)
    var (rows, outcomes): ([[Double]], [Bool]) = ([], [])
    for index in 0..<4000 {
      var numbers = DrawSequence(draw, .outcomes, of: UInt32(index))
      let x = [numbers.normal(), 3 + 2 * numbers.normal(), 7]
      let p = 1 / (1 + Elementary.exp(-(0.4 + x[0] - 0.5 * (x[1] - 3))))
      rows.append(x)
      outcomes.append(numbers.bernoulli(p))
    }
    let fit = try #require(LogisticRegression(outcomes, on: rows))
    #expect(abs(fit.coefficients[1] / fit.deviations[0] - 1) < 0.1)
    #expect(abs(fit.coefficients[2] / fit.deviations[1] + 0.5) < 0.06)
    #expect(fit.coefficients[3] == 0, "a feature without spread has no weight")
  }

  @Test("refuses what cannot be fitted")
  func refusals() {
    #expect(LogisticRegression([], on: []) == nil)
    #expect(LogisticRegression([true], on: [[.nan]]) == nil)
    #expect(LogisticRegression([true, false], on: [[1], [2, 3]]) == nil)
    #expect(LogScore.loss(0, true) < 14 && abs(LogScore.loss(0.5, false) - 0.6931) < 1e-4)
  }
}

@Suite("A sequence of draws")
struct DrawSequenceTests {
  @Test("is the draws of one address in order, and the same whatever else is drawn")
  func order() {
    let draw = Draw(seed: 9, replicate: 2)
    var numbers = DrawSequence(draw, .outcomes, of: 5, on: Day(number: 3))
    #expect(numbers.uniform() == draw.uniform(.outcomes, of: 5, on: Day(number: 3), index: 0))
    #expect(numbers.normal() == draw.normal(.outcomes, of: 5, on: Day(number: 3), index: 1))
    let spread = (0..<2000).map { _ in numbers.logUniform(in: 4...64) }
    #expect(spread.allSatisfy { (4...64).contains($0) })
    #expect(abs((Moments.quantile(spread, 0.5) ?? 0) - 16) < 1)
    #expect((0..<100).allSatisfy { _ in [1, 2, 3].contains(numbers.choice(of: [1, 2, 3]) ?? 0) })
    #expect(numbers.choice(of: [Int]()) == nil)
    #expect(abs((Moments.mean((0..<4000).map { _ in numbers.exponential() }) ?? 0) - 1) < 0.06)
  }
}
