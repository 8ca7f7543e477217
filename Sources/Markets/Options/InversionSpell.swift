/// What made a spell of inversion.
public enum InversionCause: UInt8, Sendable, Codable, CaseIterable {
  /// Demand for options has over half of it.
  case hedgingLed
  /// Expected variance and the premium for it have over half.
  case panic
  /// Neither has.
  case mixed
}

/// Consecutive days on which VIX stands above VIX3M, and what made them.
///
/// A spell is judged by the sum of its days' ``InversionSplit``. It has no cause while nothing has been added, or if its
/// days were no more inverted than is usual.
public struct InversionSpell: Sendable, Codable, Equatable {
  public private(set) var days = 0
  /// Expected variance and premium together.
  public private(set) var fear = 0.0
  public private(set) var pressure = 0.0

  public init() {}

  public mutating func add(_ split: InversionSplit) {
    days += 1
    fear += split.realized + split.premium
    pressure += split.pressure
  }

  public var cause: InversionCause? {
    let total = fear + pressure
    guard days > 0, total > 0 else { return nil }
    return pressure > total / 2 ? .hedgingLed : fear > total / 2 ? .panic : .mixed
  }
}
