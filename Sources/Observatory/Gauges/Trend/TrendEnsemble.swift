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

  private var crossovers = Array(Crossover.speeds[1...])
  private var breakouts = [10, 20, 40, 80, 160, 320].map { Breakout(window: $0) }
  private var momentum = [21, 63, 252].map { TimeSeriesMomentum(lookback: $0) }
  /// The volatility of price changes, which all crossovers divide by.
  private var changes = RobustVolatility()
  /// The last price, `nan` if it was missing.
  private var latest = Double.nan
  private var variance = EWMAVariance(decay: 0.94, at: .percent(15))
  public private(set) var lastPrice = Double.nan

  public init(over prices: [Double] = []) {
    for price in prices { update(price) }
  }

  /// How many prices are needed before every rule counts, and how many make the rest forgotten to 1e-5.
  public static let needed = 330
  public static let memory = 1500

  /// Takes a day's price; `nan` when missing.
  public mutating func update(_ price: Double) {
    for index in crossovers.indices { crossovers[index].update(price) }
    for index in breakouts.indices { breakouts[index].update(price) }
    for index in momentum.indices { momentum[index].update(price) }
    changes.update(change: price - latest)
    latest = price
    if price > 0, lastPrice > 0 { variance.update(Elementary.log(price / lastPrice)) }
    if !price.isNaN { lastPrice = price }
  }

  /// The mean forecast of a speed; nil until one of its rules has seen enough.
  public func forecast(_ speed: Speed) -> Double? { Moments.mean(forecasts(speed)) }

  /// The forecasts of a speed's rules that have seen enough.
  func forecasts(_ speed: Speed) -> [Double] {
    let (crossing, breaking, lasting): (Range<Int>, Range<Int>, Int) =
      switch speed {
      case .fast: (0..<2, 0..<3, 0)
      case .medium: (2..<3, 3..<4, 1)
      case .slow: (3..<5, 4..<6, 2)
      }
    let crossed = changes.volatility.map { σ in crossovers[crossing].compactMap { $0.forecast(over: σ) } } ?? []
    return crossed + breakouts[breaking].compactMap(\.forecast) + [momentum[lasting].forecast].compactMap(\.self)
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
