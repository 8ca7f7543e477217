/// Ordinary least squares with the covariance of its coefficients.
///
///     b = argmin |y - X b|²,   e = y - X b
///
///     homoskedastic:   V = s² (XᵀX)⁻¹,  s² = eᵀe / (n - k)
///     Newey-West:      V = (XᵀX)⁻¹ S (XᵀX)⁻¹,  S = Γ₀ + Σ_{l ≤ L} (1 - l/(L+1)) (Γ_l + Γ_lᵀ),
///                      Γ_l = Σ_t e_t e_{t-l} x_t x_{t-l}ᵀ
///
/// With L = 0 the second is White's. No correction for small samples, as in the paper.
/// Source: Newey and West (1987), Econometrica 55(3); default lags from their (1994) Review of Economic Studies 61(4).
public struct LeastSquares: Sendable {
  public enum Errors: Sendable, Hashable {
    case homoskedastic
    /// Robust to heteroskedasticity, and to autocorrelation up to a number of lags; nil takes ⌊4 (n/100)^{2/9}⌋.
    case neweyWest(lags: Int?)
  }

  /// In the order of the regressors, the intercept first if there is one.
  public let coefficients: [Double]
  public let covariance: DenseMatrix
  public let residuals: [Double]
  /// 1 - eᵀe / Σ(y - ȳ)²; about zero instead of ȳ without an intercept. nil when y has no spread.
  public let rSquared: Double?

  public var standardErrors: [Double] {
    coefficients.indices.map { max(covariance[$0, $0], 0).squareRoot() }
  }
  public var tStatistics: [Double] { zip(coefficients, standardErrors).map { $0 / $1 } }

  /// Regresses an outcome on columns. O(n k² + n k² L).
  ///
  /// nil when lengths differ, a number is not finite, there are no more rows than coefficients, or regressors depend on
  /// each other.
  public init?(
    _ outcome: [Double], on regressors: [[Double]], intercept: Bool = true, errors: Errors = .homoskedastic
  ) {
    let ones = intercept ? [Array(repeating: 1.0, count: outcome.count)] : []
    guard regressors.allSatisfy({ $0.count == outcome.count }), outcome.allSatisfy(\.isFinite),
      let design = DenseMatrix(columns: ones + regressors), design.columns > 0, design.rows > design.columns,
      let factors = HouseholderQR(design)
    else { return nil }
    let solution = factors.solve(outcome)
    let fitted = design.times(solution) ?? []
    coefficients = solution
    residuals = zip(outcome, fitted).map { $0 - $1 }
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    let centre = intercept ? outcome.reduce(0, +) / Double(outcome.count) : 0
    let total = outcome.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    rSquared = total > 0 ? 1 - squares / total : nil
    let gram = factors.inverseGram
    switch errors {
    case .homoskedastic:
      covariance = gram.scaled(by: squares / Double(design.rows - design.columns))
    case .neweyWest(let lags):
      let lags = min(max(lags ?? LeastSquares.usualLags(outcome.count), 0), outcome.count - 1)
      let middle = LeastSquares.longRunCovariance(of: design, residuals, lags: lags)
      covariance = gram.times(middle)?.times(gram) ?? gram
    }
  }

  private static func usualLags(_ n: Int) -> Int {
    Int((4 * Elementary.pow(Double(n) / 100, 2.0 / 9)).rounded(.down))
  }

  private static func longRunCovariance(of design: DenseMatrix, _ residuals: [Double], lags: Int) -> DenseMatrix {
    let k = design.columns
    var scores = design
    for t in 0..<design.rows { for j in 0..<k { scores[t, j] *= residuals[t] } }
    var sum = DenseMatrix(rows: k, columns: k)
    for lag in 0...lags {
      let weight = lag == 0 ? 0.5 : 1 - Double(lag) / Double(lags + 1)
      for t in lag..<design.rows {
        for i in 0..<k {
          for j in 0..<k {
            sum[i, j] += weight * (scores[t, i] * scores[t - lag, j] + scores[t - lag, i] * scores[t, j])
          }
        }
      }
    }
    return sum
  }
}

extension DenseMatrix {
  func scaled(by factor: Double) -> DenseMatrix {
    var result = self
    for index in elements.indices { result.elements[index] *= factor }
    return result
  }
}
