import Quantities
import Statistics

/// A simulated market held against the S&P 500 of a period, fact by fact, with a GARCH(1,1)-t of the same period beside it.
///
/// A model's value is the median over replicates as long as the period. A fact that GARCH passes too says nothing of
/// participants, since it has none: such facts are counted apart.
public struct MarketValidation: Sendable {
  /// One line of the table.
  public struct Row: Sendable {
    public let fact: MarketFact
    /// The S&P 500's own value.
    public let observed: Double?
    public let band: QuantileBand?
    public let value: Double?
    public let garch: Double?
    /// Why there is nothing to compare.
    public let reason: String?

    /// Whether there are a value and a band.
    public var isPresent: Bool { value != nil && band != nil }

    public var isInside: Bool { MarketValidation.isInside(value, band) }
    public var isGARCHInside: Bool { MarketValidation.isInside(garch, band) }

    /// How far outside, in half-widths of the band; nil inside or without a value.
    public var distance: Double? {
      guard let value, let band, !band.contains(value), band.high > band.low else { return nil }
      return (value > band.high ? value - band.high : value - band.low) / ((band.high - band.low) / 2)
    }
  }

  public let period: MarketPeriod
  public let rows: [Row]
  public let replicates: Int
  /// Joint coverage of the nine moments of Franke and Westerhoff, intervals those of the period.
  public let coverage: MomentCoverage?
  public let garchCoverage: MomentCoverage?
  public let garch: VolatilityFit?

  public init(
    of simulated: [MarketHistory], against real: MarketHistory, in period: MarketPeriod, samples: Int = 500,
    draw: Draw = Draw(seed: 1, replicate: 0)
  ) {
    let facts = MarketFacts.all
    let bands = FactBands(real, of: facts, samples: samples, draw: draw)
    let fit = VolatilityFit(
      VolatilityModel(.garch, errors: .studentT), to: real.returns.filter(\.isFinite).map { 100 * $0 })
    let rivals = MarketValidation.rivals(fit, as: real, count: simulated.count, draw)
    self.period = period
    replicates = simulated.count
    garch = fit
    rows = facts.indices.map { index in
      let fact = facts[index]
      let (value, band) = (MarketValidation.median(fact, of: simulated), bands.bands[index])
      return Row(
        fact: fact, observed: fact.value(of: real), band: band, value: value,
        garch: MarketValidation.median(fact, of: rivals),
        reason: MarketValidation.reason(fact, value, band, of: simulated, against: real))
    }
    coverage = MarketValidation.coverage(of: simulated, bands.moments)
    garchCoverage = MarketValidation.coverage(of: rivals, bands.moments)
  }

  /// Histories of the fitted GARCH, each as long as the period.
  private static func rivals(_ fit: VolatilityFit?, as real: MarketHistory, count: Int, _ draw: Draw) -> [MarketHistory]
  {
    guard let fit else { return [] }
    return (0..<count).compactMap { holder in
      fit.model.simulate(fit.parameters, count: real.days.count, draw: draw, of: UInt32(holder)).map {
        MarketHistory(days: real.days, returns: $0.map { $0 / 100 })
      }
    }
  }

  /// Why a fact cannot be compared; nil where it can.
  private static func reason(
    _ fact: MarketFact, _ value: Double?, _ band: QuantileBand?, of simulated: [MarketHistory],
    against real: MarketHistory
  ) -> String? {
    guard let first = simulated.first else { return "no run" }
    if value == nil { return fact.absence(in: first) ?? "it is undefined" }
    guard band == nil else { return nil }
    return fact.absence(in: real).map { "\($0) of the index in the period" } ?? "the index's own is undefined"
  }

  private static func median(_ fact: MarketFact, of histories: [MarketHistory]) -> Double? {
    Moments.quantile(histories.compactMap(fact.value), 0.5)
  }

  private static func coverage(of histories: [MarketHistory], _ bands: [QuantileBand?]) -> MomentCoverage? {
    let intervals = bands.compactMap { band in band.map { $0.low...$0.high } }
    guard intervals.count == bands.count else { return nil }
    return MomentCoverage(
      histories.map { FrankeWesterhoffMoments.values(of: $0.returns.map { 100 * $0 }) }, within: intervals)
  }

  private static func isInside(_ value: Double?, _ band: QuantileBand?) -> Bool {
    value.flatMap { value in band.map { $0.contains(value) } } ?? false
  }

  public var inside: Int { rows.count(where: \.isInside) }
  public var insideUntargeted: Int { rows.count { $0.isInside && !$0.fact.isTargeted } }
  /// Facts that the model passes and GARCH does not.
  public var own: Int { rows.count { $0.isInside && !$0.isGARCHInside } }
  /// Facts that both pass.
  public var shared: Int { rows.count { $0.isInside && $0.isGARCHInside } }
  /// Facts that GARCH passes of those that are present.
  public var garchInside: Int { rows.count { $0.isPresent && $0.isGARCHInside } }
  public var misses: [Row] { rows.filter { $0.distance != nil } }
  public var absent: [Row] { rows.filter { !$0.isPresent } }
  /// Facts that can be compared.
  public var total: Int { rows.count(where: \.isPresent) }
}
