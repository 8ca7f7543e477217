/// The fall of a price from its highest value so far, and the deepest fall yet.
///
///     D_t = 1 − p_t / max_{s ≤ t} p_s,   maximum = max_t D_t
///
/// Missing prices (`nan`) are skipped. O(1) a step.
public struct Drawdown: Sendable, Codable, Equatable {
  /// The highest price so far; nil before the first.
  public private(set) var peak: Double?
  /// The fall from the peak to the last price, as a share of the peak.
  public private(set) var current = 0.0
  /// The deepest fall so far.
  public private(set) var maximum = 0.0

  public init() {}

  public mutating func update(_ price: Double) {
    guard !price.isNaN else { return }
    let high = max(peak ?? price, price)
    peak = high
    current = high > 0 ? 1 - price / high : 0
    maximum = max(maximum, current)
  }

  /// The deepest fall of a history and the indices of its peak and trough; nil without a price.
  public static func deepest(of prices: [Double]) -> (depth: Double, peak: Int, trough: Int)? {
    var running = Drawdown()
    var (peak, deepest) = (0, (depth: -1.0, peak: 0, trough: 0))
    for (index, price) in prices.enumerated() where !price.isNaN {
      if price > running.peak ?? -.infinity { peak = index }
      running.update(price)
      if running.current > deepest.depth { deepest = (running.current, peak, index) }
    }
    return running.peak == nil ? nil : deepest
  }
}
