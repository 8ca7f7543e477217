import Markets
import Quantities
import Statistics

/// The daily level of an index that holds its volatility at a target, to be laid beside a published one.
///
///     σ_t = max(EWMA_{.94}, EWMA_{.97}) of 252 r²,   K_t = min(σ*/σ_{t−2}, K_max), set at the close of day t
///     total return:   I_t/I_{t−1} = 1 + K_{t−1} r_t + (1 − K_{t−1}) c_t       cash earns, borrowing costs
///     excess return:  I_t/I_{t−1} = 1 + K_{t−1} (r_t − c_t)
///     unfinanced:     I_t/I_{t−1} = 1 + K_{t−1} r_t
///
/// r is the simple return of the underlying (its total return for a total-return index), c the overnight rate over the
/// calendar days passed, of 360 a year. Levels begin at 100 on the first day with an exposure. A missing price is no row.
///
/// Ignores: the exchange's replicating fee and the monthly rebalancing of other index families.
///
/// Sources: S&P Dow Jones Indices, *Index Mathematics Methodology*, risk control indices.
/// Verified by: S&P 500 Daily Risk Control 5 % (ANCHORS T13).
public struct RiskControlIndex: Sendable {
  public var target: Volatility
  public var cap: Share
  public var decays: (fast: Double, slow: Double)
  /// Days between the estimate of volatility and the close at which it is traded.
  public var lag: Int

  public init(
    target: Volatility, cap: Share = Share(1.5), decays: (fast: Double, slow: Double) = (0.94, 0.97), lag: Int = 2
  ) {
    (self.target, self.cap, self.decays, self.lag) = (target, cap, decays, max(0, lag))
  }

  /// One level a day from the first that has an exposure.
  public struct Levels: Sendable {
    public let days: [Day]
    public let exposures: [Double]
    public let unfinanced: [Double]
    /// Empty without overnight rates; `nan` before the first of them, where these levels begin at 100.
    public let totalReturn: [Double]
    public let excessReturn: [Double]
  }

  /// The returns that open the estimators.
  static let opening = 63
  /// How many closes a first level needs.
  public var needed: Int { Self.opening + lag + 2 }

  /// Levels from closes, and from the overnight rate in percent on the same days if there is one; rates may begin later.
  ///
  /// nil when closes are fewer than ``needed``, a close is not positive, lengths differ, or the index falls to nothing.
  public func levels(days: [Day], closes: [Double], overnight: [Double]? = nil) -> Levels? {
    let opening = Self.opening
    guard closes.count == days.count, closes.count >= needed, closes.allSatisfy({ $0 > 0 && $0.isFinite }),
      overnight.map({ $0.count == days.count && $0.drop(while: \.isNaN).allSatisfy(\.isFinite) }) ?? true
    else { return nil }
    let returns = zip(closes, closes.dropFirst()).map { $1 / $0 - 1 }
    let exposures = self.exposures(after: zip(closes, closes.dropFirst()).map { Elementary.log($1 / $0) }, opening)
    // exposures[i] is known at the close of days[i + 1]; it is set `lag` days later and earns from the day after.
    let first = opening + lag
    var unfinanced = [100.0]
    var (total, excess) = ([Double.nan], [Double.nan])
    var used = [exposures[first - lag]]
    for t in (first + 1)..<returns.count {
      let (k, r) = (exposures[t - 1 - lag], returns[t])
      let passed = Double(days[t].distance(to: days[t + 1]))
      let cash = overnight.map { $0[t] / 100 * passed / 360 } ?? .nan
      let before = total.count - 1
      if !cash.isNaN, total[before].isNaN { (total[before], excess[before]) = (100, 100) }
      unfinanced.append(unfinanced[before] * (1 + k * r))
      total.append(total[before] * (1 + k * r + (1 - k) * cash))
      excess.append(excess[before] * (1 + k * (r - cash)))
      used.append(exposures[t - lag])
    }
    guard [unfinanced, total, excess].allSatisfy({ $0.allSatisfy { $0.isNaN || ($0 > 1e-9 && $0 < 1e15) } }) else {
      return nil
    }
    return Levels(
      days: Array(days[(first + 1)...]), exposures: used, unfinanced: unfinanced,
      totalReturn: overnight == nil ? [] : total, excessReturn: overnight == nil ? [] : excess)
  }

  /// K* after each return, estimators opened at the mean square of the first ones.
  private func exposures(after logReturns: [Double], _ opening: Int) -> [Double] {
    let square = logReturns.prefix(opening).reduce(0) { $0 + $1 * $1 } / Double(opening)
    let start = Volatility((252 * square).squareRoot())
    let fast = RealizedVolatility.exponential(returns: logReturns, decay: decays.fast, opening: start)
    let slow = RealizedVolatility.exponential(returns: logReturns, decay: decays.slow, opening: start)
    let rule = VolTargetRule(target: target, cap: cap)
    return zip(fast, slow).map { rule.wanted(fast: Volatility($0), slow: Volatility($1)).value }
  }
}
