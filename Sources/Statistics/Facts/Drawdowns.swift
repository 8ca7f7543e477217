/// The spells that an investor spends below the highest value so far.
///
/// Made from log returns in natural units; a missing day leaves the value where it was.
public struct Drawdowns: Sendable, Hashable {
  /// From the day after a peak to the day that regains it, or to the last day.
  public struct Spell: Sendable, Hashable {
    /// The index of the first return below the peak.
    public let start: Int
    /// Days below the peak, the one that regains it not counted.
    public let length: Int
    /// The largest loss from the peak, a share of it: .25 is a quarter lost.
    public let depth: Double
    /// Whether the peak was regained.
    public let hasEnded: Bool
  }

  /// In order of time.
  public let spells: [Spell]

  /// O(n).
  public init(_ returns: [Double]) {
    var spells: [Spell] = []
    var (fall, deepest, start) = (0.0, 0.0, 0)
    func close(at end: Int, hasEnded: Bool) {
      spells.append(
        Spell(start: start, length: end - start, depth: 1 - Elementary.exp(deepest), hasEnded: hasEnded))
    }
    for (index, value) in returns.enumerated() {
      let before = fall
      fall = min(fall + (value.isNaN ? 0 : value), 0)
      if fall < 0, before == 0 { (start, deepest) = (index, 0) }
      if fall == 0, before < 0 { close(at: index, hasEnded: true) }
      deepest = min(deepest, fall)
    }
    if fall < 0 { close(at: returns.count, hasEnded: false) }
    self.spells = spells
  }

  /// The largest loss from a peak; 0 when there never was one.
  public var deepest: Double { spells.map(\.depth).max() ?? 0 }
  /// The most days below a peak.
  public var longest: Int { spells.map(\.length).max() ?? 0 }
}
