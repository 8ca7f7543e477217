import Markets
import Quantities
import Statistics

/// The price at which trend followers turn round, if it is reached over some days in even steps.
///
///     p*(h):  combined forecast after p_0 e^{s log(p*/p_0)/h}, s = 1 ... h, changes sign
///
/// Solved by bisection over ±60 %. A single crossover turns in one day at ``Markets/EWMAC/flipPrice``, which can lie
/// absurdly far away: hence a price for each horizon.
public enum TrendTrigger {
  /// nil when no price within the range turns the forecast, or it is zero.
  public static func price(_ ensemble: TrendEnsemble, days: Int, speed: TrendEnsemble.Speed? = nil) -> Double? {
    func forecast(_ ensemble: TrendEnsemble) -> Double? { speed.map { ensemble.forecast($0) } ?? ensemble.combined }
    return price(
      from: ensemble.lastPrice, days: days, forecast: { forecast(ensemble.after($0)) }, today: forecast(ensemble))
  }

  /// The same for a single rule, whose last price is given.
  public static func price(_ rule: some TrendRule, lastPrice: Double, days: Int) -> Double? {
    price(
      from: lastPrice, days: days,
      forecast: { path in
        var (next, price) = (rule, lastPrice)
        for r in path {
          price *= Elementary.exp(r)
          next.update(price)
        }
        return next.forecast
      }, today: rule.forecast)
  }

  private static func price(
    from start: Double, days: Int, forecast: ([Double]) -> Double?, today: Double?
  ) -> Double? {
    guard start > 0, days > 0, let today, today != 0 else { return nil }
    func after(_ move: Double) -> Double {
      forecast([Double](repeating: move / Double(days), count: days)) ?? .nan
    }
    // Against the trend: down for a long position.
    let far = today > 0 ? -Elementary.log(2.5) : Elementary.log(1.6)
    var (near, beyond) = (0.0, far)
    if after(near) * today <= 0 { (near, beyond) = (-far, near) }
    guard after(near) * today > 0, after(beyond) * today <= 0 else { return nil }
    for _ in 0..<40 {
      let middle = (near + beyond) / 2
      if after(middle) * today > 0 { near = middle } else { beyond = middle }
    }
    return start * Elementary.exp(beyond)
  }
}
