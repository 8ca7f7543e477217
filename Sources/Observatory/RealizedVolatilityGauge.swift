import Quantities
import Statistics

/// The annual close-to-close volatility of the last n returns.
///
///     σ̂² = m/n Σ r²,   r = log(p_t/p_{t−1}),   m periods a year
///     interval of σ:  [σ̂ √(n/χ²_n(1 − α/2)), σ̂ √(n/χ²_n(α/2))]
///
/// Ignores: the mean return, and fat tails within the window, which make the true interval wider than chi-square says.
///
/// Verified by: an independent computation on the S&P 500, and its coverage on simulated panels of known volatility.
public struct RealizedVolatilityGauge: Gauge {
  public static let name = "realised volatility"
  public static let systems = ["S2", "S5"]

  public var column: String
  public var window: Int
  /// The probability with which the interval covers.
  public var level: Double

  public init(column: String = "close", window: Int = 21, level: Double = 0.9) {
    (self.column, self.window, self.level) = (column, max(1, window), level)
  }

  private var method: String {
    "root mean square of \(window) log returns of \(column), annual; \(level) chi-square interval, normal returns"
  }

  public func reading(of panel: Panel, asOf day: Day) -> Reading {
    do throws(Absence) {
      let history = try PriceHistory(column, of: panel, through: day)
      let squares = try history.returns(last: window).map { $0 * $0 }
      let variance = history.frequency.perYear / Double(window) * squares.reduce(0, +)
      func bound(_ p: Double) -> Double {
        (variance * Double(window) / ChiSquare.quantile(p, degrees: window)).squareRoot()
      }
      return Reading(
        gauge: Self.name, value: variance.squareRoot(), low: bound((1 + level) / 2), high: bound((1 - level) / 2),
        unit: RootPerAnnum.symbol, last: history.last, seenFrom: day, method: method, staleAfter: history.staleAfter)
    } catch {
      return Reading(
        gauge: Self.name, unit: RootPerAnnum.symbol, method: method, absentBecause: error.reason, last: error.last,
        seenFrom: day)
    }
  }
}
