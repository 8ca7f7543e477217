import Markets
import Quantities
import Statistics

/// The rules trend followers are known to use, by speed, after a history of prices.
///
///     forecast of a speed = mean of its rules;   combined = mean of the speeds
///     fast:   EWMAC 4/16 and 8/32, breakouts 10, 20 and 40, momentum of a month
///     medium: EWMAC 16/64, breakout 80, momentum of a quarter
///     slow:   EWMAC 32/128 and 64/256, breakouts 160 and 320, momentum of a year
///
/// A forecast has mean size 10 and stays within ±20. Rules read price differences, so back-adjusted prices of any sign do;
/// only ``volatility`` needs prices above zero.
public struct TrendEnsemble: Sendable {
  public enum Speed: String, Sendable, CaseIterable { case fast, medium, slow }

  private var fast: [any TrendRule]
  private var medium: [any TrendRule]
  private var slow: [any TrendRule]
  private var variance = EWMAVariance(decay: 0.94, at: .percent(15))
  public private(set) var lastPrice = Double.nan

  public init(over prices: [Double] = []) {
    let crossovers = EWMAC.speeds
    fast = [crossovers[1], crossovers[2], Breakout(window: 10), Breakout(window: 20), Breakout(window: 40)]
    fast.append(TimeSeriesMomentum(lookback: 21))
    medium = [crossovers[3], Breakout(window: 80), TimeSeriesMomentum(lookback: 63)]
    slow = [crossovers[4], crossovers[5], Breakout(window: 160), Breakout(window: 320)]
    slow.append(TimeSeriesMomentum(lookback: 252))
    for price in prices { update(price) }
  }

  /// How many prices are needed before every rule counts, and how many make the rest forgotten to 1e-5.
  public static let needed = 330
  public static let memory = 1500

  /// Takes a day's price; `nan` when missing.
  public mutating func update(_ price: Double) {
    for index in fast.indices { fast[index].update(price) }
    for index in medium.indices { medium[index].update(price) }
    for index in slow.indices { slow[index].update(price) }
    if price > 0, lastPrice > 0 { variance.update(Elementary.log(price / lastPrice)) }
    if !price.isNaN { lastPrice = price }
  }

  /// The mean forecast of a speed; nil until one of its rules has seen enough.
  public func forecast(_ speed: Speed) -> Double? {
    let rules =
      switch speed {
      case .fast: fast
      case .medium: medium
      case .slow: slow
      }
    return Moments.mean(rules.compactMap(\.forecast))
  }

  public var combined: Double? { Moments.mean(Speed.allCases.compactMap(forecast)) }

  /// The volatility positions are scaled by, never below 6 %.
  public var volatility: Volatility { max(variance.volatility, .percent(6)) }

  /// The ensemble after a path of daily returns.
  func after(_ path: [Double]) -> TrendEnsemble {
    var next = self
    for r in path { next.update(next.lastPrice * Elementary.exp(r)) }
    return next
  }
}
