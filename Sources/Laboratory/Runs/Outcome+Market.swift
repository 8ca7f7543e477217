import Markets
import Observatory
import Quantities
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
  ]

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
