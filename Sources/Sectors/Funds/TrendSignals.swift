import Markets
import Quantities
import Statistics

/// The forecasts of every rule that trend followers share, each kept once, and the volatility they scale by.
struct TrendSignals: Codable, Sendable {
  private var crossovers: [Crossover]
  /// The volatility of daily price changes that all crossovers divide by.
  private var priceVolatility = RobustVolatility()
  private var breakouts: [Breakout]
  private var momenta: [TimeSeriesMomentum]
  private var variance: EWMAVariance
  private var lastPrice: Double
  /// Forecasts of crossovers, breakouts and momenta, each from fast to slow; zero for a rule that has not seen enough.
  private(set) var forecasts: [Double] = []

  /// The number of rules of each family.
  static let families = [5, 6, 3]

  /// Rules that have seen a history of daily prices, oldest first.
  init(over prices: [Double]) {
    crossovers = Array(Crossover.speeds.dropFirst())
    breakouts = [10, 20, 40, 80, 160, 320].map(Breakout.init(window:))
    momenta = [21, 63, 252].map(TimeSeriesMomentum.init(lookback:))
    variance = EWMAVariance(decay: 0.94, at: .percent(12.7))
    lastPrice = .nan
    for price in prices { update(price) }
  }

  mutating func update(_ price: Double) {
    for index in crossovers.indices { crossovers[index].update(price) }
    for index in breakouts.indices { breakouts[index].update(price) }
    for index in momenta.indices { momenta[index].update(price) }
    priceVolatility.update(change: price - lastPrice)
    variance.update(lastPrice.isNaN ? 0 : Elementary.log(price / lastPrice))
    lastPrice = price
    forecasts.removeAll(keepingCapacity: true)
    let σ = priceVolatility.volatility
    for rule in crossovers { forecasts.append(σ.flatMap { rule.forecast(over: $0) } ?? 0) }
    for rule in breakouts { forecasts.append(rule.forecast ?? 0) }
    for rule in momenta { forecasts.append(rule.forecast ?? 0) }
  }

  /// The volatility of the index, never below 6 % so that no calm makes a position explode.
  var volatility: Volatility { max(variance.volatility, .percent(6)) }
}
