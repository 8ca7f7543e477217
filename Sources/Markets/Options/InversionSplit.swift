/// Why VIX stands above or below VIX3M by more than usual.
///
///     g(a, b) = √a − √b                     a, b: the variance over 30 and 93 days, each a sum of three parts
///     φ_i = Σ_{S ∌ i} |S|! (2 − |S|)!/3! · (v(S ∪ i) − v(S))
///
/// v(S) is g with today's value of the parts in S and the usual value of the others, so that the Shapley values φ add up to
/// g today less g at the usual parts. That differs from g's own mean by the curvature of the root, which has no cause
/// among the three. In units of volatility: 0.01 is a point.
///
/// Sources: Shapley (1953), *A Value for n-Person Games*; DESIGN §3.2 for the three players.
/// Verified by: `InversionSplitTests`.
public struct InversionSplit: Sendable, Codable, Equatable {
  /// The parts of the variance over the near and the far horizon.
  public struct Ends: Sendable, Codable, Equatable {
    public var near: VarianceParts
    public var far: VarianceParts

    public init(near: VarianceParts, far: VarianceParts) { (self.near, self.far) = (near, far) }

    /// Those of VIX and VIX3M.
    public init(of curve: VarianceCurve) {
      self.init(near: curve.parts(over: VolatilityIndex.vix.days), far: curve.parts(over: VolatilityIndex.vix3M.days))
    }

    /// VIX − VIX3M.
    public var gap: Double { near.total.squareRoot() - far.total.squareRoot() }
  }

  public let realized: Double
  public let premium: Double
  public let pressure: Double

  /// The whole that was split.
  public var total: Double { realized + premium + pressure }

  public init(today: Ends, usual: Ends) {
    let gaps = (0..<8).map { InversionSplit.gap($0, today, usual) }
    func share(_ player: Int, _ first: Int, _ second: Int) -> Double {
      let alone = gaps[player] - gaps[0]
      let joining = (gaps[player | first] - gaps[first]) + (gaps[player | second] - gaps[second])
      let last = gaps[7] - gaps[first | second]
      return alone / 3 + joining / 6 + last / 3
    }
    (realized, premium, pressure) = (share(1, 2, 4), share(2, 1, 4), share(4, 1, 2))
  }

  /// g where the parts in a coalition, one bit each, have today's values.
  private static func gap(_ coalition: Int, _ today: Ends, _ usual: Ends) -> Double {
    func mixed(_ today: VarianceParts, _ usual: VarianceParts) -> VarianceParts {
      VarianceParts(
        realized: (coalition & 1 != 0 ? today : usual).realized, premium: (coalition & 2 != 0 ? today : usual).premium,
        pressure: (coalition & 4 != 0 ? today : usual).pressure)
    }
    return Ends(near: mixed(today.near, usual.near), far: mixed(today.far, usual.far)).gap
  }
}
