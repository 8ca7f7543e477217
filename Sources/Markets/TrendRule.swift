/// A rule that reads a price day by day and forecasts the direction of its next move.
///
/// A forecast has a mean size of 10 and never goes beyond ±20, so rules of different kinds and speeds average.
public protocol TrendRule: Sendable {
  /// Takes a day's price (`nan` when missing).
  mutating func update(_ price: Double)
  /// The forecast; nil until the rule has seen enough.
  var forecast: Double? { get }
}

extension TrendRule {
  /// The forecast after each day of a history; `nan` until there is one.
  public func forecasts(over prices: [Double]) -> [Double] {
    var rule = self
    return prices.map { price in
      rule.update(price)
      return rule.forecast ?? .nan
    }
  }
}

/// The range and mean size of forecasts.
public enum Forecast {
  public static let meanSize = 10.0
  public static let limit = 20.0

  public static func capped(_ forecast: Double) -> Double { min(max(forecast, -limit), limit) }

  /// The factor that gives a history of raw forecasts the mean size of 10; nil if none is finite or all are zero.
  public static func scalar(of raw: [Double]) -> Double? {
    let sizes = raw.filter(\.isFinite).map(abs)
    let total = sizes.reduce(0, +)
    return total > 0 ? meanSize * Double(sizes.count) / total : nil
  }
}
