import Statistics

/// How much demand absorbs a trade: the price elasticity of the aggregate market and what moves it.
///
///     ζ(t) = clip(ζ̄ (σ̄/σ)^θ · capacity/normal, ζ̄/3, 2ζ̄),   M = 1/ζ
///
/// Sources: Gabaix and Koijen (2021), NBER 28967, for ζ̄; Bouchaud (2021), arXiv 2108.00242, for a multiplier that grows
/// with volatility.
public enum Elasticity {
  /// ζ(t), from ζ̄, volatility over its normal, capacity over its normal, and θ.
  public static func today(_ usual: Double, volatility ratio: Double, capacity: Double, exponent θ: Double) -> Double {
    let state = Elementary.pow(1 / max(ratio, 1e-9), θ) * max(capacity, 0)
    return usual * min(max(state, 1.0 / 3), 2)
  }
}
