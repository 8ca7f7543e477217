/// How many simulated histories have moments that cannot be told from the data's.
///
/// Each moment has an interval around its value in the data. A history covers a moment when its own lies inside, and is
/// covered jointly when all do: a demanding score, since moments move together.
///
/// Source: Franke and Westerhoff (2012), J. Economic Dynamics and Control 36(8), section 5.
public struct MomentCoverage: Sendable, Hashable {
  /// For each moment, the share of histories in which it is inside its interval.
  public let shares: [Double]
  /// The share of histories in which all moments are.
  public let joint: Double
  public let count: Int

  /// Scores histories, one list of moments each in the order of the intervals; a nil moment is outside.
  ///
  /// nil without histories or when a history has another number of moments than there are intervals.
  public init?(_ histories: [[Double?]], within intervals: [ClosedRange<Double>]) {
    guard !histories.isEmpty, histories.allSatisfy({ $0.count == intervals.count }) else { return nil }
    var inside = [Int](repeating: 0, count: intervals.count)
    var together = 0
    for history in histories {
      let hits = zip(history, intervals).map { moment, interval in moment.map(interval.contains) ?? false }
      for (index, isInside) in hits.enumerated() where isInside { inside[index] += 1 }
      if hits.allSatisfy(\.self) { together += 1 }
    }
    count = histories.count
    shares = inside.map { Double($0) / Double(histories.count) }
    joint = Double(together) / Double(histories.count)
  }
}
