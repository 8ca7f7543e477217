import Quantities
import Statistics

/// How well the sign of past returns has foretold futures: t-statistics by look-back and holding period.
///
///     r_{s,t} = sign(R_{t−k,t}) · 40 %/σ_t · R_{t,t+1}, averaged over markets and over the h portfolios still held
///
/// Monthly returns of continuous contracts, σ the exponential deviation of daily returns (centre of mass 60 days). The
/// t-statistic is that of the mean, without adjustment for risk factors.
///
/// Source: Moskowitz, Ooi and Pedersen (2012), J. Financial Economics 104(2), table 2.
public struct MomentumTable: Sendable {
  public static let months = [1, 3, 6, 9, 12, 24, 36, 48]

  private struct Market {
    /// By month of the panel; `nan` where there is no return or no volatility yet.
    var returns: [Double]
    var volatilities: [Double]
  }

  private let markets: [Market]
  private let count: Int

  /// - Parameters:
  ///   - changes: daily changes of each back-adjusted price; `nan` where missing.
  ///   - levels: the price of the contract held the day before, which changes are relative to.
  ///
  /// nil when a column is not as long as the days.
  public init?(days: [Day], changes: [[Double]], levels: [[Double]]) {
    guard (changes + levels).allSatisfy({ $0.count == days.count }) else { return nil }
    let ends = days.indices.filter { $0 + 1 == days.count || days[$0].month != days[$0 + 1].month }
    count = ends.count
    markets = zip(changes, levels).map { changes, levels in
      var market = Market(returns: [], volatilities: [])
      var (variance, growth, observed, row) = (Double.nan, 1.0, 0, 0)
      let decay = 60.0 / 61
      for end in ends {
        while row <= end {
          let r = changes[row] / levels[row]
          if r.isFinite {
            variance = variance.isNaN ? r * r : decay * variance + (1 - decay) * r * r
            growth *= 1 + r
            observed += 1
          }
          row += 1
        }
        market.returns.append(observed > 10 && growth > 0 ? Elementary.log(growth) : .nan)
        market.volatilities.append((261 * variance).squareRoot())
        (growth, observed) = (1, 0)
      }
      return market
    }
  }

  /// The t-statistic of a look-back and a holding period in months; nil below two years of months.
  public func tStatistic(lookback k: Int, holding h: Int) -> Double? {
    guard k > 0, h > 0 else { return nil }
    let positions = markets.map { market in
      (0..<count).map { month -> Double in
        guard month + 1 >= k else { return .nan }
        let past = market.returns[(month + 1 - k)...month].reduce(0, +)
        return past.isNaN || past == 0 ? .nan : (past > 0 ? 0.4 : -0.4) / market.volatilities[month]
      }
    }
    let portfolio = (k + h - 1..<max(count, k + h - 1)).compactMap { month in
      Moments.mean(
        markets.indices.compactMap { index in
          let held = (1...h).map { positions[index][month - $0] }.reduce(0, +) / Double(h)
          let earned = held * (Elementary.exp(markets[index].returns[month]) - 1)
          return earned.isFinite ? earned : nil
        })
    }
    guard portfolio.count >= 24, let mean = Moments.mean(portfolio), let spread = Moments.standardDeviation(portfolio),
      spread > 0
    else { return nil }
    return mean / spread * Double(portfolio.count).squareRoot()
  }
}
