import Markets
import Observatory
import Quantities
import Statistics

/// What gauges of one kind of fund said on the scored days of a hidden market, beside the truth.
struct FundTrack: Sendable {
  let kind: FundMoneyGauge.Kind
  let truth: (position: [Double], flow: [Double])
  let estimates: [FundEstimate]
  /// What simpler rules say of the position.
  let rivals: [Rival]
  /// The older gauge: its position, and what it says of the flow of the next days.
  let older: (name: String, position: [Double])
  let scheduled: [Double]

  struct Rival: Sendable {
    let name: String
    let position: [Double]
  }

  /// How many days ahead the scheduled flow looks.
  static let scheduledDays = 5

  /// - Throws: ``Observatory/Absence`` when the market is too short for a gauge.
  init(_ kind: FundMoneyGauge.Kind, of market: HiddenMarket, _ older: PriceGaugeHistory) throws {
    self.kind = kind
    let (rows, truth) = (market.rows, market.truth(of: kind))
    let (first, last) = (market.panel.days[rows.lowerBound], market.panel.days[market.panel.days.count - 1])
    let history = try FundMoneyHistory(kind, of: market.panel, through: last, anchor: first)
    estimates = rows.compactMap { history.estimates[$0] }
    guard estimates.count == rows.count else {
      throw Absence(reason: "\(kind.needed) closes are needed before the first scored day")
    }
    self.truth = (rows.map { truth.position[$0] }, rows.map { truth.nextFlow[$0] })
    let closes = market.panel.columns[0].values
    let start = estimates[0].position.mean
    rivals = [
      Rival(name: "a constant position", position: rows.map { _ in start }),
      Rival(
        name: kind == .volTarget ? "one mandate, constant assets" : "one momentum, constant assets",
        position: rows.map { FundTrack.textbook(kind, closes, row: $0) }),
    ]
    func column(_ name: String) throws -> [Double] { Array(try older.panel.column(name).values.prefix(rows.count)) }
    switch kind {
    case .volTarget:
      self.older = (
        VolTargetExposureGauge.name, try column(VolTargetExposureGauge.name).map { $0 * kind.assets.value }
      )
      scheduled = try column("vol-target flow, scheduled over 1 week")
    case .trend:
      self.older = (TrendFlowGauge.name, try column(TrendFlowGauge.name))
      scheduled = []
    }
  }

  /// The position of the one rule a reader would try first, on published assets: 10 % over the volatility of 21 days, at
  /// most 1.5; or the sign of a year's change at the usual size.
  private static func textbook(_ kind: FundMoneyGauge.Kind, _ closes: [Double], row: Int) -> Double {
    let window = closes[(row - 21)...row].map(Elementary.log)
    let squares = zip(window, window.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) }
    let σ = max((squares / 21 * 252).squareRoot(), 0.02)
    switch kind {
    case .volTarget: return kind.assets.value * min(0.1 / σ, 1.5)
    case .trend:
      let isUp = closes[row] > closes[row - 252]
      return TrendMoney.usEquities.position(isUp ? 10 : -10, at: Volatility(max(σ, 0.06)))
    }
  }

  // MARK: Measures

  var levelCorrelation: Double? { Moments.correlation(estimates.map(\.position.mean), truth.position) }
  var flowCorrelation: Double? { Moments.correlation(estimates.map(\.nextFlow.mean), truth.flow) }
  var olderCorrelation: Double? { Moments.correlation(older.position, truth.position) }

  /// Of the flow that is scheduled for a week with the week's true flow.
  var scheduledCorrelation: Double? {
    let days = Self.scheduledDays
    guard scheduled.count == truth.flow.count, scheduled.count > days else { return nil }
    let ahead = (0...truth.flow.count - days).map { truth.flow[$0..<$0 + days].reduce(0, +) }
    return Moments.correlation(Array(scheduled.prefix(ahead.count)), ahead)
  }

  /// The share of days on which the sign of the flow is right, of those among the largest fifth of true flows.
  var hitRate: Double? {
    guard let threshold = Moments.quantile(truth.flow.map(abs), 0.8) else { return nil }
    let days = truth.flow.indices.filter { abs(truth.flow[$0]) >= threshold && truth.flow[$0] != 0 }
    guard !days.isEmpty else { return nil }
    return Double(days.count { (truth.flow[$0] > 0) == (estimates[$0].nextFlow.mean > 0) }) / Double(days.count)
  }

  /// Mean squared error of a position in dollars.
  func squaredError(_ position: [Double]) -> Double {
    zip(position, truth.position).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Double(truth.position.count)
  }

  /// |truth − mean| over the deviation of worlds, by day.
  var positionMisses: [Double] {
    zip(estimates, truth.position).map { FundTrack.miss($1, $0.position) }
  }
  var flowMisses: [Double] { zip(estimates, truth.flow).map { FundTrack.miss($1, $0.nextFlow) } }

  private static func miss(_ truth: Double, _ spread: FundEstimate.Spread) -> Double {
    spread.deviation > 0 ? abs(truth - spread.mean) / spread.deviation : truth == spread.mean ? 0 : 1e9
  }
}
