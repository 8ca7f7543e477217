import Quantities
import Statistics

/// How the price of an option answers to what it depends on.
///
///     delta = ∂V/∂S     gamma = ∂²V/∂S²    vega = ∂V/∂σ       theta = −∂V/∂T     rho = ∂V/∂r, r − b held
///     vanna = ∂²V/∂S∂σ                     vomma = ∂²V/∂σ²    charm = −∂²V/∂S∂T
///
/// Units: vega and vomma per unit of annual volatility (1.00, not a point), theta and charm per year, rho per unit of
/// rate.
public struct OptionGreeks: Sendable, Codable, Equatable {
  public var delta: Double
  public var gamma: Double
  public var vega: Double
  public var theta: Double
  public var rho: Double
  public var vanna: Double
  public var charm: Double
  public var vomma: Double

  var isFinite: Bool {
    [delta, gamma, vega, theta, rho, vanna, charm, vomma].allSatisfy(\.isFinite)
  }
}

extension BlackScholes {
  /// All Greeks; nil where the price is, and where one is unbounded: at the money without time or volatility.
  ///
  ///     delta = φ e^{(b−r)T} Φ(φd₁)             gamma = e^{(b−r)T} n(d₁) / (Sσ√T)
  ///     vega  = S e^{(b−r)T} n(d₁) √T           rho   = φ T K e^{−rT} Φ(φd₂)
  ///     theta = −S e^{(b−r)T} n(d₁) σ/(2√T) − (b−r) S delta − r K φ e^{−rT} Φ(φd₂)
  ///     vanna = −e^{(b−r)T} n(d₁) d₂/σ          vomma = vega d₁d₂/σ
  ///     charm = −e^{(b−r)T} n(d₁) (b/(σ√T) − d₂/(2T)) − (b−r) delta
  ///
  /// Far from the money, n(d₁) underflows and what contains it is zero. Source: Haug (2007), chapter 2.
  public var greeks: OptionGreeks? {
    guard let terms = Terms(self) else { return nil }
    let greeks = terms.deviation > 0 ? smooth(terms) : kinked(terms)
    return greeks.flatMap { $0.isFinite ? $0 : nil }
  }

  private func smooth(_ terms: Terms) -> OptionGreeks {
    let (S, T, σ, d1, d2) = (spot, expiry.value, volatility.value, terms.d1, terms.d2)
    let (φ, r, b) = (right.sign, rate.value, carry.value)
    let growth = terms.asset / S
    let delta = φ * growth * Elementary.normalCDF(φ * d1)
    let strikeLeg = φ * terms.cash * Elementary.normalCDF(φ * d2)
    var greeks = OptionGreeks(
      delta: delta, gamma: 0, vega: 0, theta: -(b - r) * S * delta - r * strikeLeg, rho: T * strikeLeg, vanna: 0,
      charm: -(b - r) * delta, vomma: 0)
    let density = growth * NormalDensity.at(d1)
    guard density > 0 else { return greeks }
    greeks.gamma = density / (S * terms.deviation)
    greeks.vega = S * density * T.squareRoot()
    greeks.theta -= S * density * σ / (2 * T.squareRoot())
    greeks.vanna = -density * d2 / σ
    greeks.charm -= density * (b / terms.deviation - d2 / (2 * T))
    greeks.vomma = greeks.vega * d1 * d2 / σ
    return greeks
  }

  /// The limits on either side of the kink.
  private func kinked(_ terms: Terms) -> OptionGreeks? {
    guard terms.asset != terms.cash else { return nil }
    let isInTheMoney = right.sign * (terms.asset - terms.cash) > 0
    let (φ, r, b) = (isInTheMoney ? right.sign : 0, rate.value, carry.value)
    let delta = φ * terms.asset / spot
    return OptionGreeks(
      delta: delta, gamma: 0, vega: 0, theta: -(b - r) * spot * delta - r * φ * terms.cash,
      rho: expiry.value * φ * terms.cash, vanna: 0, charm: -(b - r) * delta, vomma: 0)
  }
}

/// The density of the standard normal distribution, n(x) = exp(−x²/2)/√(2π).
enum NormalDensity {
  static let atZero = 0.3989422804014327
  static func at(_ x: Double) -> Double { atZero * Elementary.exp(-0.5 * x * x) }
}
