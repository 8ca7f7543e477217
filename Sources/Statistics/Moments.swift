/// Sample statistics of a list of numbers.
///
/// Every function is nil where the statistic is undefined: too few values, a value that is not finite, no spread where
/// the formula divides by it. O(n) time and no memory unless stated. Sums run in the order of the list, so a statistic is
/// the same number on every machine.
public enum Moments {
  /// The arithmetic mean, x̄ = Σx / n; nil when empty.
  public static func mean(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    return finite(values.reduce(0, +) / Double(values.count))
  }

  /// The sample variance, Σ(x - x̄)² / (n - 1); nil below two values.
  public static func variance(_ values: [Double]) -> Double? { covariance(values, values) }

  /// The square root of ``variance(_:)``.
  public static func standardDeviation(_ values: [Double]) -> Double? { variance(values)?.squareRoot() }

  /// m₃ / m₂^(3/2) with mₖ = Σ(x - x̄)ᵏ / n; nil without spread.
  ///
  /// The moment coefficient of the sample, not corrected for its size.
  public static func skewness(_ values: [Double]) -> Double? {
    guard let (m2, m3, _) = centralMoments(values) else { return nil }
    return finite(m3 / (m2 * m2.squareRoot()))
  }

  /// m₄ / m₂² - 3, zero for a normal distribution; nil without spread.
  ///
  /// The moment coefficient of the sample, not corrected for its size.
  public static func excessKurtosis(_ values: [Double]) -> Double? {
    guard let (m2, _, m4) = centralMoments(values) else { return nil }
    return finite(m4 / (m2 * m2) - 3)
  }

  /// Correlation of a series with itself some steps earlier:
  ///
  ///     ρ_h = Σ_{t > h} (x_t - x̄)(x_{t-h} - x̄) / Σ_t (x_t - x̄)²
  ///
  /// nil when the lag is negative or not below the number of values, or without spread.
  public static func autocorrelation(_ values: [Double], lag: Int) -> Double? {
    guard lag >= 0, lag < values.count, let mean = mean(values) else { return nil }
    var (product, square) = (0.0, 0.0)
    for (t, value) in values.enumerated() {
      square += (value - mean) * (value - mean)
      if t >= lag { product += (value - mean) * (values[t - lag] - mean) }
    }
    return square > 0 ? finite(product / square) : nil
  }

  /// The quantile of a probability, linear between order statistics:
  ///
  ///     Q(p) = x₍ₖ₎ + (h - k)(x₍ₖ₊₁₎ - x₍ₖ₎),  h = (n - 1)p + 1,  k = ⌊h⌋
  ///
  /// Definition 7 of Hyndman and Fan (1996), the default of R, NumPy and Excel. nil when empty or p is outside 0...1.
  /// O(n log n) time, O(n) memory.
  public static func quantile(_ values: [Double], _ p: Double) -> Double? {
    guard !values.isEmpty, p >= 0, p <= 1, values.allSatisfy(\.isFinite) else { return nil }
    let sorted = values.sorted()
    let position = Double(sorted.count - 1) * p
    let below = Int(position)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return finite(sorted[below] + (position - Double(below)) * (sorted[below + 1] - sorted[below]))
  }

  /// The sample covariance, Σ(x - x̄)(y - ȳ) / (n - 1); nil below two pairs or when lengths differ.
  public static func covariance(_ x: [Double], _ y: [Double]) -> Double? {
    guard x.count == y.count, x.count >= 2, let meanX = mean(x), let meanY = mean(y) else { return nil }
    var sum = 0.0
    for (a, b) in zip(x, y) { sum += (a - meanX) * (b - meanY) }
    return finite(sum / Double(x.count - 1))
  }

  /// Pearson's correlation, cov(x, y) / (s_x s_y), within -1...1; nil when either has no spread.
  public static func correlation(_ x: [Double], _ y: [Double]) -> Double? {
    guard let joint = covariance(x, y), let spreadX = standardDeviation(x), let spreadY = standardDeviation(y),
      spreadX > 0, spreadY > 0
    else { return nil }
    return finite(joint / spreadX / spreadY).map { min(max($0, -1), 1) }
  }

  /// Hill's estimate of the exponent α in P(X > x) ~ x^-α, from the k largest values:
  ///
  ///     1/α = (1/k) Σ_{i ≤ k} log(x₍ᵢ₎ / x₍ₖ₊₁₎),  x₍₁₎ ≥ x₍₂₎ ≥ ...
  ///
  /// For the lower tail pass the negated values. Its standard error is α/√k when the tail is a power law. nil unless
  /// 1 ≤ k < n, the (k+1)-th largest value is above zero and the k largest are not all equal to it. O(n log n) time,
  /// O(n) memory. Source: Hill (1975), Annals of Statistics 3(5).
  public static func hillTailIndex(_ values: [Double], largest k: Int) -> Double? {
    guard k >= 1, k < values.count, values.allSatisfy(\.isFinite) else { return nil }
    let sorted = values.sorted(by: >)
    let threshold = sorted[k]
    guard threshold > 0 else { return nil }
    let sum = sorted[..<k].reduce(0) { $0 + Elementary.log($1 / threshold) }
    return sum > 0 ? finite(Double(k) / sum) : nil
  }

  /// m₂, m₃ and m₄; nil when empty or without spread.
  private static func centralMoments(_ values: [Double]) -> (Double, Double, Double)? {
    guard let mean = mean(values) else { return nil }
    var (m2, m3, m4) = (0.0, 0.0, 0.0)
    for value in values {
      let d = value - mean
      m2 += d * d
      m3 += d * d * d
      m4 += d * d * d * d
    }
    let n = Double(values.count)
    return m2 > 0 ? (m2 / n, m3 / n, m4 / n) : nil
  }

  private static func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
}
