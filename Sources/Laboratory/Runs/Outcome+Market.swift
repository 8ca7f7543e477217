import Markets
import Observatory
import Quantities
import Sectors
import Simulation
import Statistics

extension Outcome {
  /// What happened in the market. Volatility and drawdown are read by the gauges that read real prices.
  static let market = [
    Outcome(
      "annualisedVolatility", "volatility of the index", unit: RootPerAnnum.self, .fraction,
      "Root mean square of the daily log returns of the whole run, a year."
    ) { evidence throws(Unreadable) in
      try reading(
        RealizedVolatilityGauge(column: Observable.indexLevel.name, window: evidence.daily.days.count - 1), evidence)
    },
    Outcome(
      "maximumDrawdown", "maximum drawdown", unit: Dimensionless.self, .fraction,
      "Deepest fall of the index from its highest close."
    ) { evidence throws(Unreadable) in
      try reading(MaximumDrawdownGauge(column: Observable.indexLevel.name, window: nil), evidence)
    },
    Outcome(
      "indexReturn", "return of the index", unit: Dimensionless.self, .fraction,
      "Last close over the opening, less one; without dividends."
    ) { evidence throws(Unreadable) in
      let level = evidence.series(.indexLevel)
      guard let first = level.first, let last = level.last, first > 0 else {
        throw Unreadable("the index has no level")
      }
      return last / first - 1
    },
    Outcome(
      "excessKurtosis", "excess kurtosis of returns", unit: Dimensionless.self, .number,
      "Fourth moment of daily returns over the squared variance, less three."
    ) { evidence throws(Unreadable) in
      guard let kurtosis = Moments.excessKurtosis(returns(evidence)) else { throw Unreadable("returns have no spread") }
      return kurtosis
    },
    Outcome(
      "volatilityMemory", "memory of |r| at 10 days", unit: Dimensionless.self, .number,
      "Autocorrelation of absolute daily returns at a lag of ten trading days."
    ) { evidence throws(Unreadable) in
      guard let memory = Moments.autocorrelation(returns(evidence).map(abs), lag: 10) else {
        throw Unreadable("there are too few days, or returns have no spread")
      }
      return memory
    },
    Outcome(
      "lossTail", "tail exponent of losses", unit: Dimensionless.self, .number,
      "Hill's exponent of the largest 5 % of daily losses; lower where extremes are larger."
    ) { evidence throws(Unreadable) in
      guard let tail = StylisedFacts.tailIndex(returns(evidence), .losses) else { throw Unreadable("too few losses") }
      return tail
    },
    Outcome(
      "meanVIX", "VIX, mean", unit: RootPerAnnum.self, .fraction, "Implied volatility over a month, mean over days."
    ) { evidence throws(Unreadable) in
      let levels = try implied(.vix, evidence)
      return levels.reduce(0, +) / Double(levels.count)
    },
    Outcome(
      "inversionFrequency", "days of VIX above VIX3M", unit: Dimensionless.self, .fraction,
      "Share of days on which a month's implied volatility is above a quarter's."
    ) { evidence throws(Unreadable) in
      let (near, far) = (try implied(.vix, evidence), try implied(.vix3M, evidence))
      return Double(zip(near, far).count { $0 > $1 }) / Double(near.count)
    },
  ]

  /// An implied volatility after the opening day.
  private static func implied(_ index: Observable, _ evidence: Evidence) throws(Unreadable) -> [Double] {
    guard let values = evidence.daily[index.name]?.values.dropFirst(), !values.isEmpty else {
      throw Unreadable("no day has a \(index.name)")
    }
    return Array(values)
  }

  /// Daily log returns; the opening day has none.
  private static func returns(_ evidence: Evidence) -> [Double] {
    Array(evidence.series(.indexReturn).dropFirst())
  }

  private static func reading(_ gauge: some Gauge, _ evidence: Evidence) throws(Unreadable) -> Double {
    guard let last = evidence.daily.days.last else { throw Unreadable("the run has no day") }
    let reading = gauge.reading(of: evidence.daily, asOf: last)
    guard let value = reading.value else { throw Unreadable(reading.reason ?? "the gauge gives no value") }
    return value
  }
}
