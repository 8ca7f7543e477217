/// The crossover of a fast and a slow exponential mean of the price, in units of its daily volatility.
///
///     raw      = (F − S)/σ_price
///     forecast = clip(scalar · raw, −20, 20)
///
/// F and S are ``ExponentialMean``s, σ_price is ``RobustVolatility``.
///
/// Sources: Carver (2015), *Systematic Trading*, Harriman House, chapter 7 and appendix B.
/// Verified by: published vectors at 1e-8, in `EWMACTests`.
public struct EWMAC: TrendRule, Codable, Equatable {
  public let scalar: Double
  public private(set) var fast: ExponentialMean
  public private(set) var slow: ExponentialMean
  private var volatility: RobustVolatility
  private var lastPrice = Double.nan

  public init(fast: Double, slow: Double, scalar: Double, volatility: RobustVolatility = RobustVolatility()) {
    (self.fast, self.slow) = (ExponentialMean(span: fast), ExponentialMean(span: slow))
    (self.scalar, self.volatility) = (scalar, volatility)
  }

  /// The six speeds in use and the scalars that bring their mean size to 10 (Carver 2015, table 49).
  public static let speeds: [EWMAC] = [
    EWMAC(fast: 2, slow: 8, scalar: 10.6), EWMAC(fast: 4, slow: 16, scalar: 7.5),
    EWMAC(fast: 8, slow: 32, scalar: 5.3), EWMAC(fast: 16, slow: 64, scalar: 3.75),
    EWMAC(fast: 32, slow: 128, scalar: 2.65), EWMAC(fast: 64, slow: 256, scalar: 1.87),
  ]

  public mutating func update(_ price: Double) {
    fast.update(price)
    slow.update(price)
    volatility.update(change: price - lastPrice)
    lastPrice = price
  }

  /// The crossover in daily volatilities; nil until there is a volatility.
  public var raw: Double? {
    guard let f = fast.mean, let s = slow.mean, let σ = volatility.volatility else { return nil }
    return (f - s) / σ
  }

  public var forecast: Double? { raw.map { Forecast.capped(scalar * $0) } }

  /// The price of the next day at which the means meet, so that the forecast changes sign.
  ///
  ///     p* = [(1 − a_s) S − (1 − a_f) F]/(a_f − a_s)
  ///
  /// One day seldom turns a slow rule: p* can lie far from the price, even below zero. nil until there are prices.
  public var flipPrice: Double? {
    guard let f = fast.mean, let s = slow.mean else { return nil }
    let (a, b) = (fast.nextWeight, slow.nextWeight)
    return a > b ? ((1 - b) * s - (1 - a) * f) / (a - b) : nil
  }
}
