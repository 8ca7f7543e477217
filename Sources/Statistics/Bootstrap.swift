import Quantities

extension Stream {
  static let bootstrapBlocks = Stream(310)
}

/// Resampling of a dependent series in blocks, so that its memory survives inside them.
///
/// The series is bent into a circle, so every value is as likely as every other. Draws are addressed: position i of
/// sample s reads (holder i, day s), so sample 17 is the same however many samples are drawn and in whatever order.
public enum BlockBootstrap: Sendable, Hashable {
  /// Blocks of geometric length with the given mean: the resampled series is stationary.
  /// Source: Politis and Romano (1994), JASA 89(428).
  case stationary(meanLength: Double)
  /// Blocks of one length, anywhere in the series. Source: Künsch (1989), Annals of Statistics 17(3), on a circle.
  case moving(length: Int)

  /// Which values of a series of `count` make up a sample. O(count).
  ///
  /// A mean or length below 1 counts as 1, which is the bootstrap of independent values. Empty when `count` is below 1.
  public func indices(count: Int, sample: Int, draw: Draw) -> [Int] {
    guard count > 0, count <= Int(Int32.max) else { return [] }
    let day = Day(number: Int32(truncatingIfNeeded: sample))
    let positions = Array(0..<UInt32(count))
    var starts = [Double](repeating: 0, count: count)
    var column = starts.mutableSpan
    draw.fillUniform(.bootstrapBlocks, of: positions.span, on: day, index: 0, into: &column)
    func start(_ position: Int) -> Int { min(Int(starts[position] * Double(count)), count - 1) }
    var indices: [Int] = []
    indices.reserveCapacity(count)
    switch self {
    case .moving(let length):
      let length = max(length, 1)
      for position in 0..<count {
        indices.append(
          position % length == 0 ? start(position) : BlockBootstrap.following(indices[position - 1], count))
      }
    case .stationary(let meanLength):
      let renewal = meanLength > 1 ? 1 / meanLength : 1
      var luck = [Double](repeating: 0, count: count)
      var column = luck.mutableSpan
      draw.fillUniform(.bootstrapBlocks, of: positions.span, on: day, index: 1, into: &column)
      for position in 0..<count {
        let isNew = position == 0 || luck[position] < renewal
        indices.append(isNew ? start(position) : BlockBootstrap.following(indices[position - 1], count))
      }
    }
    return indices
  }

  private static func following(_ index: Int, _ count: Int) -> Int { index + 1 < count ? index + 1 : 0 }

  /// A statistic of each of many samples, nil where it is undefined.
  ///
  /// The statistic takes a resampled series; to resample several series together, map ``indices(count:sample:draw:)``.
  public func distribution(
    of values: [Double], samples: Int, draw: Draw, _ statistic: ([Double]) -> Double?
  ) -> [Double?] {
    (0..<max(samples, 0)).map { sample in
      statistic(indices(count: values.count, sample: sample, draw: draw).map { values[$0] })
    }
  }

  /// The band in which a statistic falls in a share of the samples; nil when it is undefined in more than one of ten.
  public func band(
    of values: [Double], level: Double = 0.95, samples: Int = 1000, draw: Draw, _ statistic: ([Double]) -> Double?
  ) -> QuantileBand? {
    let defined = distribution(of: values, samples: samples, draw: draw, statistic).compactMap(\.self)
    guard 10 * defined.count >= 9 * samples else { return nil }
    return QuantileBand(defined, level: level)
  }
}

/// The middle of a distribution: the interval that leaves an equal share of it on both sides.
public struct QuantileBand: Sendable, Hashable, Codable {
  public let low: Double
  public let median: Double
  public let high: Double

  public init(low: Double, median: Double, high: Double) { (self.low, self.median, self.high) = (low, median, high) }

  /// nil without values, when one is not finite, or unless 0 < level < 1.
  public init?(_ values: [Double], level: Double = 0.95) {
    guard level > 0, level < 1, let low = Moments.quantile(values, (1 - level) / 2),
      let median = Moments.quantile(values, 0.5), let high = Moments.quantile(values, (1 + level) / 2)
    else { return nil }
    self.init(low: low, median: median, high: high)
  }

  public func contains(_ value: Double) -> Bool { value >= low && value <= high }
}
