import Quantities
import Statistics

/// What a file of prices says of trend followers: of one market in dollars, of several by forecast.
public enum TrendFile {
  /// Of one column positions, flows, triggers and slopes; of several, forecasts of each and of all.
  public static func readings(_ prices: PriceFile, file: String, money: TrendMoney = .usEquities, asOf day: Day)
    -> [Reading]
  {
    let columns = prices.columns.map { "\(file): \($0)" }
    if prices.columns.count == 1 {
      return TrendFlowGauge(column: prices.columns[0], money: money).readings(of: prices.panel, asOf: day).reading(
        columns)
    }
    let each = prices.columns.map { (name: $0, columns: [$0]) }
    return TrendPanelGauge(classes: [("all markets", prices.columns)] + each).readings(of: prices.panel, asOf: day)
      .reading(columns)
  }
}
