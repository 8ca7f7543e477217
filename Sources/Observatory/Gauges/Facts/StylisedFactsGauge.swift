import Quantities
import Statistics

/// The facts by which financial series are known: tails, clustering, leverage, asymmetry.
///
/// Intervals are 90 % of a stationary bootstrap with blocks of a quarter, except where the statistic needs the order of
/// days beyond a block, which then has none.
public struct StylisedFactsGauge: Sendable {
  public static let name = "stylised facts"
  public static let systems = ["S1"]

  public var column: String
  /// The last daily returns that count.
  public var window: Int
  public var samples: Int

  public init(column: String = "close", window: Int = 2520, samples: Int = 60) {
    (self.column, self.window, self.samples) = (column, max(window, 100), max(samples, 1))
  }

  private static let facts: [(name: String, unit: String, statistic: @Sendable ([Double]) -> Double?)] = [
    ("annual volatility", RootPerAnnum.symbol, { StylisedFacts.annualVolatility($0) }),
    ("skewness", Dimensionless.symbol, { StylisedFacts.skewness($0) }),
    ("kurtosis", Dimensionless.symbol, { StylisedFacts.kurtosis($0) }),
    ("tail index of losses", Dimensionless.symbol, { StylisedFacts.tailIndex($0, .losses) }),
    ("autocorrelation of returns, 1 day", Dimensionless.symbol, { StylisedFacts.autocorrelation($0, lag: 1) }),
    ("autocorrelation of sizes, 1 day", Dimensionless.symbol, { StylisedFacts.absoluteAutocorrelation($0, lag: 1) }),
    ("autocorrelation of sizes, 10 days", Dimensionless.symbol, { StylisedFacts.absoluteAutocorrelation($0, lag: 10) }),
    ("leverage, 1 day", Dimensionless.symbol, { StylisedFacts.leverage($0, lag: 1) }),
  ]

  public func readings(of panel: Panel, asOf day: Day) -> [Reading] {
    do throws(Absence) {
      let history = try PriceHistory(column, of: panel, through: day)
      let count = min(window, history.prices.count - 1)
      guard count >= 250 else {
        throw Absence(reason: "250 returns are needed and there are \(max(count, 0))", last: history.last)
      }
      let logs = history.prices.suffix(count + 1).map(Elementary.log)
      let returns = zip(logs, logs.dropFirst()).map { $1 - $0 }
      let draws = (0..<samples).map { sample in
        BlockBootstrap.stationary(meanLength: 63).indices(
          count: returns.count, sample: sample, draw: Draw(seed: 2028, replicate: 0)
        ).map { returns[$0] }
      }
      return Self.facts.map { fact in
        let name = "\(fact.name) of \(column)"
        let method = "\(count) daily log returns; 90 % block bootstrap"
        guard let value = fact.statistic(returns) else {
          return Reading(
            gauge: name, unit: fact.unit, method: method, absentBecause: "the returns do not determine it",
            last: history.last, seenFrom: day)
        }
        let band = QuantileBand(draws.compactMap(fact.statistic), level: 0.9)
        return Reading(
          gauge: name, value: value, low: band?.low, high: band?.high, unit: fact.unit, last: history.last,
          seenFrom: day, method: method, staleAfter: history.staleAfter)
      }
    } catch {
      return [
        Reading(
          gauge: Self.name, unit: Dimensionless.symbol, method: "facts of \(column)", absentBecause: error.reason,
          last: error.last, seenFrom: day)
      ]
    }
  }
}
