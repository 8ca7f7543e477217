import Quantities

/// The realised variance of returns, with weights that fall by a constant factor a day.
///
///     σ² ← λ σ² + (1 − λ) · 252 r²
///
/// Opens at a stated volatility. A missing return (`nan`) is skipped. O(1).
///
/// Sources: RiskMetrics Technical Document (1996), λ = 0.94; S&P Dow Jones Risk Control Indices Methodology.
public struct EWMAVariance: Sendable, Codable, Equatable {
  /// λ, the weight of yesterday's estimate.
  public let decay: Double
  /// The annual variance σ².
  public private(set) var variance: Double

  public init(decay: Double, at volatility: Volatility) {
    (self.decay, variance) = (decay, volatility.value * volatility.value)
  }

  public mutating func update(_ dailyReturn: Double) {
    guard !dailyReturn.isNaN else { return }
    variance = decay * variance + (1 - decay) * 252 * dailyReturn * dailyReturn
  }

  public var volatility: Volatility { Volatility(variance.squareRoot()) }
}
