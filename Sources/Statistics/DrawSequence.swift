import Quantities

/// Draws one after another at one address, for whoever needs many numbers of one kind at once.
///
/// The n-th number is the draw of index n, so it depends on how many were taken before it and on nothing else. At most
/// 65,536 numbers; the sequence then begins again.
public struct DrawSequence: Sendable {
  private let draw: Draw
  private let stream: Stream
  private let holder: UInt32
  private let day: Day
  private var index: UInt16 = 0

  public init(_ draw: Draw, _ stream: Stream, of holder: UInt32 = 0, on day: Day = Day(number: 0)) {
    (self.draw, self.stream, self.holder, self.day) = (draw, stream, holder, day)
  }

  /// Uniform on (0, 1).
  public mutating func uniform() -> Double {
    defer { index &+= 1 }
    return draw.uniform(stream, of: holder, on: day, index: index)
  }

  public mutating func uniform(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// Uniform in the logarithm; both ends above zero.
  public mutating func logUniform(in range: ClosedRange<Double>) -> Double {
    Elementary.exp(uniform(in: Elementary.log(range.lowerBound)...Elementary.log(range.upperBound)))
  }

  public mutating func normal() -> Double { Elementary.normalQuantile(uniform()) }

  /// Exponential with mean one.
  public mutating func exponential() -> Double { -Elementary.log(uniform()) }

  public mutating func bernoulli(_ probability: Double) -> Bool { uniform() < probability }

  /// One of a list, each as likely; nil when it is empty.
  public mutating func choice<Element>(of list: [Element]) -> Element? {
    let place = Int(uniform() * Double(list.count))
    return list.isEmpty ? nil : list[min(place, list.count - 1)]
  }
}
