import Markets
import Quantities
import Statistics

/// The trend rules that programmes share, each kept once, and the volatilities they scale positions by.
///
/// Five crossovers, six breakouts and three momenta, each from fast to slow. A rule that has not seen enough says zero.
struct TrendRuleBank: Sendable {
  private var crossovers = Array(Crossover.speeds.dropFirst())
  private var priceVolatility = RobustVolatility()
  private var breakouts = [10, 20, 40, 80, 160, 320].map(Breakout.init(window:))
  private var momenta = [21, 63, 252].map(TimeSeriesMomentum.init(lookback:))
  private var variances = [0.94, 0.97, 0.985].map { EWMAVariance(decay: $0, at: .percent(15)) }
  private(set) var lastPrice = Double.nan
  private(set) var forecasts: [Double] = []

  static let families = [5, 6, 3]

  /// Annual volatilities, quick to slow, never below 6 % so that no calm makes a position explode.
  var volatilities: [Double] { variances.map { max($0.volatility.value, 0.06) } }

  mutating func update(_ price: Double) {
    for index in crossovers.indices { crossovers[index].update(price) }
    for index in breakouts.indices { breakouts[index].update(price) }
    for index in momenta.indices { momenta[index].update(price) }
    priceVolatility.update(change: price - lastPrice)
    if lastPrice > 0 {
      let r = Elementary.log(price / lastPrice)
      for index in variances.indices { variances[index].update(r) }
    }
    lastPrice = price
    let σ = priceVolatility.volatility
    forecasts =
      crossovers.map { rule in σ.flatMap { rule.forecast(over: $0) } ?? 0 } + breakouts.map { $0.forecast ?? 0 }
      + momenta.map { $0.forecast ?? 0 }
  }
}
