import Quantities
import Statistics

/// The model's economy in ordinary times held against the country's, fact by fact.
///
/// A model's value is the median over replicates.
public struct EconomyValidation: Sendable {
  public struct Row: Sendable {
    public let fact: EconomyFact
    public let value: Double?

    public var isInside: Bool { value.map { $0 >= fact.low && $0 <= fact.high } ?? false }
    /// How far outside, in half-widths of the band; nil inside, without a value, or where the band is a point.
    public var distance: Double? {
      guard let value, !isInside, fact.high > fact.low else { return nil }
      return (value > fact.high ? value - fact.high : value - fact.low) / ((fact.high - fact.low) / 2)
    }
  }

  public let rows: [Row]
  public let replicates: Int
  public let months: Int

  public init(of histories: [EconomyHistory]) {
    rows = EconomyFacts.all.map { fact in
      Row(fact: fact, value: Moments.quantile(histories.compactMap { fact.compute($0) }.filter(\.isFinite), 0.5))
    }
    replicates = histories.count
    months = histories.first?.months ?? 0
  }

  public var inside: Int { rows.count(where: \.isInside) }
  public var insideUntargeted: Int { rows.count { $0.isInside && !$0.fact.isTargeted } }
  public var misses: [Row] { rows.filter { !$0.isInside } }
  public var accountingMisses: Int { rows.count { !$0.isInside && $0.fact.kind == .accounting } }
}
