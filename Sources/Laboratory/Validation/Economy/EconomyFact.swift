/// One fact of the real economy, as a number with the band in which the country's lies.
public struct EconomyFact: Sendable {
  /// The run that a fact is read off: 65 years of ordinary times after 40, months 13 to 36 of the default run, or the year of
  /// households with a windfall.
  public enum Window: String, Sendable { case ordinary, near, windfall }
  public enum Kind: String, Sendable { case cycle, growth, accounting, labour, balance, wealth, firms }

  public let kind: Kind
  public let name: String
  public let unit: String
  /// The years of the band, or what it is the band of.
  public let period: String
  public let low: Double
  public let high: Double
  public let source: String
  /// Whether a parameter of the model was set with this fact in view.
  public let isTargeted: Bool
  /// Why the model would miss it.
  public let suspect: String
  public let window: Window
  /// Columns of the record that the economy need not have; without one of them the fact is absent.
  let needs: [String]
  let compute: @Sendable (EconomyHistory) -> Double?

  init(
    _ kind: Kind, _ name: String, unit: String = "1", in period: String, _ band: ClosedRange<Double>, source: String,
    targeted: Bool = false, window: Window = .ordinary, needs: [String] = [], suspect: String,
    _ compute: @escaping @Sendable (EconomyHistory) -> Double?
  ) {
    (self.kind, self.name, self.unit, self.period) = (kind, name, unit, period)
    (low, high, self.source, isTargeted) = (band.lowerBound, band.upperBound, source, targeted)
    (self.suspect, self.window, self.needs, self.compute) = (suspect, window, needs, compute)
  }
}
