import Markets
import Quantities

/// Money that scales its equity with volatility but holds the basket itself, not futures.
///
///     E* = e_0 A min(σ_0/max(σ_fast, σ_slow), cap)       e_0, σ_0: equity over assets and volatility at the opening
///     traded once off by more than a band, all or a part of the way a day
///
/// so that it opens where it wants to be.
struct VolatilitySleeve: Codable, Sendable {
  private var windows: VolatilityWindows
  /// σ_0.
  private let usual: Volatility

  /// A sleeve whose windows have seen the quarter before the opening.
  init() {
    windows = VolatilityWindows(returns: IndexHistory.sp500.dailyReturns, before: .percent(12.7))
    usual = windows.volatility(ofMandate: VolatilitySleeve.mandate)
  }

  /// The mandate of ``VolatilityWindows`` it estimates by: 63 days, and a decay of .94.
  private static let mandate = 2

  mutating func update(_ dailyReturn: Double) { windows.update(dailyReturn) }

  /// σ_0 over today's volatility, never above a cap.
  func scale(cap: Double) -> Double {
    let σ = windows.volatility(ofMandate: VolatilitySleeve.mandate).value
    return σ > 0 ? min(usual.value / σ, cap) : cap
  }

  /// What is traded in a day to go from a position toward another.
  static func trade(from position: Double, toward wanted: Double, band: Double, pace: Double) -> Double {
    let gap = wanted - position
    return abs(gap) > band * max(abs(wanted), abs(position)) ? pace * gap : 0
  }
}
