import Quantities
import Statistics

/// Implied volatility by strike and maturity.
///
///     σ(K, T)² T = w(log(K/F), θ(T))                        see ``VolatilitySmile``
///
/// θ, the total variance at the money, is linear in T between its maturities, of constant volatility before the first
/// and of constant forward variance after the last. It never falls, so no calendar spread is free.
///
/// Verified by: `VolatilitySurfaceTests`.
public struct VolatilitySurface: Sendable, Codable, Equatable {
  public let smile: VolatilitySmile
  /// Maturities in years, and θ there.
  private let years: [Double]
  private let totals: [Double]

  /// A surface through volatilities at the money; nil unless maturities rise from above zero, volatilities are above
  /// zero, and total variance does not fall by more than rounding does to equal ones.
  public init?(_ smile: VolatilitySmile, maturities: [Tenor], atTheMoney: [Volatility]) {
    self.init(
      smile, years: maturities.map(\.value),
      totals: zip(maturities, atTheMoney).map { $0.value * $1.value * $1.value })
  }

  private init?(_ smile: VolatilitySmile, years: [Double], totals: [Double]) {
    guard !years.isEmpty, years.count == totals.count, years[0] > 0, totals[0] > 0 else { return nil }
    guard years.allSatisfy(\.isFinite), totals.allSatisfy(\.isFinite) else { return nil }
    for i in years.indices.dropFirst() where years[i] <= years[i - 1] || totals[i] < totals[i - 1] * (1 - 1e-12) {
      return nil
    }
    (self.smile, self.years, self.totals) = (smile, years, totals)
  }

  /// The same volatility at the money for all maturities.
  public init?(_ smile: VolatilitySmile, flat volatility: Volatility) {
    self.init(smile, maturities: [Tenor(1)], atTheMoney: [volatility])
  }

  /// The surface on which swaps of variance cost what a curve says, at each of some horizons in calendar days.
  ///
  /// θ is the curve's total variance over the smile's ratio of swap to money, found by iteration because that ratio
  /// moves a little with θ. nil if the curve has no variance at the first horizon.
  public init?(
    _ smile: VolatilitySmile, of curve: VarianceCurve, horizons: [Double] = [9, 30, 61, 93, 184, 365]
  ) {
    let years = horizons.map { $0 / 365 }
    var (totals, highest) = ([Double](), 0.0)
    for (days, t) in zip(horizons, years) {
      let swap = max(curve.variance(over: days), 0) * t
      var θ = swap
      for _ in 0..<3 where θ > 0 { θ *= swap / smile.swapVariance(atTheMoney: θ) }
      highest = max(highest, θ)
      totals.append(highest)
    }
    self.init(smile, years: years, totals: totals)
  }

  /// θ(T).
  public func atTheMoneyTotal(_ maturity: Tenor) -> Double {
    let (t, last) = (max(maturity.value, 0), years.count - 1)
    guard t > years[0], last > 0 else { return totals[0] * t / years[0] }
    var i = 1
    while i < last, t > years[i] { i += 1 }
    return totals[i - 1] + (totals[i] - totals[i - 1]) * (t - years[i - 1]) / (years[i] - years[i - 1])
  }

  /// σ(K, T); nil without time to maturity, or if strike or forward is not above zero.
  public func volatility(strike: Double, forward: Double, maturity: Tenor) -> Volatility? {
    guard maturity.value > 0, strike > 0, forward > 0 else { return nil }
    let w = smile.totalVariance(Elementary.log(strike / forward), atTheMoney: atTheMoneyTotal(maturity))
    let volatility = (w / maturity.value).squareRoot()
    return volatility.isFinite ? Volatility(volatility) : nil
  }
}
