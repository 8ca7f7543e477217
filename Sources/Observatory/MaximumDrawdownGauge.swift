import Markets
import Quantities
import Statistics

/// The deepest fall of a price from its highest value within a window of rows.
///
///     max_{s ≤ t in window} 1 − p_t/p_s
///
/// It is an observed fact without sampling error, so the interval has no width.
///
/// Ignores: moves between closes, which only an intraday record shows.
public struct MaximumDrawdownGauge: Gauge {
  public static let name = "maximum drawdown"
  public static let systems = ["S1", "S2"]

  public var column: String
  /// How many of the last prices count; nil for all.
  public var window: Int?

  public init(column: String = "close", window: Int? = 252) {
    (self.column, self.window) = (column, window.map { max(2, $0) })
  }

  private var method: String {
    let span = window.map { "the last \($0)" } ?? "all"
    return "deepest fall from a running maximum of \(column) over \(span) prices; observed, no sampling error"
  }

  public func reading(of panel: Panel, asOf day: Day) -> Reading {
    do throws(Absence) {
      let history = try PriceHistory(column, of: panel, through: day)
      let needed = window ?? 2
      guard history.prices.count >= needed,
        let fall = Drawdown.deepest(of: Array(history.prices.suffix(window ?? .max)))
      else {
        let reason = "\(needed) prices are needed and there are \(history.prices.count)"
        throw Absence(reason: reason, last: history.last)
      }
      return Reading(
        gauge: Self.name, value: fall.depth, low: fall.depth, high: fall.depth, unit: Dimensionless.symbol,
        last: history.last, seenFrom: day, method: method, staleAfter: history.staleAfter)
    } catch {
      return Reading(
        gauge: Self.name, unit: Dimensionless.symbol, method: method, absentBecause: error.reason, last: error.last,
        seenFrom: day)
    }
  }
}
