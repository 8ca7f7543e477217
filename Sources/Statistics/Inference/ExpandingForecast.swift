/// Forecasts made with what was known at the time, held against the mean of the past.
///
///     ŷ_t+h = a_t + b_t x_t,   a_t, b_t by least squares over s with s + h ≤ t           an expanding window
///     R²    = 1 − Σ (y − ŷ)²/Σ (y − ȳ_t)²                                             out of sample
///     CW    = mean f/se(f),   f = (y − ȳ)² − [(y − ŷ)² − (ȳ − ŷ)²]
///
/// f corrects for the noise that estimating b adds where b is zero; its standard error has h − 1 lags, for outcomes of
/// neighbouring origins overlap.
///
/// Sources: Campbell and Thompson (2008), Review of Financial Studies 21(4), for R²; Clark and West (2007), J. Econometrics
/// 138(1); Newey and West (1987), Econometrica 55(3).
/// Verified by: `ExpandingForecastTests`.
public struct ExpandingForecast: Sendable {
  /// Squared errors of the forecasts and of the past mean, by origin.
  public let errors: [Double]
  public let naive: [Double]
  /// f by origin.
  private let corrected: [Double]
  private let horizon: Int

  /// Forecasts y[t], which is realised h rows after t, from x[..][t].
  ///
  /// - Parameters:
  ///   - y: outcomes by the row from which they are counted; those that are not yet known are not finite.
  ///   - first: rows before the first origin.
  /// nil when no origin has an outcome and enough rows before it, or a number is missing in between.
  public init?(_ y: [Double], from x: [[Double]], horizon: Int, first: Int) {
    guard horizon > 0, first > horizon + x.count + 1, x.allSatisfy({ $0.count == y.count }) else { return nil }
    var (errors, naive, corrected): ([Double], [Double], [Double]) = ([], [], [])
    for origin in y.indices.dropFirst(first) where y[origin].isFinite {
      let known = 0..<(origin - horizon + 1)
      let past = Array(y[known])
      guard let fit = LeastSquares(past, on: x.map { Array($0[known]) }) else { return nil }
      let mean = past.reduce(0, +) / Double(past.count)
      let forecast = x.indices.reduce(fit.coefficients[0]) { $0 + fit.coefficients[$1 + 1] * x[$1][origin] }
      let (own, plain) = (y[origin] - forecast, y[origin] - mean)
      errors.append(own * own)
      naive.append(plain * plain)
      corrected.append(plain * plain - (own * own - (mean - forecast) * (mean - forecast)))
    }
    guard !errors.isEmpty else { return nil }
    (self.errors, self.naive, self.corrected, self.horizon) = (errors, naive, corrected, horizon)
  }

  /// Origins whose outcomes share no day.
  public var separateOrigins: Int { errors.count / horizon }

  public var rSquared: Double? { rSquared(over: Array(errors.indices)) }

  /// R² over chosen origins, as a bootstrap chooses them.
  public func rSquared(over rows: [Int]) -> Double? {
    let total = rows.reduce(0.0) { $0 + naive[$1] }
    return total > 0 ? 1 - rows.reduce(0.0) { $0 + errors[$1] } / total : nil
  }

  /// CW; above 1.645 the forecasts beat the mean at 5 %, one-sided. nil without spread.
  public var clarkWest: Double? {
    LeastSquares(corrected, on: [], errors: .neweyWest(lags: horizon - 1))
      .flatMap { $0.standardErrors[0] > 0 ? $0.tStatistics[0] : nil }
  }
}
