import Markets
import Quantities
import Statistics

/// One trend follower whose rules the gauges are not told.
struct HiddenProgramme: Sendable {
  /// Fast spans of crossovers, the slow one four times as long.
  var crossovers: [Double]
  var breakouts: [Int]
  var lookbacks: [Int]
  /// One for each rule in the order above, summing to one.
  var weights: [Double]
  /// Target volatility times the part of risk in the market times what diversification allows.
  var risk: Double
  var volatilityDecay: Double
  var buffer: Double
  var pace: Double
  var weekday: Int?
  var size: Double
  // Habits outside the family on which widths are set.
  /// Only the sign of the combined forecast counts.
  var isBinary = false
  /// Looks on the first trading day of a month alone.
  var isMonthly = false
  /// The fall from the high of a quarter at which a long position is closed.
  var stop: Double?

  func looks(on day: Day, after yesterday: Day) -> Bool {
    if isMonthly { return day.month != yesterday.month }
    return weekday == nil || weekday == day.weekday
  }
}

/// The rules of one programme.
struct ProgrammeSignals: Codable, Sendable {
  private var crossovers: [Crossover]
  private var breakouts: [Breakout]
  private var momenta: [TimeSeriesMomentum]
  private var variance: EWMAVariance

  init(_ programme: HiddenProgramme) {
    // Carver's scalars for spans of one to four are 15 over the root of the fast one.
    crossovers = programme.crossovers.map { Crossover(fast: $0, slow: 4 * $0, scalar: 15 / $0.squareRoot()) }
    breakouts = programme.breakouts.map(Breakout.init(window:))
    momenta = programme.lookbacks.map(TimeSeriesMomentum.init(lookback:))
    variance = EWMAVariance(decay: programme.volatilityDecay, at: .percent(12.7))
  }

  mutating func update(_ price: Double, change: Double) {
    for index in crossovers.indices { crossovers[index].update(price) }
    for index in breakouts.indices { breakouts[index].update(price) }
    for index in momenta.indices { momenta[index].update(price) }
    variance.update(change)
  }

  var volatility: Double { max(variance.volatility.value, 0.06) }

  /// Σ ω_k f_k, given the volatility of price changes.
  func combined(_ weights: [Double], over σ: Double?) -> Double {
    let forecasts =
      crossovers.map { rule in σ.flatMap { rule.forecast(over: $0) } ?? 0 } + breakouts.map { $0.forecast ?? 0 }
      + momenta.map { $0.forecast ?? 0 }
    return zip(weights, forecasts).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
