import Statistics

/// What a change does to an outcome, from paired runs: mean with it, mean without it, and the paired difference.
public struct Effect: Sendable {
  /// What was switched off or changed.
  public let change: String
  public let outcome: Outcome
  public let with: Double
  public let without: Double
  public let effect: Double
  /// The interval and the test; nil with fewer than two pairs.
  public let paired: PairedEffect?
  public let level: Double
  /// Why there is no interval.
  public var reason: String? { paired == nil ? "an interval needs at least two paired replicates" : nil }

  public var isHeadline: Bool { Outcome.headlines.contains { $0.name == outcome.name } }

  /// The level of every interval in a report.
  public static let level = 0.9

  /// Compares replicates pair by pair, over the pairs in which both runs are finished and have the outcome.
  ///
  /// nil when there is no such pair.
  public init?(
    _ change: String, _ outcome: Outcome, with: [RunSummary?], without: [RunSummary?], level: Double = Effect.level
  ) {
    let pairs: [(with: Double, without: Double)] = zip(with, without).compactMap { a, b in
      guard let a = a?.outcomes[outcome.name], let b = b?.outcomes[outcome.name] else { return nil }
      return (a, b)
    }
    guard !pairs.isEmpty else { return nil }
    let count = Double(pairs.count)
    (self.change, self.outcome, self.level) = (change, outcome, level)
    self.with = pairs.reduce(0) { $0 + $1.with } / count
    self.without = pairs.reduce(0) { $0 + $1.without } / count
    paired = PairedEffect(with: pairs.map(\.with), without: pairs.map(\.without), level: level)
    effect = paired?.mean ?? self.with - self.without
  }

  /// The effects on every outcome.
  public static func all(of change: String, with: [RunSummary?], without: [RunSummary?]) -> [Effect] {
    Outcome.all.compactMap { Effect(change, $0, with: with, without: without) }
  }
}
