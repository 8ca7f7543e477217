/// The exponentially weighted mean of a series, weights summing to one over the values seen so far.
///
///     m_t = Σ_i (1 − a)^i x_{t−i} / Σ_i (1 − a)^i,   a = 2/(span + 1)
///
/// A missing value (`nan`) ages the others without adding to them, as in the `adjust=True, ignore_na=False` mean of
/// pandas. O(1) a step.
public struct ExponentialMean: Sendable, Codable, Equatable {
  public let span: Double
  /// The mean; nil before the first value.
  public private(set) var mean: Double?
  private var weight = 0.0

  /// - Parameter span: at least 1; the mean age of the values is (span − 1)/2.
  public init(span: Double) { self.span = max(1, span) }

  public mutating func update(_ value: Double) {
    weight *= 1 - 2 / (span + 1)
    guard !value.isNaN else { return }
    mean = mean.map { (weight * $0 + value) / (weight + 1) } ?? value
    weight += 1
  }

  /// a_t, the weight that the next value will have.
  public var nextWeight: Double { 1 / (weight * (1 - 2 / (span + 1)) + 1) }
}
