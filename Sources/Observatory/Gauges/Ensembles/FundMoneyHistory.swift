import Quantities
import Statistics

/// What ``FundMoneyGauge`` would have said at every close of a history, in one pass.
///
/// An estimate of a day uses closes up to that day and nothing later.
public struct FundMoneyHistory: Sendable {
  public let days: [Day]
  /// One a day; nil before the rules have seen enough.
  public let estimates: [FundEstimate?]

  /// - Parameter anchor: the day on which assets were those published; the last close before it counts. nil holds the
  ///   assets of every day to those published.
  /// - Throws: ``Absence`` when there is no such column or a price is not positive.
  public init(
    _ kind: FundMoneyGauge.Kind, of panel: Panel, column: String = "close", through last: Day, anchor: Day? = nil,
    assets: Amount? = nil
  ) throws(Absence) {
    let history = try PriceHistory(column, of: panel, through: last)
    var ensemble = kind.ensemble()
    var estimates: [FundEstimate?] = []
    let anchorRow = anchor.flatMap { day in history.days.lastIndex { $0 <= day } }
    for row in history.days.indices {
      ensemble.update(history.prices[row], next: history.tradingDay(after: row))
      if anchor == nil || row == anchorRow { ensemble.anchor() }
      estimates.append(row + 1 >= kind.needed ? ensemble.estimate(assets: assets ?? kind.assets) : nil)
    }
    (days, self.estimates) = (history.days, estimates)
  }
}
