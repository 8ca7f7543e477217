import Quantities

/// What a gauge says at a date.
public struct Reading: Sendable, Equatable {
  public internal(set) var gauge: String
  /// nil when the data do not allow one; ``reason`` then says why.
  public let value: Double?
  /// The ends of the interval that ``method`` describes.
  public let low: Double?
  public let high: Double?
  public let unit: String
  /// The last observation used.
  public let asOf: Day?
  /// Calendar days from ``asOf`` to the day that was asked about.
  public let ageDays: Int?
  public let method: String
  /// How well the gauge does on simulated panels whose truth is recorded, once that is measured.
  public var skill: Double?
  /// Why there is no value, or why it should be read with care (stale data).
  public internal(set) var reason: String?
  /// The columns that were read, as `file: column`; empty when the panel is not from a file.
  public var columns: [String] = []

  /// A reading from observations that end on `last`, seen from `day`.
  public init(
    gauge: String, value: Double, low: Double?, high: Double?, unit: String, last: Day, seenFrom day: Day,
    method: String, staleAfter limit: Int
  ) {
    (self.gauge, self.value, self.low, self.high) = (gauge, value, low, high)
    (self.unit, asOf, self.method) = (unit, last, method)
    let age = last.distance(to: day)
    ageDays = age
    reason = age > limit ? "stale: the last observation is of \(last), \(age) days before" : nil
  }

  /// The absence of a reading, with its reason.
  public init(
    gauge: String, unit: String, method: String, absentBecause reason: String, last: Day? = nil, seenFrom day: Day
  ) {
    (self.gauge, value, low, high) = (gauge, nil, nil, nil)
    (self.unit, asOf, self.method, self.reason) = (unit, last, method, reason)
    ageDays = last.map { $0.distance(to: day) }
  }

  /// The same reading with one more reason to take care.
  func warning(_ words: String) -> Reading {
    var copy = self
    copy.reason = [reason, words].compactMap(\.self).joined(separator: "; ")
    return copy
  }
}
