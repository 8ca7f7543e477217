import Markets
import Quantities
import Statistics

/// Every gauge of a price alone, on every day of its history: what the brief of that day would have said.
///
/// One pass over the prices; rules that remember are carried along instead of being run again each day, so long memories
/// differ from a brief's by the 1e-5 that it forgets.
public struct PriceGaugeHistory: Sendable {
  /// A row a day and a column a gauge; `nan` before a gauge has enough.
  public let panel: Panel

  /// - Parameters:
  ///   - prices: a daily panel.
  ///   - first: the first day wanted; rules are warmed up on all prices before it.
  /// - Throws: ``Absence`` when there is no such column or a price is not positive.
  public init(of prices: Panel, column: String = "close", from first: Day, through last: Day) throws(Absence) {
    let history = try PriceHistory(column, of: prices, through: last)
    guard let start = history.days.firstIndex(where: { $0 >= first }) else {
      throw Absence(reason: "there is no \(column) from \(first) to \(last)", last: history.last)
    }
    let logs = history.prices.map(Elementary.log)
    let returns = zip(logs, logs.dropFirst()).map { $1 - $0 }
    let (mandates, assets) = (VolTargetMandates(), Brief.volTargetAssets)
    var rows = [[Double]](repeating: [], count: Self.columns.count)
    var ensemble = TrendEnsemble(over: history.prices[max(0, start - TrendEnsemble.memory)..<start].map(\.self))
    for row in start..<history.days.count {
      ensemble.update(history.prices[row])
      // Returns known on the day, as many as a mandate remembers.
      let known = Array(returns[max(0, row - VolTargetMandates.memory)..<row])
      let values =
        Self.volatility(known) + Self.drawdown(history.prices, row)
        + Self.volTarget(known, mandates, assets) + Self.trend(ensemble, known, row)
      for index in rows.indices { rows[index].append(values[index]) }
    }
    panel = try Panel(
      known: .day, days: Array(history.days[start...]),
      columns: zip(Self.columns, rows).map { PanelColumn($0.name, unit: $0.unit, values: $1) })
  }

  private static let columns: [(name: String, unit: String)] = [
    (RealizedVolatilityGauge.name, RootPerAnnum.symbol), (MaximumDrawdownGauge.name, Dimensionless.symbol),
    (VolTargetExposureGauge.name, Dimensionless.symbol), ("\(VolTargetExposureGauge.name), low", Dimensionless.symbol),
    ("\(VolTargetExposureGauge.name), high", Dimensionless.symbol), ("vol-target flow, −2σ over 1 day", Dollars.symbol),
    ("vol-target flow, scheduled over 1 week", Dollars.symbol), (TrendFlowGauge.name, Dollars.symbol),
    ("trend forecast, fast", Dimensionless.symbol), ("trend forecast, medium", Dimensionless.symbol),
    ("trend forecast, slow", Dimensionless.symbol), ("trend flow, −2σ over 1 day", Dollars.symbol),
  ]

  private static func deviation(_ returns: [Double]) -> Double {
    (returns.suffix(21).reduce(0) { $0 + $1 * $1 } / 21).squareRoot()
  }

  private static func volatility(_ returns: [Double]) -> [Double] {
    [returns.count >= 21 ? deviation(returns) * Double(252).squareRoot() : .nan]
  }

  private static func drawdown(_ prices: [Double], _ row: Int) -> [Double] {
    guard row >= 251, let fall = Drawdown.deepest(of: Array(prices[(row - 251)...row])) else { return [.nan] }
    return [fall.depth]
  }

  private static func volTarget(_ returns: [Double], _ mandates: VolTargetMandates, _ assets: Amount) -> [Double] {
    guard returns.count == VolTargetMandates.memory else { return [Double](repeating: .nan, count: 5) }
    let exposures = mandates.exposures(after: returns).map(\.value)
    let path = ScenarioPath.move(-2, dailyVolatility: deviation(returns), days: 1)
    let flow = ForcedFlow(mandates, assets: assets, after: returns, path: path)
    let scheduled = ScheduledFlow.next(5, mandates, assets: assets, after: returns)
    return [
      exposures.reduce(0, +) / Double(exposures.count), exposures.min() ?? .nan, exposures.max() ?? .nan,
      flow?.mean.value ?? .nan, scheduled?.mean.value ?? .nan,
    ]
  }

  private static func trend(_ ensemble: TrendEnsemble, _ returns: [Double], _ row: Int) -> [Double] {
    guard row + 1 >= TrendEnsemble.needed else { return [Double](repeating: .nan, count: 5) }
    let money = TrendMoney.usEquities
    let path = ScenarioPath.move(-2, dailyVolatility: deviation(returns), days: 1)
    let forecasts = TrendEnsemble.Speed.allCases.map { (ensemble.forecast($0) ?? .nan) / 10 }
    return [money.position(ensemble) ?? .nan] + forecasts + [money.flow(ensemble, path: path) ?? .nan]
  }
}
