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
  private var crossover: Crossover
  private var volatility: RobustVolatility
  private var lastPrice = Double.nan

  public init(_ crossover: Crossover, volatility: RobustVolatility = RobustVolatility()) {
    (self.crossover, self.volatility) = (crossover, volatility)
  }

  public init(fast: Double, slow: Double, scalar: Double, volatility: RobustVolatility = RobustVolatility()) {
    self.init(Crossover(fast: fast, slow: slow, scalar: scalar), volatility: volatility)
  }

  /// The six speeds in use.
  public static let speeds = Crossover.speeds.map { EWMAC($0) }

  public var fast: ExponentialMean { crossover.fast }
  public var slow: ExponentialMean { crossover.slow }
  public var scalar: Double { crossover.scalar }

  public mutating func update(_ price: Double) {
    crossover.update(price)
    volatility.update(change: price - lastPrice)
    lastPrice = price
  }

  /// The crossover in daily volatilities; nil until there is a volatility.
  public var raw: Double? { volatility.volatility.flatMap { crossover.raw(over: $0) } }

  public var forecast: Double? { volatility.volatility.flatMap { crossover.forecast(over: $0) } }

  /// See ``Crossover/flipPrice``.
  public var flipPrice: Double? { crossover.flipPrice }
}
