import Quantities
import Statistics

/// The prices of a panel's column that were known on a day, missing ones left out.
struct PriceHistory {
  let days: [Day]
  let prices: [Double]
  let frequency: Panel.Frequency

  /// - Throws: ``Absence`` when there is no such column, no price up to the day, or one that is not positive.
  init(_ column: String, of panel: Panel, through day: Day) throws(Absence) {
    let values: [Double]
    do {
      values = try panel.column(column).values
    } catch {
      throw Absence(reason: "\(error)")
    }
    var (days, prices): ([Day], [Double]) = ([], [])
    for (date, price) in zip(panel.days, values) where date <= day && !price.isNaN {
      guard price > 0, price.isFinite else { throw Absence(reason: "the \(column) of \(date) is \(price)") }
      days.append(date)
      prices.append(price)
    }
    guard !days.isEmpty else { throw Absence(reason: "there is no \(column) on or before \(day)") }
    (self.days, self.prices, frequency) = (days, prices, panel.frequency)
  }

  private init(days: [Day], prices: [Double], frequency: Panel.Frequency) {
    (self.days, self.prices, self.frequency) = (days, prices, frequency)
  }

  var last: Day { days[days.count - 1] }

  /// The last prices, at least one.
  func last(_ count: Int) -> PriceHistory {
    PriceHistory(
      days: Array(days.suffix(max(count, 1))), prices: Array(prices.suffix(max(count, 1))), frequency: frequency)
  }

  /// The log returns between the last `count` + 1 prices.
  ///
  /// - Throws: ``Absence`` when there are too few, or when they are spread over more than twice the time they
  ///   should be.
  func returns(last count: Int) throws(Absence) -> [Double] {
    guard prices.count > count else {
      throw Absence(reason: "\(count) returns are needed and there are \(prices.count - 1)", last: last)
    }
    let first = prices.count - 1 - count
    let spread = days[first].distance(to: last)
    guard Double(spread) <= 2 * 365.25 / frequency.perYear * Double(count) + 10 else {
      throw Absence(
        reason: "the last \(count) returns are spread over \(spread) days: too many are missing", last: last)
    }
    let logs = prices[first...].map(Elementary.log)
    return zip(logs, logs.dropFirst()).map { $1 - $0 }
  }

  /// The age in calendar days beyond which the last price is stale: two periods and a long weekend.
  var staleAfter: Int { Int(2 * 365.25 / frequency.perYear) + 4 }
}
