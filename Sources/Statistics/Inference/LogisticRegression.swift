/// The probability of an event as a logistic function of features, by maximum likelihood.
///
///     p = 1/(1 + e^{−(b_0 + Σ b_j z_j)}),   z_j = (x_j − m_j)/s_j
///     maximise Σ_t w_t (y_t log p_t + (1 − y_t) log(1 − p_t)) − λ/2 Σ_j b_j²
///
/// Features are standardised by the sample's own weighted mean and deviation. λ, in units of observations, keeps the
/// maximum finite where classes can be told apart without error; zero is plain maximum likelihood. Newton's method.
///
/// Verified by: `LogisticRegressionTests`, against R's glm.
public struct LogisticRegression: Sendable, Equatable {
  /// The constant first, then one for each standardised feature.
  public let coefficients: [Double]
  public let means: [Double]
  public let deviations: [Double]

  public init(coefficients: [Double], means: [Double], deviations: [Double]) {
    (self.coefficients, self.means, self.deviations) = (coefficients, means, deviations)
  }

  /// Fits to rows of features. O(rows · features²) a step.
  ///
  /// A feature without spread gets no weight. nil without rows, when lengths differ, a number is not finite, a weight is
  /// below zero, or all outcomes are the same and nothing is penalised.
  public init?(_ outcomes: [Bool], on rows: [[Double]], weights: [Double]? = nil, penalty λ: Double = 0) {
    let w = weights ?? [Double](repeating: 1, count: outcomes.count)
    let total = w.reduce(0, +)
    guard let width = rows.first?.count, rows.count == outcomes.count, w.count == rows.count, total > 0,
      w.allSatisfy({ $0 >= 0 && $0.isFinite }), rows.allSatisfy({ $0.count == width && $0.allSatisfy(\.isFinite) })
    else { return nil }
    let means = (0..<width).map { j in rows.indices.reduce(0) { $0 + w[$1] * rows[$1][j] } / total }
    let deviations = (0..<width).map { j in
      (rows.indices.reduce(0) { $0 + w[$1] * (rows[$1][j] - means[j]) * (rows[$1][j] - means[j]) } / total).squareRoot()
    }
    let features = rows.map { [1] + LogisticRegression.standardised($0, means, deviations) }
    var b = [Double](repeating: 0, count: width + 1)
    for _ in 0..<60 {
      var gradient = b.enumerated().map { $0 == 0 ? 0 : -λ * $1 }
      var curvature = DenseMatrix(rows: width + 1, columns: width + 1)
      for j in 1..<max(width + 1, 1) { curvature[j, j] = max(λ, deviations[j - 1] > 0 ? 0 : 1) }
      for (t, x) in features.enumerated() where w[t] > 0 {
        let p = LogisticRegression.logistic(zip(b, x).reduce(0) { $0 + $1.0 * $1.1 })
        let (error, slope) = (w[t] * ((outcomes[t] ? 1 : 0) - p), w[t] * p * (1 - p))
        for i in x.indices {
          gradient[i] += error * x[i]
          for j in 0...i { curvature[i, j] += slope * x[i] * x[j] }
        }
      }
      guard let step = Cholesky(curvature)?.solve(gradient) else { return nil }
      let longest = step.reduce(0) { max($0, $1.magnitude) }
      let shrink = longest > 5 ? 5 / longest : 1
      b = zip(b, step).map { $0 + shrink * $1 }
      if longest < 1e-12 { break }
    }
    guard b.allSatisfy({ $0.isFinite && $0.magnitude < 100 }) else { return nil }
    self.init(coefficients: b, means: means, deviations: deviations)
  }

  /// p of one row of features.
  public func probability(_ features: [Double]) -> Double {
    let z = LogisticRegression.standardised(features, means, deviations)
    return LogisticRegression.logistic(zip(coefficients, [1] + z).reduce(0) { $0 + $1.0 * $1.1 })
  }

  private static func standardised(_ row: [Double], _ means: [Double], _ deviations: [Double]) -> [Double] {
    zip(row, zip(means, deviations)).map { $1.1 > 0 ? ($0 - $1.0) / $1.1 : 0 }
  }

  private static func logistic(_ x: Double) -> Double { 1 / (1 + Elementary.exp(-x)) }
}

/// The loss of a stated probability when the event did or did not come: −log of what was given to what came.
public enum LogScore {
  /// Probabilities count as at least 1e-6 away from zero and one.
  public static func loss(_ probability: Double, _ came: Bool) -> Double {
    let p = min(max(probability, 1e-6), 1 - 1e-6)
    return -Elementary.log(came ? p : 1 - p)
  }
}
