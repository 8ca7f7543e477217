import Quantities

/// How a fund that holds its volatility constant sets its exposure, and what it must trade to get there.
///
///     K*_t = clip(σ*/max(σ_fast, σ_slow), 0, K_max)
///     K_t  = K_{t−1} + clip(K*_t − K_{t−1}, −δ, δ)   if |K*_t − K_{t−1}| > band, else K_{t−1}
///     flow = K_t A (1 + K_{t−1} r_t) − K_{t−1} A (1 + r_t)
///
/// Exposure K is the risky position over the fund's assets A. The flow is what is bought at the close: the position
/// wanted on the assets left after the day's return, less the position as the market left it.
///
/// Ignores: financing cost, the bid-ask spread, and the lag of one to three days some index rules put between the
/// estimate and the trade.
///
/// Sources: S&P Dow Jones Risk Control Indices Methodology; Harvey et al. (2018), J. Portfolio Management 45(1).
public struct VolTargetRule: Sendable, Codable, Equatable {
  public var target: Volatility
  /// K_max, the largest exposure the mandate allows.
  public var cap: Share
  /// Half-width of the zone around the present exposure inside which nothing is traded.
  public var band: Share
  /// δ, the most exposure changes in a day; nil for no limit.
  public var dailyLimit: Share?

  public init(target: Volatility, cap: Share, band: Share = .zero, dailyLimit: Share? = nil) {
    (self.target, self.cap, self.band, self.dailyLimit) = (target, cap, band, dailyLimit)
  }

  /// The exposure the mandate wants at a volatility: K*. A market without any volatility is held at the cap.
  public func wanted(at volatility: Volatility) -> Share {
    let (σ, limit) = (volatility.value, max(0, cap.value))
    guard σ > 0 else { return Share(limit) }
    return Share(min(max(target.value / σ, 0), limit))
  }

  /// The exposure the mandate wants when the larger of a fast and a slow estimate counts.
  public func wanted(fast: Volatility, slow: Volatility) -> Share { wanted(at: max(fast, slow)) }

  /// The exposure after one day's trading from a present exposure toward a wanted one.
  public func step(from present: Share, toward wanted: Share) -> Share {
    let gap = wanted.value - present.value
    guard abs(gap) > band.value else { return present }
    guard let δ = dailyLimit?.value else { return wanted }
    return Share(present.value + min(max(gap, -δ), δ))
  }

  /// What is bought (positive) or sold on a day of return `marketReturn` to go from one exposure to another.
  ///
  /// `assets` are those at the previous close.
  public static func flow(from before: Share, to after: Share, assets: Amount, marketReturn r: Double) -> Amount {
    let (k0, k1, a) = (before.value, after.value, assets.value)
    return Amount(k1 * a * (1 + k0 * r) - k0 * a * (1 + r))
  }
}
