/// Whether an option gives the right to buy or to sell.
public enum OptionRight: UInt8, Sendable, Codable, CaseIterable {
  case call, put

  /// φ: 1 for a call, −1 for a put.
  @inlinable public var sign: Double { self == .call ? 1 : -1 }

  /// What the right is worth when it ends: max(φ(S − K), 0).
  @inlinable public func payoff(at spot: Double, strike: Double) -> Double { max(sign * (spot - strike), 0) }
}
