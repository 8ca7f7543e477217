/// Daily returns of an imagined market.
public enum ScenarioPath {
  /// A move of k standard deviations over h days, in a market that is |k| times as volatile as before.
  ///
  ///     r_t = k σ/√h + a_t,   a_t = ± |k| σ √(1 − 1/h) in turn,   Σ a_t = 0
  ///     Σ r_t = k σ √h,   Σ r_t²/h = k² σ²
  ///
  /// One day is one move of kσ; k = 0 is a market that stands still.
  ///
  /// - Parameter σ: of a day.
  public static func move(_ k: Double, dailyVolatility σ: Double, days h: Int) -> [Double] {
    guard h > 0 else { return [] }
    let drift = k * σ / Double(h).squareRoot()
    // An odd number of days ends with one that only drifts; the others make up for it.
    let turns = h / 2 * 2
    let swing = turns > 0 ? abs(k) * σ * (Double(h - 1) / Double(turns)).squareRoot() : 0
    return (0..<h).map { $0 < turns ? drift + ($0 % 2 == 0 ? swing : -swing) : drift }
  }

  /// Moves of one size whose sign alternates, so that the price ends where it began.
  public static func swings(of size: Double, days h: Int) -> [Double] {
    (0..<max(h, 0)).map { $0 % 2 == 0 ? size : -size }
  }
}
