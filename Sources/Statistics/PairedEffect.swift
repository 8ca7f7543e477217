/// What a change does, from runs with and without it that share their seeds.
///
///     d_i      = with_i - without_i
///     interval = d̄ ± t_{n-1, (1+level)/2} · s_d / √n
///     p        = P(|T_{n-1}| ≥ |d̄| / (s_d / √n))
///
/// Pairing removes the luck both runs share, so far fewer replicates are needed than for two independent samples. The
/// interval supposes that the mean of the differences is near normal.
///
/// When all differences are exactly equal there is no spread to estimate: the interval is the mean itself, and p is 0,
/// or 1 where the mean is 0. That is the right answer for a change that does nothing, and a warning for any other that
/// the replicates do not differ in what the change touches.
public struct PairedEffect: Sendable, Hashable, Codable {
  public let mean: Double
  public let standardError: Double
  public let low: Double
  public let high: Double
  public let level: Double
  public let p: Double
  public let count: Int

  public var includesZero: Bool { low <= 0 && high >= 0 }

  /// Compares replicates pair by pair. O(n).
  ///
  /// nil unless both lists have the same number of replicates, at least two, all finite, and 0 < level < 1.
  public init?(with: [Double], without: [Double], level: Double = 0.95) {
    guard with.count == without.count, level > 0, level < 1 else { return nil }
    let differences = zip(with, without).map { $0 - $1 }
    guard let first = differences.first, let average = Moments.mean(differences),
      let spread = Moments.standardDeviation(differences)
    else { return nil }
    // Equal differences have an exact mean; their computed mean, and so their spread, may be off by rounding.
    let isConstant = differences.allSatisfy { $0 == first }
    let degrees = Double(differences.count - 1)
    (self.level, count) = (level, differences.count)
    mean = isConstant ? first : average
    standardError = isConstant ? 0 : spread / Double(differences.count).squareRoot()
    guard standardError > 0 else {
      (low, high, p) = (mean, mean, mean == 0 ? 1 : 0)
      return
    }
    let reach = StudentT.quantile((1 + level) / 2, degrees: degrees) * standardError
    (low, high) = (mean - reach, mean + reach)
    p = StudentT.twoSided(mean / standardError, degrees: degrees)
  }
}
