import Markets
import Quantities
import Statistics

/// What a day of VIX above VIX3M shows of its cause: everything is known at the close.
///
/// | feature | what it is |
/// |---|---|
/// | share | the Shapley share of pressure in ``InversionCauseGauge``'s split, within 0 ... 1 |
/// | level | log of VIX over its mean so far |
/// | slope | log of VIX over VIX3M |
/// | premium | log of VIX² over HAR's forecast of a month's variance |
/// | week, month | the index's return over 5 and 21 days, in its usual deviations |
/// | burst | log of realised volatility of 5 days over that of 22 |
public struct InversionFeatures: Sendable, Equatable {
  public static let names = ["share", "level", "slope", "premium", "week", "month", "burst"]

  public let day: Day
  /// In the order of ``names``.
  public let values: [Double]
  public let isInverted: Bool

  /// The features of the last day on or before `day` with close, VIX and VIX3M.
  ///
  /// - Parameter panel: daily columns `close`, `vix` and `vix3m`, the indices in points.
  /// - Throws: ``Absence`` when there is too little history.
  public init(of panel: Panel, asOf day: Day) throws(Absence) {
    let parts = try InversionCauseGauge.parts(of: panel, through: day)
    guard let last = parts.days.last, let today = parts.ends.last, let vix = panel["vix"]?.values,
      let vix3M = panel["vix3m"]?.values
    else { throw Absence(reason: "no day has close, vix and vix3m") }
    let history = try PriceHistory("close", of: panel, through: last)
    let returns = try history.returns(last: 252)
    guard let row = panel.days.firstIndex(of: last) else { throw Absence(reason: "no row for \(last)") }
    let usual = InversionCauseGauge.mean(parts.ends.suffix(2520))
    let split = InversionSplit(today: today, usual: usual)
    let share = split.total > 1e-4 ? min(max(split.pressure / split.total, 0), 1) : 0.5
    let levels = vix[...row].suffix(2520).filter { $0 > 0 }.map(Elementary.log)
    func deviation(_ n: Int) -> Double {
      (returns.suffix(n).reduce(1e-10) { $0 + $1 * $1 } / Double(n)).squareRoot()
    }
    func moved(_ n: Int) -> Double { returns.suffix(n).reduce(0, +) / (deviation(252) * Double(n).squareRoot()) }
    let forecast = max(today.near.realized, 1e-6)
    self.day = last
    isInverted = vix[row] > vix3M[row]
    values = [
      share, Elementary.log(vix[row]) - levels.reduce(0, +) / Double(max(levels.count, 1)),
      Elementary.log(vix[row] / vix3M[row]), Elementary.log(max(today.near.total, 1e-6) / forecast), moved(5),
      moved(21), Elementary.log(deviation(5) / deviation(22)),
    ]
  }
}
