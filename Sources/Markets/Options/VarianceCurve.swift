import Quantities
import Statistics

/// The variance that options imply over each horizon, and the indices and futures read off it.
///
///     ξ(u)  = E[v_u] + π_∞ + (π_0 − π_∞) e^{−u/τ} + P e^{−u/h₀}      forward variance, u trading days ahead
///     σ²(h) = (1/h) ∫₀ʰ ξ(u) du
///           = E[RV over h] + π_∞ + (π_0 − π_∞) m(h/τ) + P m(h/h₀),     m(z) = (1 − e^{−z})/z
///
/// Premium and pressure decay in forward variance and not in its average: a pressure of P e^{−h/h₀} on the average would
/// make forward variance negative beyond h₀ when demand is strong, and with it a calendar arbitrage. Horizons are
/// calendar days and count 252/365 of a trading day each. Beyond the path given, its last day continues.
///
/// Ignores: jumps, the calendar of events, and that an index of the square root of variance is concave in it.
///
/// Sources: Carr and Wu (2009), Review of Financial Studies 22(3), for the premium; Bollen and Whaley (2004), J. Finance
/// 59(2), and Gârleanu, Pedersen and Poteshman (2009), Review of Financial Studies 22(10), for pressure.
/// Verified by: `VarianceCurveTests`.
public struct VarianceCurve: Sendable, Equatable {
  /// π: what is paid above expected variance, in annual variance.
  public struct Premium: Sendable, Codable, Equatable {
    /// π_0, for the next moment.
    public var near: Double
    /// π_∞, for the far future.
    public var far: Double
    /// τ.
    public var decay: TradingSpan

    public init(near: Double, far: Double, decay: TradingSpan) {
      (self.near, self.far, self.decay) = (near, far, decay)
    }
  }

  /// What demand for options over the capacity of dealers adds, in annual variance.
  public struct Pressure: Sendable, Codable, Equatable {
    /// P.
    public var strength: Double
    /// h₀.
    public var decay: TradingSpan

    public init(strength: Double, decay: TradingSpan) { (self.strength, self.decay) = (strength, decay) }
  }

  public let premium: Premium
  public let pressure: Pressure
  /// Σ of the expected variances of the first k days, at k.
  private let cumulative: [Double]

  /// - Parameter path: the variance expected of each trading day to come, as of ``HARForecast/path(days:)``.
  public init(path: [Double], premium: Premium, pressure: Pressure) {
    (self.premium, self.pressure) = (premium, pressure)
    var sums = [0.0]
    for variance in path.isEmpty ? [0] : path { sums.append(sums[sums.count - 1] + variance) }
    cumulative = sums
  }

  /// σ²(h) in its parts.
  public func parts(over days: Double) -> VarianceParts {
    let u = VarianceCurve.tradingDays(days)
    return VarianceParts(
      realized: expected(over: u),
      premium: premium.far + (premium.near - premium.far) * VarianceCurve.loading(u, premium.decay.value),
      pressure: pressure.strength * VarianceCurve.loading(u, pressure.decay.value))
  }

  /// σ²(h), the annual variance implied over the next `days` calendar days.
  public func variance(over days: Double) -> Double { parts(over: days).total }

  /// The level of an index, as a volatility: 0.2 where it prints 20.
  public func level(of index: VolatilityIndex) -> Volatility { Volatility(variance(over: index.days).squareRoot()) }

  /// The annual variance implied from one day ahead to a later one; zero if the curve falls between them.
  public func forwardVariance(from start: Double, to end: Double) -> Double {
    let (a, b) = (max(start, 0), max(end, 0))
    guard b > a else { return 0 }
    return max((b * variance(over: b) - a * variance(over: a)) / (b - a), 0)
  }

  /// The future on the VIX that settles `days` calendar days ahead.
  ///
  ///     VX(T) = √(forward variance from T to T + 30)
  ///
  /// By Jensen's inequality an upper bound: a future is the expectation of a square root.
  public func future(settlingIn days: Double) -> Volatility {
    Volatility(forwardVariance(from: days, to: max(days, 0) + VolatilityIndex.vix.days).squareRoot())
  }

  /// The average of the expected path over its first u days, part of a day in proportion.
  private func expected(over u: Double) -> Double {
    let days = cumulative.count - 1
    let last = cumulative[days] - cumulative[days - 1]
    guard u < Double(days) else { return (cumulative[days] + (u - Double(days)) * last) / u }
    let whole = Int(u)
    let next = cumulative[whole + 1] - cumulative[whole]
    return u < 1 ? next : (cumulative[whole] + (u - Double(whole)) * next) / u
  }

  static func tradingDays(_ days: Double) -> Double { days > 0 && days < 1e6 ? days * 252 / 365 : days > 0 ? 7e5 : 0 }

  /// m(u/decay); nothing when the decay is not above zero.
  private static func loading(_ u: Double, _ decay: Double) -> Double {
    guard decay > 0 else { return 0 }
    let z = u / decay
    return z < 1e-5 ? 1 - z / 2 : (1 - Elementary.exp(-z)) / z
  }
}
