import Quantities

/// What consensus expects of net liquidity, and by how much it was wrong.
///
///     E_t = L_{t−1} + g_{t−1} − c_t                 c: cash that calendars and announced auctions foretell for the Treasury
///     e_t = (L_t − E_t)/L_t
///     g   <- g + a (L_t − L_{t−1} + c_t − g)         a = 1 − 2^(−1/h)
///
/// The forecaster knows the calendar and learns the drift from what happened; it does not read announcements.
public struct LiquidityConsensus: Sendable, Codable, Equatable {
  /// g, dollars a trading day.
  public private(set) var drift: Double
  /// E for the next close; nil before a first close was seen.
  public private(set) var expected: Double?
  private var level: Double?

  public init(drift: Double) { self.drift = drift }

  /// Sees a close, says e, and forms the next expectation.
  ///
  /// - Parameters:
  ///   - scheduled: c for the day now seen, as it was foretold; `next` for the coming one.
  public mutating func see(_ close: Double, scheduled: Double, next: Double, learning: Double) -> Double {
    let surprise = expected.map { close != 0 ? (close - $0) / close : 0 } ?? 0
    if let level { drift += learning * (close - level + scheduled - drift) }
    level = close
    expected = close + drift - next
    return surprise
  }
}
