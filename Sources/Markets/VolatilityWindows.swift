import Quantities

/// The volatility estimators that mandates use, each kept once.
///
/// Simple windows of 20, 40 and 63 days, and exponential ones of decay 0.94 and 0.97.
public struct VolatilityWindows: Sendable, Codable, Equatable {
  private var simple: [WindowVariance]
  private var exponential: [EWMAVariance]

  /// Windows filled with a history of daily returns, oldest first; short ones are filled up at a volatility.
  public init(returns: [Double], before volatility: Volatility) {
    simple = [20, 40, 63].map { WindowVariance(window: $0, at: volatility) }
    exponential = [0.94, 0.97].map { EWMAVariance(decay: $0, at: volatility) }
    for dailyReturn in returns { update(dailyReturn) }
  }

  public mutating func update(_ dailyReturn: Double) {
    for index in simple.indices { simple[index].update(dailyReturn) }
    for index in exponential.indices { exponential[index].update(dailyReturn) }
  }

  /// The larger of the slow and the fast estimate that the n-th mandate uses.
  public func volatility(ofMandate n: Int) -> Volatility {
    let fast = exponential[n % exponential.count].volatility
    return max(simple[n % simple.count].volatility ?? fast, fast)
  }
}
