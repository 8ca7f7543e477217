/// A figure's growth since it was first heard, so that its level and unit do not matter.
///
/// While nobody says the figure it stays at rest and its growth is one.
public struct EarningsIndex: Sendable, Codable, Equatable {
  private var base: Double?

  public init() {}

  /// The figure over the first one that was not the value at rest; 1 for a figure that is not above zero.
  public mutating func growth(of figure: Double, atRest: Double) -> Double {
    guard figure > 0, figure != atRest || base != nil else { return 1 }
    let first = base ?? figure
    base = first
    return figure / first
  }
}
