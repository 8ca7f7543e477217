import Markets
import Quantities
import Statistics

/// The position of trend followers by asset class and speed, from a panel of futures or funds.
///
///     value = mean over the class's markets of forecast/10;   1 is a usual long, −1 a usual short, ±2 the limit
///
/// The interval is the mean ± 1.645 standard errors over the class's markets, which are not independent.
public struct TrendPanelGauge: Sendable {
  public static let name = "trend"
  public static let systems = ["S3"]

  /// Names of columns by asset class.
  public var classes: [(name: String, columns: [String])]

  public init(classes: [(name: String, columns: [String])]) { self.classes = classes }

  public func readings(of panel: Panel, asOf day: Day) -> [Reading] {
    classes.flatMap { group in
      let found = group.columns.compactMap { column in ensemble(column, panel, day) }
      let last = found.map(\.last).max()
      return (TrendEnsemble.Speed.allCases.map(Optional.some) + [nil]).map { speed in
        let name = "\(Self.name), \(group.name), \(speed?.rawValue ?? "all speeds")"
        let forecasts = found.compactMap { market in
          (speed.map { market.ensemble.forecast($0) } ?? market.ensemble.combined).map { $0 / 10 }
        }
        let method = "mean forecast over \(forecasts.count) of \(group.columns.count) markets; 90 % over markets"
        guard let mean = Moments.mean(forecasts), let last else {
          return Reading(
            gauge: name, unit: Dimensionless.symbol, method: method,
            absentBecause:
              "none of \(group.columns.joined(separator: ", ")) has \(TrendEnsemble.needed) prices, the last within ten days of the panel's end",
            seenFrom: day)
        }
        let error = (Moments.standardDeviation(forecasts) ?? .nan) / Double(forecasts.count).squareRoot() * 1.645
        return Reading(
          gauge: name, value: mean, low: error.isNaN ? nil : mean - error, high: error.isNaN ? nil : mean + error,
          unit: Dimensionless.symbol, last: last, seenFrom: day, method: method, staleAfter: 6)
      }
    }
  }

  /// The rules after a column's last prices; nil when there are too few or the last is more than ten days older than the
  /// panel's last row.
  private func ensemble(_ name: String, _ panel: Panel, _ day: Day) -> (ensemble: TrendEnsemble, last: Day)? {
    guard let column = panel[name] else { return nil }
    let rows = panel.days.indices.filter { panel.days[$0] <= day && !column.values[$0].isNaN }
    guard rows.count >= TrendEnsemble.needed, let last = rows.last,
      let newest = panel.days.last(where: { $0 <= day }), panel.days[last].distance(to: newest) <= 10
    else { return nil }
    return (TrendEnsemble(over: rows.suffix(TrendEnsemble.memory).map { column.values[$0] }), panel.days[last])
  }
}
