import Foundation

/// A finite interval of values with room between its ends.
struct Domain: Equatable {
  private(set) var low: Double
  private(set) var high: Double

  var span: Double { high - low }

  /// An interval; one too short to be told apart is widened around its middle.
  init(low: Double, high: Double) {
    (self.low, self.high) = (min(low, high), max(low, high))
    let size = max(abs(low), abs(high))
    guard self.high - self.low <= size * 1e-11 || size == 0 else { return }
    let room = size == 0 ? 1 : size * 0.05
    (self.low, self.high) = (self.low - room, self.high + room)
  }

  /// The interval of the values that can be drawn; nil if there are none.
  init?(of values: some Sequence<Double>, including value: Double? = nil) {
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in values {
      guard let value = value.drawable else { continue }
      (low, high) = (min(low, value), max(high, value))
    }
    guard low <= high else { return nil }
    if let value { (low, high) = (min(low, value), max(high, value)) }
    self.init(low: low, high: high)
  }
}

/// A linear map from values to pixels.
struct Scale {
  let domain: Domain
  let start: Double
  let end: Double

  init(_ domain: Domain, from start: Double, to end: Double) {
    (self.domain, self.start, self.end) = (domain, start, end)
  }

  func callAsFunction(_ value: Double) -> Double { start + (value - domain.low) / domain.span * (end - start) }
}

/// Round numbers inside a domain, a step of 1, 2, 2.5 or 5 times a power of ten apart.
struct Ticks {
  let values: [Double]
  let step: Double

  /// - Parameter count: How many ticks are wanted; there are between half and twice as many.
  init(_ domain: Domain, about count: Int) {
    let rough = domain.span / Double(max(1, count))
    let power = pow(10, log10(rough).rounded(.down))
    let multiple = [1, 2, 2.5, 5, 10].first { $0 * power >= rough * (1 - 1e-9) } ?? 10
    self.init(domain, step: multiple * power)
  }

  private init(_ domain: Domain, step: Double) {
    let first = (domain.low / step - 1e-6).rounded(.up)
    let last = (domain.high / step + 1e-6).rounded(.down)
    let few = first.isFinite && last >= first ? Int(min(last - first, 1000)) : -1
    self.step = step
    values = (0..<few + 1).map { (first + Double($0)) * step }
  }

  /// The domain grown to whole steps, and its ticks, the first and last at its ends.
  static func enclosing(_ domain: Domain, about count: Int) -> (domain: Domain, ticks: Ticks) {
    let step = Ticks(domain, about: count).step
    let grown = Domain(
      low: (domain.low / step).rounded(.down) * step, high: (domain.high / step).rounded(.up) * step)
    return (grown, Ticks(grown, step: step))
  }
}
