import Markets
import Quantities
import Statistics

/// One vol-target fund whose rules the gauges are not told.
struct HiddenMandate: Sendable {
  /// How volatility is estimated from a window and an exponential mean.
  enum Estimator: Sendable, CaseIterable { case window, decay, larger, mean }

  var target: Double
  var estimator: Estimator
  var window: Int
  var decay: Double
  var cap: Double
  var band: Double
  /// Most that exposure falls in a day; nil for no limit.
  var limit: Double?
  /// Days between the estimate and the trade.
  var lag: Int
  var size: Double
  // Habits outside the family on which widths are set.
  /// Only falls count as volatility.
  var isDownside = false
  /// The one day of the week it trades on.
  var weekday: Int?
  /// Exposure rises at this part of the speed at which it falls.
  var rise = 1.0
  /// The fall of the index from its high of a year at which half of the exposure goes.
  var retreat: Double?
  /// Deviation of the log of a slow discretion.
  var mood = 0.0

  /// What it wants at a volatility.
  func wanted(at volatility: Double) -> Double { volatility > 0 ? min(target / volatility, cap) : cap }

  /// One day's trading from an exposure toward another.
  func step(from present: Double, toward wanted: Double) -> Double {
    let gap = wanted - present
    guard abs(gap) > band else { return present }
    guard let limit else { return gap > 0 ? present + rise * gap : wanted }
    return present + min(max(gap, -limit), rise * limit)
  }
}

/// The volatility one mandate sees.
struct MandateVolatility: Codable, Sendable {
  private var simple: WindowVariance
  private var exponential: EWMAVariance
  /// Of the last days, newest first.
  private var recent: [Double] = []

  init(_ mandate: HiddenMandate, after returns: [Double]) {
    simple = WindowVariance(window: mandate.window, at: .percent(12.7))
    exponential = EWMAVariance(decay: mandate.decay, at: .percent(12.7))
    for r in returns { update(r, mandate) }
  }

  mutating func update(_ dailyReturn: Double, _ mandate: HiddenMandate) {
    let r = mandate.isDownside ? 2.0.squareRoot() * min(dailyReturn, 0) : dailyReturn
    simple.update(r)
    exponential.update(r)
    let (a, b) = (simple.volatility?.value ?? exponential.volatility.value, exponential.volatility.value)
    let σ =
      switch mandate.estimator {
      case .window: a
      case .decay: b
      case .larger: max(a, b)
      case .mean: (a + b) / 2
      }
    recent = [σ] + recent.prefix(4)
  }

  /// The estimate of some days ago.
  func volatility(lag: Int) -> Double { recent.isEmpty ? 0.127 : recent[min(lag, recent.count - 1)] }
}
