/// What is known of daily returns, whatever the market: fat tails, memory in their size and none in their sign, falls
/// that raise volatility.
///
/// Every function takes returns in order, nan where one is missing, and gives nil where the fact is undefined. Only
/// drawdowns need log returns in natural units (0.01 is one percent); everything else is the same in percent, or carries
/// the unit of the returns. O(n) time and memory unless stated.
///
/// Source of the list: Cont (2001), Quantitative Finance 1(2).
public enum StylisedFacts {
  /// Standard deviation of a year's return, s √252, s with n - 1.
  public static func annualVolatility(_ returns: [Double], daysAYear: Double = 252) -> Double? {
    Moments.standardDeviation(present(returns)).map { $0 * daysAYear.squareRoot() }
  }

  public static func meanAbsolute(_ returns: [Double]) -> Double? { Moments.mean(present(returns).map(\.magnitude)) }

  public static func skewness(_ returns: [Double]) -> Double? { Moments.skewness(present(returns)) }

  /// m₄/m₂² of returns over a number of days, 3 for a normal distribution; it falls towards 3 as days add up.
  ///
  /// Days are summed in blocks that do not overlap, from the first on; a block with a missing day is left out.
  public static func kurtosis(_ returns: [Double], over days: Int = 1) -> Double? {
    guard days >= 1 else { return nil }
    let sums = stride(from: 0, through: returns.count - days, by: days).map { first in
      returns[first..<first + days].reduce(0, +)
    }
    return Moments.excessKurtosis(present(sums)).map { $0 + 3 }
  }

  /// Which end of the distribution.
  public enum Tail: String, Sendable, Hashable, Codable, CaseIterable { case losses, gains, both }

  /// Hill's exponent of the most extreme share of days, ⌊share · n⌋ of them: about 3, lower where extremes are larger.
  ///
  /// Of both tails together it is that of |r|. O(n log n).
  public static func tailIndex(_ returns: [Double], _ tail: Tail, share: Double = 0.05) -> Double? {
    let values = present(returns)
    guard share > 0, share < 1, values.allSatisfy(\.isFinite) else { return nil }
    let count = Int(share * Double(values.count))
    let sizes =
      switch tail {
      case .losses: values.map { -$0 }
      case .gains: values
      case .both: values.map(\.magnitude)
      }
    return Moments.hillTailIndex(extremes(of: sizes, atLeast: count + 1), largest: count)
  }

  /// Some of the largest values, at least so many, so that fewer need sorting: those above the place that a sample of
  /// one in sixteen gives to one and a half times as many. All values where the sample misleads.
  private static func extremes(of values: [Double], atLeast count: Int) -> [Double] {
    let sample = stride(from: 0, to: values.count, by: 16).map { values[$0] }.sorted(by: >)
    let place = count * 3 / 32 + 8
    guard place < sample.count else { return values }
    let largest = values.filter { $0 >= sample[place] }
    return largest.count >= count ? largest : values
  }

  /// Correlation of returns with those `lag` days before; near zero.
  public static func autocorrelation(_ returns: [Double], lag: Int) -> Double? {
    Autocorrelation(returns)?[lag]
  }

  /// Correlation of |r| with that of `lag` days before; positive for months.
  public static func absoluteAutocorrelation(_ returns: [Double], lag: Int) -> Double? {
    Autocorrelation(returns.map(\.magnitude))?[lag]
  }

  /// The leverage effect, corr(r_t, r²_{t+lag}): negative, since a fall raises volatility and a rise hardly does.
  public static func leverage(_ returns: [Double], lag: Int) -> Double? {
    guard lag >= 1, lag < returns.count else { return nil }
    let pairs = zip(returns, returns.dropFirst(lag)).filter { !($0.0.isNaN || $0.1.isNaN) }
    return Moments.correlation(pairs.map(\.0), pairs.map { $0.1 * $0.1 })
  }

  /// The share of large moves that have another within `days` days of them.
  ///
  /// Large is the most extreme `share` of |r|, ties at the edge included. Moves that came independently would have
  /// 1 - (1 - share)^{2 days}: .40 at the values given here.
  public static func clusteredShare(_ returns: [Double], share: Double = 0.05, within days: Int = 5) -> Double? {
    let sizes = present(returns).map(\.magnitude).sorted(by: >)
    guard share > 0, share < 1, days >= 1 else { return nil }
    let count = Int(share * Double(sizes.count))
    guard count >= 1 else { return nil }
    let large = returns.indices.filter { returns[$0].magnitude >= sizes[count - 1] }
    let clustered = large.indices.filter { index in
      (index > 0 && large[index] - large[index - 1] <= days)
        || (index + 1 < large.count && large[index + 1] - large[index] <= days)
    }
    return Double(clustered.count) / Double(large.count)
  }

  static func present(_ returns: [Double]) -> [Double] {
    returns.contains(where: \.isNaN) ? returns.filter { !$0.isNaN } : returns
  }
}
