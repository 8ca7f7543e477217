/// The log-likelihood of returns under a ``VolatilityModel``, with its derivatives.
///
///     normal      ℓ_t = -½ (log 2π + log σ_t² + q_t),                                q_t = ε_t²/σ_t²
///     Student's t ℓ_t = log Γ((ν+1)/2) - log Γ(ν/2) - ½ log π(ν-2) - ½ log σ_t² - (ν+1)/2 · log(1 + q_t/(ν-2))
///
/// The day before the first has the weighted mean size of the first 75 surprises about the sample mean, weights falling
/// by .94 a day, and half of it counts as a fall: the convention of the Python package arch, so that likelihoods compare.
/// Derivatives run forward beside the recursion. O(n), about 10 ns a day.
public struct VolatilityLikelihood: Sendable {
  public let model: VolatilityModel
  public let returns: [Double]
  /// Mean of |ε|^power before the first day; of log σ² for EGARCH.
  let backcast: Double

  /// nil below ten returns, when one is not finite, or without spread.
  public init?(_ model: VolatilityModel, _ returns: [Double]) {
    guard returns.count >= 10, let mean = Moments.mean(returns), (Moments.variance(returns) ?? 0) > 0 else {
      return nil
    }
    (self.model, self.returns) = (model, returns)
    var (weight, weights, sum) = (1.0, 0.0, 0.0)
    for value in returns.prefix(75) {
      let size = (value - mean).magnitude
      sum += weight * (model.power == 1 ? size : size * size)
      weights += weight
      weight *= 0.94
    }
    let level = sum / weights
    guard level > 0 else { return nil }
    backcast = model.dynamics == .egarch ? Elementary.log(level) : level
  }

  /// log L; -∞ for parameters that are not admissible.
  public func value(at parameters: VolatilityParameters) -> Double { score(at: parameters).value }

  /// The variance of each day and of the day after the last; nil for parameters that are not admissible.
  public func variances(at parameters: VolatilityParameters) -> [Double]? {
    guard model.isAdmissible(parameters) else { return nil }
    var path = VolatilityPath(model, parameters, backcast)
    var variances: [Double] = []
    variances.reserveCapacity(returns.count + 1)
    for value in returns {
      variances.append(path.variance)
      path.advance(past: value - parameters.mean)
    }
    return variances + [path.variance]
  }

  /// log L and its derivatives by μ, ω, α, γ, β, ν, in this order (γ and ν also where the model has none).
  package func score(at p: VolatilityParameters) -> Slope {
    guard model.isAdmissible(p) else { return Slope(value: -.infinity, gradient: Array(repeating: .nan, count: 6)) }
    var path = VolatilityPath(model, p, backcast)
    let ν = model.errors == .studentT ? p.degrees : nil
    // What log is taken of, so that a whole column is done at once: σ² and 1 + q/(ν - 2).
    var variances = [Double](repeating: 1, count: returns.count)
    var spreads = ν == nil ? [] : variances
    var gradient = SIMD8<Double>.zero
    var (squares, tilt) = (0.0, 0.0)
    for (t, value) in returns.enumerated() {
      let ε = value - p.mean
      let σ² = path.variance
      let q = ε * ε / σ²
      variances[t] = σ²
      // ∂ℓ/∂log σ² and -∂ℓ/∂ε, which is ∂ℓ/∂μ with σ held.
      let (byVariance, byMean): (Double, Double)
      if let ν {
        let pull = (ν + 1) / (ν - 2 + q)
        byVariance = 0.5 * (pull * q - 1)
        byMean = pull * ε / σ²
        spreads[t] = 1 + q / (ν - 2)
        tilt += pull * q
      } else {
        byVariance = 0.5 * (q - 1)
        byMean = ε / σ²
        squares += q
      }
      gradient += byVariance * path.logVarianceSlope
      gradient[0] += byMean
      path.advance(past: ε)
    }
    let n = Double(returns.count)
    let logs = sumOfLogs(&variances)
    guard let ν else {
      return Slope(
        value: -0.5 * (n * Elementary.log(2 * .pi) + logs + squares),
        gradient: (0..<6).map { $0 < 5 ? gradient[$0] : 0 })
    }
    let spread = sumOfLogs(&spreads)
    let constant =
      GammaFunction.log((ν + 1) / 2) - GammaFunction.log(ν / 2) - 0.5 * Elementary.log(.pi * (ν - 2))
    let byConstant = 0.5 * (GammaFunction.digamma((ν + 1) / 2) - GammaFunction.digamma(ν / 2) - 1 / (ν - 2))
    gradient[5] = n * byConstant - 0.5 * spread + 0.5 * tilt / (ν - 2)
    return Slope(
      value: n * constant - 0.5 * logs - 0.5 * (ν + 1) * spread, gradient: (0..<6).map { gradient[$0] })
  }

  /// Σ log x; leaves the logarithms in the column.
  private func sumOfLogs(_ column: inout [Double]) -> Double {
    var span = column.mutableSpan
    Elementary.log(each: &span)
    var sum = 0.0
    for value in column { sum += value }
    return sum
  }
}
