/// What was expected of a cause's flow, and so is in the price before it trades.
///
///     E  = (1 − λ) C + λ L
///     f~ = f − E
///     L ← L + a (f − L)
///
/// C is the flow that a published calendar foretells, L the cause's own long average. What goes on for long is expected
/// in full whatever λ, so a steady flow leaves no lasting gap; λ is the part of a foretold *change* of flow that moves
/// the price only when it comes. A cause without a calendar is expected at its long average. All are shares of
/// capitalisation.
///
/// Sources: Hartzmark and Solomon (2022), NBER 30688, for price pressure of flows that are known in advance.
public struct ExpectedFlow: Sendable, Codable, Equatable {
  /// L, the long average.
  public private(set) var average = 0.0
  private var isNew = true

  public init() {}

  /// The part of a day's flow that was not expected.
  public mutating func surprise(in flow: Double, calendar: Double?, pressure λ: Double, learning a: Double) -> Double {
    if isNew, let calendar { average = calendar }
    isNew = isNew && flow == 0 && calendar == nil
    let expected = (1 - λ) * (calendar ?? average) + λ * average
    average += a * (flow - average)
    return flow - expected
  }
}
