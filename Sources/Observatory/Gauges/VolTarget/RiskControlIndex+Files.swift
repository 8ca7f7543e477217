import Quantities
import Statistics

extension RiskControlIndex {
  /// The overnight rate on some days, in percent: the last federal funds rate published by each.
  ///
  /// - Throws: ``Absence`` when the folder has none before the first day.
  public static func overnight(on days: [Day], from data: KnownData) throws(Absence) -> [Double] {
    let rate = try data.series("macro/rates_daily.csv", "fed_funds_effective_pct")
    guard let first = days.first, rate.known(on: first) != nil else {
      throw Absence(reason: "\(rate.source) has no rate before the first price", last: rate.lastDay)
    }
    return days.map { rate.known(on: $0)?.value ?? .nan }
  }

  /// Levels of a panel's column of closes up to a day, with overnight rates where there are any.
  ///
  /// - Throws: ``Absence`` when the prices do not allow an index.
  public func levels(
    of panel: Panel, column: String = "close", asOf day: Day, overnight data: KnownData? = nil
  ) throws(Absence) -> Levels {
    let history = try PriceHistory(column, of: panel, through: day)
    var rates: [Double]?
    if let data { rates = try Self.overnight(on: history.days, from: data) }
    return try levels(of: history, overnight: rates)
  }

  /// - Throws: ``Absence`` when closes are too few or the index falls to nothing.
  func levels(of history: PriceHistory, overnight rates: [Double]?) throws(Absence) -> Levels {
    guard history.frequency == .day else {
      throw Absence(reason: "daily prices are needed, these are by \(history.frequency)", last: history.last)
    }
    guard history.prices.count >= needed else {
      throw Absence(
        reason: "\(needed) closes are needed to open the estimators and there are \(history.prices.count)",
        last: history.last)
    }
    guard let levels = levels(days: history.days, closes: history.prices, overnight: rates) else {
      throw Absence(
        reason: "a day's fall times the exposure, or a financing rate, takes all of the index: no level goes on",
        last: history.last)
    }
    return levels
  }
}
