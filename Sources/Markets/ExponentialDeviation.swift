/// The exponentially weighted standard deviation of a series, corrected for bias.
///
///     s²_t = Σ w_i (x_i − m_t)² / Σ w_i · (Σ w_i)² / ((Σ w_i)² − Σ w_i²),   w_i = (1 − a)^(t−i)
///
/// Missing values (`nan`) age the others, as in the `std` of pandas' exponential window. O(1) a step.
public struct ExponentialDeviation: Sendable, Codable, Equatable {
  public let span: Double
  /// How many values have been seen.
  public private(set) var count = 0
  private var mean = 0.0
  private var spread = 0.0
  private var weight = 0.0
  private var squaredWeight = 0.0

  public init(span: Double) { self.span = max(1, span) }

  public mutating func update(_ value: Double) {
    let fading = 1 - 2 / (span + 1)
    weight *= fading
    squaredWeight *= fading * fading
    guard !value.isNaN else { return }
    let before = mean
    if count == 0 { mean = value } else { mean = (weight * before + value) / (weight + 1) }
    let (shift, rest) = (count == 0 ? 0 : before - mean, value - mean)
    spread = (weight * (spread + shift * shift) + rest * rest) / (weight + 1)
    weight += 1
    squaredWeight += 1
    count += 1
  }

  /// The standard deviation; nil with fewer than two values.
  public var deviation: Double? {
    let total = weight * weight
    guard count > 1, total > squaredWeight else { return nil }
    return (total / (total - squaredWeight) * spread).squareRoot()
  }
}
