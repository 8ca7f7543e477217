import Statistics
import Testing

/// Expected figures are NumPy 2.4.6's and SciPy 1.17.1's for the same lists.
@Suite("Moments")
struct MomentsTests {
  let x = [2.1, -0.4, 3.3, 0.7, -1.9, 5.6, 1.2, 0.3, -2.8, 4.4]
  let y = [1.0, 0.2, 2.9, -0.5, -1.1, 3.8, 2.2, 0.1, -3.0, 1.7]

  private func near(_ value: Double?, _ expected: Double) -> Bool { value.map { abs($0 - expected) < 1e-14 } ?? false }

  @Test("mean, variance, skewness and kurtosis are NumPy's and SciPy's")
  func moments() {
    #expect(near(Moments.mean(x), 1.25))
    #expect(near(Moments.variance(x), 7.113888888888888))
    #expect(near(Moments.standardDeviation(x), 2.6671874491473013))
    #expect(near(Moments.skewness(x), 0.12096035425557275))
    #expect(near(Moments.excessKurtosis(x), -0.9251660499051568))
  }

  @Test("autocorrelation divides by the whole sum of squares")
  func autocorrelation() {
    #expect(Moments.autocorrelation(x, lag: 0) == 1)
    #expect(near(Moments.autocorrelation(x, lag: 1), -0.4211245607184694))
    #expect(near(Moments.autocorrelation(x, lag: 3), -0.017297930495900022))
    #expect(Moments.autocorrelation(x, lag: 10) == nil && Moments.autocorrelation(x, lag: -1) == nil)
    #expect(Moments.autocorrelation([3, 3, 3], lag: 1) == nil)
  }

  @Test(
    "a quantile is NumPy's default",
    arguments: [
      (0.0, -2.8), (0.1, -1.9899999999999998), (0.25, -0.22500000000000003), (0.5, 0.95), (0.9, 4.52), (1.0, 5.6),
    ])
  func quantile(p: Double, expected: Double) {
    #expect(near(Moments.quantile(x, p), expected))
  }

  @Test("covariance and correlation are NumPy's")
  func joint() {
    #expect(near(Moments.covariance(x, y), 4.892777777777778))
    #expect(near(Moments.correlation(x, y), 0.9076732753131103))
    #expect(Moments.correlation(x, x.map { -2 * $0 }).map { abs($0 + 1) < 1e-15 } == true)
    #expect(Moments.covariance(x, [1, 2]) == nil && Moments.correlation([1, 2, 3], [4, 4, 4]) == nil)
  }

  @Test("Hill's estimate is the mean log excess turned over")
  func hill() {
    #expect(near(Moments.hillTailIndex([1, 10, 2, 8, 2.5, 5, 4], largest: 3), 1.6370350019059372))
  }

  @Test("Hill's estimate finds the exponent of a Pareto tail")
  func hillOfPareto() throws {
    let values = (1...20_000).map { Elementary.pow((Double($0) - 0.5) / 20_000, -1 / 3.0) }
    let index = try #require(Moments.hillTailIndex(values, largest: 1000))
    #expect(abs(index - 3) < 0.02)
  }

  @Test("what is undefined is nil, not zero and not nan")
  func undefined() {
    #expect(Moments.mean([]) == nil && Moments.variance([1]) == nil && Moments.standardDeviation([]) == nil)
    #expect(Moments.skewness([2, 2, 2]) == nil && Moments.excessKurtosis([]) == nil)
    #expect(Moments.quantile([], 0.5) == nil && Moments.quantile(x, 1.5) == nil && Moments.quantile(x, .nan) == nil)
    #expect(Moments.hillTailIndex(x, largest: 0) == nil && Moments.hillTailIndex(x, largest: 10) == nil)
    #expect(Moments.hillTailIndex(x, largest: 8) == nil, "the ninth largest value is negative")
    #expect(Moments.hillTailIndex([2, 2, 2], largest: 2) == nil)
    for broken in [[1, .nan, 3], [1, .infinity, 3]] {
      #expect(Moments.mean(broken) == nil && Moments.variance(broken) == nil && Moments.skewness(broken) == nil)
      #expect(Moments.autocorrelation(broken, lag: 1) == nil && Moments.quantile(broken, 0.5) == nil)
      #expect(Moments.correlation(broken, [1, 2, 3]) == nil && Moments.hillTailIndex(broken, largest: 1) == nil)
    }
  }
}
