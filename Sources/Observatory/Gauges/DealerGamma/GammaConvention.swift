import Quantities

/// The choices that published gamma exposures differ by.
public struct GammaConvention: Sendable, Equatable {
  /// Whether an option without a whole weekday left counts.
  public var keepsExpiring: Bool
  /// Whether the publisher's rounded gamma is used, or one computed from the quoted volatility.
  public var usesPrinted: Bool

  public init(keepsExpiring: Bool, usesPrinted: Bool) {
    (self.keepsExpiring, self.usesPrinted) = (keepsExpiring, usesPrinted)
  }

  /// As the common charts have it: everything in the file at its printed gamma.
  public static let published = GammaConvention(keepsExpiring: true, usesPrinted: true)
  /// Ours: options with a day left, gamma from their volatility.
  public static let standard = GammaConvention(keepsExpiring: false, usesPrinted: false)

  /// Weekdays a year in these charts, holidays counted as trading.
  static let weekdaysAYear = 262.0
}

extension Day {
  /// Weekdays from a day to another, the first counted and the last not; zero when it is not later.
  func weekdays(until other: Day) -> Int {
    guard self < other else { return 0 }
    // Days since a Monday, so that a full week has five weekdays in one place.
    func passed(_ day: Day) -> Int {
      let sinceMonday = Int(day.number) + 3
      let weeks = sinceMonday >= 0 ? sinceMonday / 7 : (sinceMonday - 6) / 7
      return weeks * 5 + min(sinceMonday - weeks * 7, 5)
    }
    return passed(other) - passed(self)
  }
}
