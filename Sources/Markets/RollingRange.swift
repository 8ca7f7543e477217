/// The smallest and the largest of the last n values of a series.
///
/// Missing values (`nan`) take a place in the window but are neither. Only values that can still become an extreme are
/// kept, so an update is O(1) on average.
public struct RollingRange: Sendable, Codable, Equatable {
  public let window: Int
  /// How many values of the window are not missing.
  public private(set) var count = 0
  private var step = 0
  private var lows = Candidates()
  private var highs = Candidates()
  /// Whether each value of the window was there, by step modulo the window.
  private var isPresent: [Bool] = []

  public init(window: Int) { self.window = max(1, window) }

  public var smallest: Double? { lows.first }
  /// Kept as the smallest of the values' negatives.
  public var largest: Double? { highs.first.map { -$0 } }

  public mutating func update(_ value: Double) {
    lows.drop(before: step - window + 1)
    highs.drop(before: step - window + 1)
    note(!value.isNaN)
    if !value.isNaN {
      lows.add(value, at: step)
      highs.add(-value, at: step)
    }
    step += 1
  }

  private mutating func note(_ isThere: Bool) {
    if isThere { count += 1 }
    guard isPresent.count == window else { return isPresent.append(isThere) }
    if isPresent[step % window] { count -= 1 }
    isPresent[step % window] = isThere
  }
}

/// Values that rise from the smallest of a window to the last one: what can still become its smallest.
private struct Candidates: Sendable, Codable, Equatable {
  private var values: [Double] = []
  private var steps: [Int] = []
  /// Where they begin; what stands before has left the window.
  private var head = 0

  var first: Double? { head < values.count ? values[head] : nil }

  mutating func drop(before step: Int) {
    while head < steps.count, steps[head] < step { head += 1 }
    guard head > 64, 2 * head > steps.count else { return }
    values.removeFirst(head)
    steps.removeFirst(head)
    head = 0
  }

  mutating func add(_ value: Double, at step: Int) {
    while values.count > head, let last = values.last, last >= value {
      values.removeLast()
      steps.removeLast()
    }
    values.append(value)
    steps.append(step)
  }
}
