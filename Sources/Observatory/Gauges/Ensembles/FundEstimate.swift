import Quantities

/// What a kind of fund is thought to hold, and to trade on the next day, in dollars.
///
/// An ensemble of worlds, each a mix of mandates that could be the true one, gives a mean and a deviation.
public struct FundEstimate: Sendable, Equatable {
  public struct Spread: Sendable, Equatable {
    public let mean: Double
    public let deviation: Double

    public init(mean: Double, deviation: Double) { (self.mean, self.deviation) = (mean, deviation) }

    /// Over worlds; zeros without any.
    init(of worlds: [Double]) {
      let mean = worlds.reduce(0, +) / Double(max(worlds.count, 1))
      let square = worlds.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(worlds.count, 1))
      self.init(mean: mean, deviation: square.squareRoot())
    }

    /// The mean and so many deviations on both sides.
    public func interval(_ factor: Double) -> (low: Double, high: Double) {
      (mean - factor * deviation, mean + factor * deviation)
    }
  }

  /// Held at the last close.
  public let position: Spread
  /// What the rules, on closes seen so far, order for the next trading day.
  public let nextFlow: Spread

  public init(position: Spread, nextFlow: Spread) { (self.position, self.nextFlow) = (position, nextFlow) }
}

/// An ensemble of funds that reads a price day by day.
public protocol FundEnsemble: Sendable {
  /// Takes a day's close; `next` is the trading day after it.
  mutating func update(_ price: Double, next: Day)
  /// States that the funds' assets are now those that were published.
  mutating func anchor()
  /// In dollars, when the published assets are those given.
  func estimate(assets: Amount) -> FundEstimate
}
