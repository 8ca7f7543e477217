/// The crossover of a fast and a slow exponential mean of the price; its volatility is kept by whoever asks.
///
///     raw      = (F − S)/σ_price
///     forecast = clip(scalar · raw, −20, 20)
public struct Crossover: Sendable, Codable, Equatable {
  public let scalar: Double
  public private(set) var fast: ExponentialMean
  public private(set) var slow: ExponentialMean

  public init(fast: Double, slow: Double, scalar: Double) {
    (self.fast, self.slow) = (ExponentialMean(span: fast), ExponentialMean(span: slow))
    self.scalar = scalar
  }

  /// The six speeds in use and the scalars that bring their mean size to 10 (Carver 2015, table 49).
  public static let speeds: [Crossover] = [
    Crossover(fast: 2, slow: 8, scalar: 10.6), Crossover(fast: 4, slow: 16, scalar: 7.5),
    Crossover(fast: 8, slow: 32, scalar: 5.3), Crossover(fast: 16, slow: 64, scalar: 3.75),
    Crossover(fast: 32, slow: 128, scalar: 2.65), Crossover(fast: 64, slow: 256, scalar: 1.87),
  ]

  public mutating func update(_ price: Double) {
    fast.update(price)
    slow.update(price)
  }

  /// The crossover in daily volatilities; nil until there is a price.
  public func raw(over σ: Double) -> Double? {
    guard let f = fast.mean, let s = slow.mean else { return nil }
    return (f - s) / σ
  }

  public func forecast(over σ: Double) -> Double? { raw(over: σ).map { Forecast.capped(scalar * $0) } }

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
