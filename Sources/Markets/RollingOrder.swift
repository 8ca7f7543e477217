/// The last n values of a series kept in order, for rolling quantiles and extremes.
///
/// Missing values (`nan`) take a place in the window but none in the order. An update is O(log n) comparisons and one
/// shift of at most n numbers.
public struct RollingOrder: Sendable, Codable, Equatable {
  public let window: Int
  private var recent: [Double] = []
  private var oldest = 0
  private var ordered: [Double] = []

  public init(window: Int) { self.window = max(1, window) }

  /// How many values of the window are not missing.
  public var count: Int { ordered.count }
  public var smallest: Double? { ordered.first }
  public var largest: Double? { ordered.last }

  public mutating func update(_ value: Double) {
    if recent.count < window {
      recent.append(value)
    } else {
      let leaving = recent[oldest]
      if !leaving.isNaN { ordered.remove(at: place(of: leaving)) }
      recent[oldest] = value
      oldest = (oldest + 1) % window
    }
    if !value.isNaN { ordered.insert(value, at: place(of: value)) }
  }

  /// The q-quantile, interpolated linearly between neighbours; nil without a value or for q outside 0...1.
  public func quantile(_ q: Double) -> Double? {
    guard q >= 0, q <= 1, let last = ordered.indices.last else { return nil }
    let position = q * Double(last)
    let below = min(Int(position), last)
    let above = min(below + 1, last)
    return ordered[below] + (position - Double(below)) * (ordered[above] - ordered[below])
  }

  /// The first index whose value is not below `value`.
  private func place(of value: Double) -> Int {
    var (low, high) = (0, ordered.count)
    while low < high {
      let middle = (low + high) / 2
      if ordered[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
