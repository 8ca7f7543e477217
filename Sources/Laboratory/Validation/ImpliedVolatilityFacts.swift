import Statistics

/// What implied volatility does beside the returns of its index. A day on which something is missing is left out.
public enum ImpliedVolatilityFacts {
  public enum Direction: Sendable { case up, down }

  /// Trading days in the month that VIX looks ahead.
  static let month = 21

  /// The mean of VIX less the realised volatility of the month before, in points.
  public static func gap(_ history: MarketHistory) -> Double? {
    Moments.mean(
      history.vix.indices.dropFirst(month - 1).compactMap { day in
        realized(history, from: day - month + 1).flatMap { present(history.vix[day] - $0.squareRoot()) }
      })
  }

  /// The mean of VIX² less the variance realised in the month after, in annual %².
  public static func premium(_ history: MarketHistory) -> Double? {
    Moments.mean(
      history.vix.indices.dropLast(month).compactMap { day in
        realized(history, from: day + 1).flatMap { present(history.vix[day] * history.vix[day] - $0) }
      })
  }

  /// The annual variance of a month's returns about zero, in %²; nil when one is missing.
  private static func realized(_ history: MarketHistory, from first: Int) -> Double? {
    let squares = history.returns[first..<first + month].reduce(0) { $0 + $1 * $1 }
    return present(1e4 * 252 / Double(month) * squares)
  }

  /// The mean of VIX3M over VIX.
  public static func slope(_ history: MarketHistory) -> Double? {
    Moments.mean(zip(history.vix3M, history.vix).compactMap { present($0 / $1) })
  }

  /// The share of days on which VIX is above VIX3M.
  public static func inverted(_ history: MarketHistory) -> Double? {
    Moments.mean(signs(history).map { $0 ? 1 : 0 })
  }

  /// The mean number of days in a row on which VIX is above VIX3M; nil when it never is.
  public static func spell(_ history: MarketHistory) -> Double? {
    let signs = signs(history)
    let starts = signs.indices.count { signs[$0] && ($0 == 0 || !signs[$0 - 1]) }
    return starts > 0 ? Double(signs.count(where: \.self)) / Double(starts) : nil
  }

  private static func signs(_ history: MarketHistory) -> [Bool] {
    zip(history.vix, history.vix3M).compactMap { vix, later in present(vix - later).map { $0 > 0 } }
  }

  /// The slope of VIX's change in points on the return in per cent, over days that rose or days that fell.
  public static func response(_ history: MarketHistory, to direction: Direction) -> Double? {
    let pairs = zip(history.returns, history.vixChanges).filter { r, change in
      !change.isNaN && (direction == .up ? r > 0 : r < 0)
    }
    let returns = pairs.map { 100 * $0.0 }
    guard let joint = Moments.covariance(returns, pairs.map(\.1)), let spread = Moments.variance(returns), spread > 0
    else { return nil }
    return joint / spread
  }

  private static func present(_ value: Double) -> Double? { value.isFinite ? value : nil }
}
