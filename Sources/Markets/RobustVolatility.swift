/// The standard deviation of daily price changes that trend rules divide by, with a floor from its own history.
///
///     σ_t = max(s_t, q_{5 %}(s_{t−499} ... s_t))
///
/// s is an ``ExponentialDeviation`` of 35 days, at least 10⁻¹⁰, from the tenth change on. The floor, a linearly
/// interpolated quantile of s, counts once there are 100 values of s. A calm stretch thus cannot make a position
/// explode.
///
/// Sources: Carver (2015), *Systematic Trading*, Harriman House, appendix B; `robust_vol_calc` of pysystemtrade.
/// Verified by: published vectors at 1e-8, in `RobustVolatilityTests`.
public struct RobustVolatility: Sendable, Codable, Equatable {
  /// The exponential span, the first count of changes that gives a value, and the floor.
  public struct Settings: Sendable, Codable, Equatable {
    public var span = 35.0
    public var leastChanges = 10
    /// The quantile of the floor; nil for no floor.
    public var floorQuantile: Double? = 0.05
    public var floorWindow = 500
    public var leastFloorValues = 100
    public init() {}
  }

  public let settings: Settings
  /// The volatility of daily price changes, in the price's unit; nil until there are enough changes.
  public private(set) var volatility: Double?
  private var deviation: ExponentialDeviation
  private var history: RollingOrder
  private var floor = 0.0

  public init(_ settings: Settings = Settings()) {
    self.settings = settings
    deviation = ExponentialDeviation(span: settings.span)
    history = RollingOrder(window: settings.floorWindow)
  }

  /// Takes the change of the price from the day before; `nan` when either is missing.
  public mutating func update(change: Double) {
    deviation.update(change)
    guard deviation.count >= settings.leastChanges, let latest = deviation.deviation else {
      history.update(.nan)
      return
    }
    let current = max(latest, 1e-10)
    history.update(current)
    if let q = settings.floorQuantile, history.count >= max(1, settings.leastFloorValues) {
      floor = history.quantile(q) ?? floor
    }
    volatility = max(current, floor)
  }
}
