import Dispatch
import Markets
import Quantities
import Statistics
import Synchronization

/// Every gauge of a price alone, on every day of its history: what the brief of that day would have said.
///
/// Blocks of days run on all cores. Rules that remember are carried along inside a block and warmed up on the days before
/// it, so long memories differ from a brief's by the 1e-5 that it forgets. Trigger prices, which are solved for, and what is
/// fitted or resampled are in ``BriefHistory``, at the ends of months.
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
    let starts = Array(stride(from: start, to: history.days.count, by: Self.block))
    let found = Mutex<[[[Double]]]>([[[Double]]](repeating: [], count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { index in
      let rows = starts[index]..<min(starts[index] + Self.block, history.days.count)
      let values = Self.values(rows, history.prices, returns)
      found.withLock { $0[index] = values }
    }
    let table = found.withLock { $0 }.flatMap(\.self)
    panel = try Panel(
      known: .day, days: Array(history.days[start...]),
      columns: Self.columns.enumerated().map { place, column in
        PanelColumn(column.name, unit: column.unit, values: table.map { $0[place] })
      })
  }

  /// The same of the index in a data folder, up to the day it is seen from; from its first price on without a day.
  public init(of data: KnownData, from first: Day? = nil) throws(Absence) {
    let series = try data.series(Brief.index, "close")
    let panel = try Panel(
      known: .day, days: series.days, columns: [PanelColumn("close", unit: "index", values: series.values)])
    try self.init(of: panel, from: first ?? series.days[0], through: data.day)
  }

  /// Days done by one core at a time.
  private static let block = 512

  private static let speeds = TrendEnsemble.Speed.allCases
  private static let scenarios = VolTargetFlowGauge.Horizon.all.flatMap { horizon in
    VolTargetFlowGauge.moves.map { (horizon: horizon, move: $0) }
  }

  private static let columns: [(name: String, unit: String)] = {
    let (dollars, one) = (Dollars.symbol, Dimensionless.symbol)
    var columns: [(name: String, unit: String)] = [
      (RealizedVolatilityGauge.name, RootPerAnnum.symbol), (MaximumDrawdownGauge.name, one),
      (VolTargetExposureGauge.name, one), ("\(VolTargetExposureGauge.name), low", one),
      ("\(VolTargetExposureGauge.name), high", one),
    ]
    for scenario in scenarios { columns.append(("vol-target flow, \(name(of: scenario))", dollars)) }
    for horizon in VolTargetFlowGauge.Horizon.all {
      columns.append(("vol-target flow, scheduled over \(horizon.name)", dollars))
    }
    columns.append((TrendFlowGauge.name, dollars))
    for speed in speeds { columns.append(("\(TrendFlowGauge.name), \(speed.rawValue)", dollars)) }
    for speed in speeds { columns.append(("trend forecast, \(speed.rawValue)", one)) }
    for scenario in scenarios { columns.append(("trend flow, \(name(of: scenario))", dollars)) }
    for horizon in VolTargetFlowGauge.Horizon.all { columns.append(("trend slope, \(horizon.name)", "$ per 1 %")) }
    return columns
  }()

  private static func name(of scenario: (horizon: VolTargetFlowGauge.Horizon, move: Double)) -> String {
    "\(scenario.move > 0 ? "+" : "−")\(Int(abs(scenario.move)))σ over \(scenario.horizon.name)"
  }

  /// The columns' values on some days.
  private static func values(_ rows: Range<Int>, _ prices: [Double], _ returns: [Double]) -> [[Double]] {
    var ensemble = TrendEnsemble(
      over: prices[max(0, rows.lowerBound - TrendEnsemble.memory)..<rows.lowerBound].map(\.self))
    return rows.map { row in
      ensemble.update(prices[row])
      // Returns known on the day, as many as a mandate remembers.
      let known = Array(returns[max(0, row - VolTargetMandates.memory)..<row])
      let paths = scenarios.map {
        ScenarioPath.move($0.move, dailyVolatility: deviation(known), days: $0.horizon.days)
      }
      return volatility(known) + drawdown(prices, row) + volTarget(known, paths) + trend(ensemble, paths, row)
    }
  }

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

  private static func volTarget(_ returns: [Double], _ paths: [[Double]]) -> [Double] {
    let (mandates, assets, horizons) = (VolTargetMandates(), Brief.volTargetAssets, VolTargetFlowGauge.Horizon.all)
    guard returns.count == VolTargetMandates.memory else {
      return [Double](repeating: .nan, count: 3 + paths.count + horizons.count)
    }
    let exposures = mandates.exposures(after: returns).map(\.value)
    let flows = paths.map { ForcedFlow(mandates, assets: assets, after: returns, path: $0)?.mean.value ?? .nan }
    let scheduled = horizons.map {
      ScheduledFlow.next($0.days, mandates, assets: assets, after: returns)?.mean.value ?? .nan
    }
    return [exposures.reduce(0, +) / Double(exposures.count), exposures.min() ?? .nan, exposures.max() ?? .nan] + flows
      + scheduled
  }

  private static func trend(_ ensemble: TrendEnsemble, _ paths: [[Double]], _ row: Int) -> [Double] {
    let gauge = TrendFlowGauge()
    let horizons = VolTargetFlowGauge.Horizon.all
    guard row + 1 >= TrendEnsemble.needed else {
      return [Double](repeating: .nan, count: 1 + 2 * speeds.count + paths.count + horizons.count)
    }
    var values: [Double] = [gauge.money.position(ensemble) ?? .nan]
    for speed in speeds { values.append(gauge.money.position(ensemble, speed) ?? .nan) }
    for speed in speeds { values.append((ensemble.forecast(speed) ?? .nan) / 10) }
    for path in paths { values.append(gauge.money.flows(ensemble, path: path)?.all ?? .nan) }
    for horizon in horizons { values.append(gauge.slope(ensemble, over: horizon).first?.0 ?? .nan) }
    return values
  }
}
