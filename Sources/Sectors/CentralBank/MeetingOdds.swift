import Statistics

/// What the market gives for each decision of the next meeting.
///
///     P(cut) = Λ(4c − 2 + τ),  P(rise) = Λ(−4c − 2 − τ),  Λ(a) = 1/(1 + e^(−a))
public struct MeetingOdds: Sendable, Equatable {
  /// A quarter point.
  public static let step = 0.0025
  public let cut: Double
  public let rise: Double

  /// `cuts` is the number of quarter-point cuts expected without talk, negative for rises; `talk` are log-odds.
  public init(cuts: Double, talk: Double) {
    cut = MeetingOdds.logistic(4 * cuts - 2 + talk)
    rise = MeetingOdds.logistic(-4 * cuts - 2 - talk)
  }

  /// The change of the rate that these odds expect, in units of one.
  public var expectedChange: Double { MeetingOdds.step * (rise - cut) }

  /// Λ(a), from log-odds to a probability.
  public static func logistic(_ a: Double) -> Double { 1 / (1 + Elementary.exp(-a)) }
}
