import Markets
import Quantities

/// The range of mandates that vol-target money is known to follow: every target with every pair of estimators.
///
/// Who follows which mandate is not published, so what is common to all of them is a range: the exposure of any mix
/// lies between the lowest and the highest of its members.
///
/// Sources: S&P Dow Jones Risk Control Indices Methodology (targets 5 to 18 %, decays .94 and .97, caps 1.5 and 2).
public struct VolTargetMandates: Sendable {
  /// A fast and a slow estimator of volatility, of which the larger counts.
  public enum Estimators: Sendable, Equatable {
    case windows(fast: Int, slow: Int)
    case decays(fast: Double, slow: Double)
  }

  public var targets: [Volatility]
  public var estimators: [Estimators]
  public var cap: Share
  public var band: Share
  public var dailyLimit: Share?

  public init(
    targets: [Volatility] = [5, 8, 10, 12, 15, 18].map(Volatility.percent),
    estimators: [Estimators] = [
      .windows(fast: 20, slow: 40), .windows(fast: 21, slow: 63), .decays(fast: 0.94, slow: 0.97),
    ],
    cap: Share = Share(1.5), band: Share = .zero, dailyLimit: Share? = nil
  ) {
    (self.targets, self.estimators, self.cap) = (targets, estimators, cap)
    (self.band, self.dailyLimit) = (band, dailyLimit)
  }

  /// How many daily returns an exposure is computed from: a year, in which the longest memory here fades.
  static let memory = 252

  /// The exposure of each mandate after a history of daily returns, targets within estimators.
  ///
  /// Exponential estimators open at the volatility of the first 63 returns. O(returns · mandates).
  public func exposures(after returns: [Double]) -> [Share] {
    estimators.flatMap { pair in
      let all = larger(of: pair, over: returns)
      let volatilities = band == .zero && dailyLimit == nil ? Array(all.suffix(1)) : all
      return targets.map { exposures(of: $0, over: volatilities).last ?? .zero }
    }
  }

  /// The exposures of each mandate on each of the last `count` days of a history, in the order of ``exposures(after:)``.
  ///
  /// Empty lists where the history is too short. O(returns · mandates).
  public func exposurePaths(over returns: [Double], last count: Int) -> [[Share]] {
    estimators.flatMap { pair in
      let all = larger(of: pair, over: returns)
      // Without a band and a limit an exposure knows nothing of the one before.
      let volatilities = band == .zero && dailyLimit == nil ? Array(all.suffix(count)) : all
      return targets.map { target in
        let path = exposures(of: target, over: volatilities)
        return path.count >= count ? path.suffix(count) : []
      }
    }
  }

  /// The exposure of a mandate after each estimate of volatility.
  func exposures(of target: Volatility, over volatilities: [Volatility]) -> [Share] {
    let rule = VolTargetRule(target: target, cap: cap, band: band, dailyLimit: dailyLimit)
    return volatilities.reduce(into: []) { path, σ in
      path.append(path.last.map { rule.step(from: $0, toward: rule.wanted(at: σ)) } ?? rule.wanted(at: σ))
    }
  }

  /// The larger estimate on each day on which both exist.
  private func larger(of pair: Estimators, over returns: [Double]) -> [Volatility] {
    let (fast, slow): ([Double], [Double])
    switch pair {
    case .windows(let short, let long):
      fast = RealizedVolatility.simple(returns: returns, window: short)
      slow = RealizedVolatility.simple(returns: returns, window: long)
    case .decays(let quick, let lasting):
      let head = returns.prefix(63)
      let opening =
        RealizedVolatility.simple(returns: Array(head), window: head.count).last.map { Volatility($0) } ?? .zero
      fast = RealizedVolatility.exponential(returns: returns, decay: quick, opening: opening)
      slow = RealizedVolatility.exponential(returns: returns, decay: lasting, opening: opening)
    }
    return zip(fast, slow).filter { !$0.isNaN && !$1.isNaN }.map { Volatility(max($0, $1)) }
  }
}
