import Markets
import Quantities
import Statistics

/// How one trend follower differs from the others: its weights on the shared rules and the days it looks at them.
///
///     ω_k ∝ family share · e^(−2 (speed_k − centre)²),   speeds spaced evenly from 0 (fast) to 1 (slow)
///
/// Three styles (crossovers, breakouts or momentum at 60 %, the others at 20 %) by three centres of speed (.2, .5, .8)
/// by six habits of looking (daily, or on one weekday).
public struct TrendProgram: Sendable {
  /// One weight for each forecast of ``TrendSignals``, summing to one.
  public let weights: [Double]
  /// The weekday on which positions are set, Monday is 1; nil for every day.
  public let weekday: Int?

  public init(_ number: Int) {
    let (style, centre) = (number % 3, [0.5, 0.2, 0.8][number / 3 % 3])
    let raw = TrendSignals.families.enumerated().map { family, count in
      (0..<count).map { index in
        let off = Double(index) / Double(count - 1) - centre
        return Elementary.exp(-2 * off * off)
      }
    }
    weights = raw.enumerated().flatMap { family, sizes in
      let total = sizes.reduce(0, +)
      return sizes.map { (family == style ? 0.6 : 0.2) * $0 / total }
    }
    weekday = number % 6 == 0 ? nil : number % 6
  }

  private static let distinct = (0..<18).map(TrendProgram.init)

  /// The manager that a member of the sector is.
  public static func roster(_ member: Int) -> TrendProgram { distinct[member % distinct.count] }

  public func looks(on day: Day) -> Bool { weekday == nil || weekday == day.weekday }

  /// Σ ω_k f_k.
  public func combine(_ forecasts: [Double]) -> Double {
    var sum = 0.0
    for index in weights.indices where index < forecasts.count { sum += weights[index] * forecasts[index] }
    return sum
  }
}
