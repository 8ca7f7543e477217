import Quantities

/// What dealers trade to stay hedged, and what that does to a return.
///
///     G_eff = max(G, −f ζ)                      G: dealer gamma per unit return over capitalisation, positive when long
///     flow  = −G_eff r                          over capitalisation, positive bought
///     r     = r₀ + flow/ζ  ⇒  r = r₀/(1 + G_eff/ζ)
///
/// Short gamma at ζ or beyond would have no price at which everybody is hedged. Dealers leave what is beyond a share f of ζ
/// unhedged, so that no return is made more than 1/(1 − f) times as large; days on which this binds are counted.
///
/// Verified by: `DealerHedgeTests`.
public struct DealerHedge: Sendable, Equatable {
  /// G_eff.
  public let gamma: Double
  /// Whether the floor binds.
  public let isFloored: Bool
  private let elasticity: Double

  /// - Parameters:
  ///   - gamma: G, over capitalisation.
  ///   - elasticity: ζ, the inverse of the price multiplier; dealers whose trades move no price have no floor.
  ///   - floor: f, from 0 to below 1.
  public init(gamma: Double, elasticity: Double, floor: Share) {
    let lowest = elasticity > 0 ? -min(max(floor.value, 0), 0.99) * elasticity : -Double.infinity
    (self.gamma, isFloored) = (max(gamma, lowest), gamma < lowest)
    self.elasticity = elasticity
  }

  /// What dealers buy over capitalisation when the market returns r.
  public func flow(for r: Double) -> Double { -gamma * r }

  /// The return once dealers have hedged what would have been r₀ without them.
  public func response(to r0: Double) -> Double { elasticity > 0 ? r0 / (1 + gamma / elasticity) : r0 }
}
